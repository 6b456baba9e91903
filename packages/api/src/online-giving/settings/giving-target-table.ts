import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import type { GivingTargetDetails } from '@sasaeai/domain/online-giving/settings/giving-target-details'
import { type GivingTargetProblem, problemOfGivingTarget } from '@sasaeai/domain/online-giving/settings/problem-of-giving-target'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'
import { readTargetSurroundings } from './read-target-surroundings.ts'

const columns = {
  kind: true, slug: true, title: true, lead: true, fundId: true, campaignId: true, duesKindId: true, fundingSourceId: true, collectionMethodId: true,
  paymentAccountId: true, channelId: true, suggestedYen: true, allowsMonthly: true, instruction: true, instructedOn: true, externalUrl: true,
  sequence: true, opensOn: true, closesOn: true, revision: true,
} as const

/** 受付項目. */
export const givingTargetTable: GroundTable<GivingTargetDetails, GivingTargetProblem | 'giving_slug_taken' | 'giving_kind_fixed'> = {
  subjectKind: 'giving_target',
  read: async (tx, targetId) => {
    const row = await tx.givingTarget.findUnique({ where: { id: targetId }, select: columns })
    return groundRowOf(row === null ? null : targetDetailsOf(row))
  },
  insert: (tx, targetId, target) => tx.givingTarget.create({ data: { id: targetId, ...columnsOf(target) } }),
  update: (tx, targetId, target) => tx.givingTarget.update({ where: { id: targetId }, data: columnsOf(target) }),
  setClosedOn: (tx, targetId, closedOn) => tx.givingTarget.update({ where: { id: targetId }, data: { closedOn } }),
  remove: (tx, targetId) => tx.givingTarget.delete({ where: { id: targetId } }),
  problemOfSaving: async (tx, { id: targetId, before, after }) => {
    if (before !== null && before.kind !== after.kind) return fail('giving_kind_fixed', { field: 'kind' })
    return problemOfGivingTarget(after, await readTargetSurroundings(tx, { targetId, target: after }))
  },
  refusalOf: (error) => (isUniqueViolation(error) ? fail('giving_slug_taken', { field: 'slug' }) : null),
}

interface TargetColumns extends Pick<GivingTargetDetails, 'kind' | 'slug' | 'title' | 'lead' | 'allowsMonthly' | 'instruction' | 'externalUrl' | 'sequence'> {
  readonly fundId: string | null
  readonly campaignId: string | null
  readonly duesKindId: string | null
  readonly fundingSourceId: string
  readonly collectionMethodId: string | null
  readonly paymentAccountId: string
  readonly channelId: string | null
  readonly suggestedYen: readonly bigint[]
  readonly instructedOn: Date | null
  readonly opensOn: Date | null
  readonly closesOn: Date | null
}

/** What the form edits, out of a row. */
export function targetDetailsOf<Row extends TargetColumns>(row: Row): Omit<Row, keyof GivingTargetDetails> & GivingTargetDetails {
  return {
    ...row,
    fundId: row.fundId === null ? null : id(row.fundId),
    campaignId: row.campaignId === null ? null : id(row.campaignId),
    duesKindId: row.duesKindId === null ? null : id(row.duesKindId),
    fundingSourceId: id(row.fundingSourceId),
    collectionMethodId: row.collectionMethodId === null ? null : id(row.collectionMethodId),
    paymentAccountId: id(row.paymentAccountId),
    channelId: row.channelId === null ? null : id(row.channelId),
    suggestedYen: row.suggestedYen.map(yenFromColumn),
    instructedOn: fromNullableDateColumn(row.instructedOn),
    opensOn: fromNullableDateColumn(row.opensOn),
    closesOn: fromNullableDateColumn(row.closesOn),
  }
}

function columnsOf({ suggestedYen, instructedOn, opensOn, closesOn, ...same }: GivingTargetDetails) {
  return {
    ...same, suggestedYen: suggestedYen.map(BigInt), instructedOn: columnOf(instructedOn), opensOn: columnOf(opensOn), closesOn: columnOf(closesOn),
  }
}

function columnOf(day: LocalDate | null): Date | null {
  return day === null ? null : toDateColumn(day)
}
