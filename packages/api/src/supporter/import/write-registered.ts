import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'

/** Of more than the details, the details. */
export function detailsOf(row: SupporterDetails): SupporterDetails {
  const { kind, name, kana, honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress } = row
  const { phone, email, areaId, attribute, acknowledgment, wantsMail, receiptDelivery, note } = row
  return {
    kind, name, kana, honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress, phone, email, areaId, attribute, acknowledgment,
    wantsMail, receiptDelivery, note,
  }
}

export interface WrittenSupporter {
  readonly supporterId: SupporterId
  readonly number: number
  readonly details: SupporterDetails
}

/** Registers many supporters in one statement. */
export async function insertRegistered(tx: Tx, supporters: readonly WrittenSupporter[], createdAt: Date): Promise<void> {
  const rows = supporters.map(({ supporterId, number, details }) => ({ id: supporterId, number, ...details, searchText: supporterSearchText({ number, ...details }) }))
  await tx.$executeRawUnsafe(
    `INSERT INTO supporter (id, number, ${columns}, search_text, created_at)
     SELECT id, number, ${fields}, "searchText", $2::timestamptz FROM jsonb_to_recordset($1::jsonb) AS r(${record})`,
    JSON.stringify(rows), createdAt,
  )
}

/** Writes the details of many supporters in one statement; answers with their revisions afterwards. */
export async function updateRegistered(tx: Tx, supporters: readonly WrittenSupporter[]): Promise<ReadonlyMap<SupporterId, number>> {
  const points = await tx.supporterContactPoint.findMany({
    where: { supporterId: { in: supporters.map(({ supporterId }) => supporterId) } }, orderBy: { position: 'asc' }, select: { supporterId: true, value: true },
  })
  const pointsOf = Map.groupBy(points, ({ supporterId }) => supporterId)
  const rows = supporters.map(({ supporterId, number, details }) => {
    const contactPoints = (pointsOf.get(supporterId) ?? []).map(({ value }) => value)
    return { id: supporterId, number, ...details, searchText: supporterSearchText({ number, ...details, contactPoints }) }
  })
  const written = await tx.$queryRawUnsafe<{ supporterId: SupporterId; revision: number }[]>(
    `UPDATE supporter s SET (${columns}, search_text) = (SELECT ${fields}, "searchText")
     FROM jsonb_to_recordset($1::jsonb) AS r(${record}) WHERE s.id = r.id RETURNING s.id AS "supporterId", s.revision`,
    JSON.stringify(rows),
  )
  return new Map(written.map(({ supporterId, revision }) => [supporterId, revision]))
}

const columns = `kind, name, kana, honorific, postal_code, address, mailing_name, mailing_postal_code, mailing_address, phone, email, area_id, attribute,
  acknowledgment, wants_mail, receipt_delivery, note`
const fields = `r.kind, r.name, r.kana, r.honorific, r."postalCode", r.address, r."mailingName", r."mailingPostalCode", r."mailingAddress", r.phone, r.email,
  r."areaId", r.attribute, r.acknowledgment, r."wantsMail", r."receiptDelivery", r.note`
const record = `id uuid, number int, kind supporter_kind, name text, kana text, honorific text, "postalCode" text, address text, "mailingName" text,
  "mailingPostalCode" text, "mailingAddress" text, phone text, email text, "areaId" uuid, attribute donor_attribute, acknowledgment acknowledgment,
  "wantsMail" boolean, "receiptDelivery" receipt_delivery, note text, "searchText" text`
