import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ContactPointId, FormerAddressId, SupporterAttachmentId, SupporterId, SupporterRelationId } from '@sasaeai/domain/ids'
import type { AddressPurpose } from '@sasaeai/domain/supporter/address/supporter-move'
import type { ContactPointKind } from '@sasaeai/domain/supporter/contact-point/contact-point'
import type { RelationEnd, RelationKind } from '@sasaeai/domain/supporter/relation/supporter-relation'
import type { Deps } from '../deps.ts'

/** What is kept of a supporter beside the form. */
export interface SupporterAdditions {
  /** The newest first. */
  readonly formerAddresses: readonly {
    readonly formerAddressId: FormerAddressId
    readonly purpose: AddressPurpose
    readonly recipient: string
    readonly postalCode: string
    readonly address: string
    readonly fromOn: LocalDate | null
    readonly untilOn: LocalDate
  }[]
  readonly contactPoints: readonly {
    readonly contactPointId: ContactPointId
    readonly kind: ContactPointKind
    readonly value: string
    readonly label: string
  }[]
  readonly relations: readonly {
    readonly relationId: SupporterRelationId
    readonly kind: RelationKind
    /** The end on which the other one stands. */
    readonly end: RelationEnd
    readonly otherId: SupporterId
    readonly otherName: string
    readonly otherNumber: number
    readonly note: string
  }[]
  /** Without their bytes, which are a download of their own. */
  readonly attachments: readonly {
    readonly attachmentId: SupporterAttachmentId
    readonly fileName: string
    readonly mediaType: string
    readonly sizeBytes: number
    readonly note: string
    readonly addedAt: string
    readonly addedBy: string
  }[]
}

/** Former addresses, further ways to reach somebody, relations read from this side, and files. */
export async function readSupporterAdditions({ db }: Deps, supporterId: SupporterId): Promise<SupporterAdditions> {
  const listed = async <Row extends object>(sql: string): Promise<Row[]> => (await db.pool.query<Row>(sql, [supporterId])).rows
  const [formerAddresses, contactPoints, relations, attachments] = await Promise.all([
    listed<SupporterAdditions['formerAddresses'][number]>(
      `SELECT id AS "formerAddressId", purpose, recipient, postal_code AS "postalCode", address, from_on AS "fromOn", until_on AS "untilOn"
       FROM supporter_former_address WHERE supporter_id = $1 ORDER BY until_on DESC, recorded_at DESC`,
    ),
    listed<SupporterAdditions['contactPoints'][number]>(
      `SELECT id AS "contactPointId", kind, value, label FROM supporter_contact_point WHERE supporter_id = $1 ORDER BY position, id`,
    ),
    listed<SupporterAdditions['relations'][number]>(
      `SELECT r.id AS "relationId", r.kind, r.note, CASE WHEN r.other_id = $1 THEN 'is' ELSE 'of' END AS "end",
         s.id AS "otherId", s.name AS "otherName", s.number AS "otherNumber"
       FROM supporter_relation r JOIN supporter s ON s.id = CASE WHEN r.other_id = $1 THEN r.supporter_id ELSE r.other_id END
       WHERE r.supporter_id = $1 OR r.other_id = $1 ORDER BY r.kind, s.kana, s.id`,
    ),
    listed<SupporterAdditions['attachments'][number]>(
      `SELECT t.id AS "attachmentId", t.file_name AS "fileName", t.media_type AS "mediaType", t.size_bytes AS "sizeBytes", t.note,
         t.added_at AS "addedAt", u.name AS "addedBy"
       FROM supporter_attachment t JOIN user_account u ON u.id = t.added_by_id WHERE t.supporter_id = $1 ORDER BY t.added_at DESC, t.id`,
    ),
  ])
  return { formerAddresses, contactPoints, relations, attachments }
}
