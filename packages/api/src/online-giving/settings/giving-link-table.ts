import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type GivingLinkId, id } from '@sasaeai/domain/ids'
import { type GivingLinkDetails, linkCodeOf } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import type { GivingTargetKind } from '@sasaeai/domain/online-giving/settings/giving-target-kind'
import { rangeInWords } from '@sasaeai/domain/online-giving/settings/problem-of-giving-target'
import type { Yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'
import type { Deps } from '../../deps.ts'
import { readGivingSettingsWithin } from './giving-settings-queries.ts'

const columns = { label: true, targetId: true, areaId: true, amountYen: true, revision: true } as const

export type LinkProblem = 'giving_target_unusable' | 'giving_link_has_amount_of_dues' | 'giving_area_unusable' | 'giving_amount_outside_limits'

/** 短いリンク. */
export const givingLinkTable: GroundTable<GivingLinkDetails, LinkProblem> = {
  subjectKind: 'giving_link',
  read: async (tx, linkId) => {
    const row = await tx.givingLink.findUnique({ where: { id: linkId }, select: columns })
    return groundRowOf(row === null ? null : linkDetailsOf(row))
  },
  insert: (tx, linkId, link) => tx.givingLink.create({ data: { id: linkId, code: linkCodeOf(linkId), ...columnsOf(link) } }),
  update: (tx, linkId, link) => tx.givingLink.update({ where: { id: linkId }, data: columnsOf(link) }),
  setClosedOn: (tx, linkId, closedOn) => tx.givingLink.update({ where: { id: linkId }, data: { closedOn } }),
  remove: (tx, linkId) => tx.givingLink.delete({ where: { id: linkId } }),
  problemOfSaving: async (tx, { after }) => {
    const target = await tx.givingTarget.findUnique({ where: { id: after.targetId }, select: { kind: true, closedOn: true } })
    if (target === null || target.closedOn !== null) return fail('giving_target_unusable', { field: 'targetId' })
    const area = after.areaId === null ? null : await tx.area.findUnique({ where: { id: after.areaId }, select: { closedOn: true } })
    if (area !== null && area.closedOn !== null) return fail('giving_area_unusable', { field: 'areaId' })
    return after.amountYen === null ? null : problemOfAmount(tx, { kind: target.kind, amountYen: after.amountYen })
  },
}

async function problemOfAmount(tx: Tx, { kind, amountYen }: { kind: GivingTargetKind; amountYen: Yen }): Promise<Failure<LinkProblem> | null> {
  const at = { field: 'amountYen' } as const
  if (kind === 'dues') return fail('giving_link_has_amount_of_dues', at)
  const { details: { minimumYen, maximumYen } } = await readGivingSettingsWithin(tx)
  if (amountYen >= minimumYen && amountYen <= maximumYen) return null
  return fail('giving_amount_outside_limits', { ...at, about: rangeInWords(minimumYen, maximumYen) })
}

export interface GivingLinkRow extends GivingLinkDetails {
  readonly id: GivingLinkId
  readonly code: string
  readonly closedOn: LocalDate | null
  readonly revision: number
  readonly target: { readonly title: string; readonly kind: GivingTargetKind }
  readonly areaName: string
  /** Gifts that were begun from it, and those of them that were paid. */
  readonly starts: number
  readonly paid: number
}

/** Every link, closed ones included, the newest first. */
export async function listGivingLinks({ db }: Deps): Promise<GivingLinkRow[]> {
  const [links, gifts] = await Promise.all([
    db.prisma.givingLink.findMany({ orderBy: { id: 'desc' }, include: { target: { select: { title: true, kind: true } }, area: { select: { name: true } } } }),
    db.pool.query<{ linkId: string; starts: number; paid: number }>(giftSql),
  ])
  const counts = new Map(gifts.rows.map(({ linkId, ...count }) => [linkId, count]))
  return links.map(({ area, ...link }) => ({
    ...linkDetailsOf(link),
    id: id(link.id),
    closedOn: fromNullableDateColumn(link.closedOn),
    areaName: area?.name ?? '',
    starts: counts.get(link.id)?.starts ?? 0,
    paid: counts.get(link.id)?.paid ?? 0,
  }))
}

const giftSql = `
  SELECT link_id AS "linkId", count(*)::int AS starts, count(*) FILTER (WHERE state = 'paid')::int AS paid
  FROM online_gift WHERE link_id IS NOT NULL GROUP BY link_id`

interface LinkColumns {
  readonly targetId: string
  readonly areaId: string | null
  readonly amountYen: bigint | null
}

function linkDetailsOf<Row extends LinkColumns>(row: Row) {
  return {
    ...row,
    targetId: id<'GivingTargetId'>(row.targetId),
    areaId: row.areaId === null ? null : id<'AreaId'>(row.areaId),
    amountYen: row.amountYen === null ? null : yenFromColumn(row.amountYen),
  }
}

function columnsOf({ amountYen, ...same }: GivingLinkDetails) {
  return { ...same, amountYen: amountYen === null ? null : BigInt(amountYen) }
}
