import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { PartnerDetails } from '@sasaeai/domain/donation/partner/partner-details'
import { idIn, type PartnerId } from '@sasaeai/domain/ids'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'
import type { Deps } from '../../deps.ts'

const columns = {
  kind: true, code: true, name: true, supporterId: true, areaId: true, contribution: true, contactPerson: true, phone: true, email: true, startsOn: true, note: true,
  revision: true,
} as const

/** 地域貢献の相手. */
export const partnerTable: GroundTable<PartnerDetails> = {
  subjectKind: 'partner',
  read: async (tx, partnerId) => {
    const row = await tx.partner.findUnique({ where: { id: partnerId }, select: columns })
    if (row === null) return null
    const { supporterId, areaId, startsOn, ...same } = row
    return groundRowOf({
      ...same, supporterId: idIn<'SupporterId'>(supporterId) ?? null, areaId: idIn<'AreaId'>(areaId) ?? null, startsOn: fromNullableDateColumn(startsOn),
    })
  },
  insert: (tx, partnerId, details) => tx.partner.create({ data: { id: partnerId, ...columnsOf(details) } }),
  update: (tx, partnerId, details) => tx.partner.update({ where: { id: partnerId }, data: columnsOf(details) }),
  setClosedOn: (tx, partnerId, closedOn) => tx.partner.update({ where: { id: partnerId }, data: { closedOn } }),
  remove: (tx, partnerId) => tx.partner.delete({ where: { id: partnerId } }),
}

function columnsOf({ startsOn, ...same }: PartnerDetails) {
  return { ...same, startsOn: startsOn === null ? null : toDateColumn(startsOn) }
}

export interface PartnerRow extends PartnerDetails {
  readonly id: PartnerId
  readonly revision: number
  readonly closedOn: LocalDate | null
  readonly areaName: string | null
  readonly supporterName: string | null
  readonly supporterNumber: number | null
}

/** Every partner, closed ones included, in the order of their codes. */
export async function listPartners({ db }: Deps): Promise<PartnerRow[]> {
  const { rows } = await db.pool.query<PartnerRow>(`
    SELECT p.id, p.kind, p.code, p.name, p.supporter_id AS "supporterId", p.area_id AS "areaId", p.contribution, p.contact_person AS "contactPerson", p.phone, p.email,
      p.starts_on AS "startsOn", p.note, p.revision, p.closed_on AS "closedOn", a.name AS "areaName", s.name AS "supporterName", s.number AS "supporterNumber"
    FROM partner p LEFT JOIN area a ON a.id = p.area_id LEFT JOIN supporter s ON s.id = p.supporter_id ORDER BY length(p.code), p.code`)
  return rows
}
