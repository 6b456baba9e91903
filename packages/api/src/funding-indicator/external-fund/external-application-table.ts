import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ExternalApplicationDetails } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { id, idIn } from '@sasaeai/domain/ids'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundChange, groundRowOf, type SavedTable } from '../../council/ground-table.ts'
import { readReceivedYen } from './read-received-yen.ts'

type ApplicationProblem = 'external_call_fixed' | 'external_received' | 'external_award_below_received'

const columns = {
  callId: true, projectName: true, requestedYen: true, state: true, appliedOn: true, decidedOn: true, awardedYen: true, reportDueOn: true, reportedOn: true,
  responsibleId: true, fundId: true, note: true, revision: true,
} as const

/** 外部資金の申込. */
export const externalApplicationTable: SavedTable<ExternalApplicationDetails, ApplicationProblem> = {
  subjectKind: 'external_application',
  read: async (tx, applicationId) => {
    const row = await tx.externalApplication.findUnique({ where: { id: applicationId }, select: columns })
    if (row === null) return null
    const { callId, requestedYen, appliedOn, decidedOn, awardedYen, reportDueOn, reportedOn, responsibleId, fundId, ...same } = row
    const amount = (value: bigint | null): Yen | null => (value === null ? null : yenFromColumn(value))
    return groundRowOf({
      ...same,
      callId: id<'ExternalCallId'>(callId),
      requestedYen: amount(requestedYen),
      appliedOn: fromNullableDateColumn(appliedOn),
      decidedOn: fromNullableDateColumn(decidedOn),
      awardedYen: amount(awardedYen),
      reportDueOn: fromNullableDateColumn(reportDueOn),
      reportedOn: fromNullableDateColumn(reportedOn),
      responsibleId: idIn<'UserId'>(responsibleId) ?? null,
      fundId: idIn<'FundId'>(fundId) ?? null,
    })
  },
  insert: (tx, applicationId, details) => tx.externalApplication.create({ data: { id: applicationId, ...columnsOf(details) } }),
  update: (tx, applicationId, details) => tx.externalApplication.update({ where: { id: applicationId }, data: columnsOf(details) }),
  remove: (tx, applicationId) => tx.externalApplication.delete({ where: { id: applicationId } }),
  problemOfSaving,
}

/** What has come of an award stays within it. */
async function problemOfSaving(tx: Tx, { id: applicationId, before, after }: GroundChange<ExternalApplicationDetails>): Promise<Failure<ApplicationProblem> | null> {
  if (before === null) return null
  if (before.callId !== after.callId) return fail('external_call_fixed')
  const receivedYen = await readReceivedYen(tx, applicationId)
  if (receivedYen === 0) return null
  if (after.awardedYen === null) return fail('external_received', { field: 'state' })
  return after.awardedYen < receivedYen ? fail('external_award_below_received', { field: 'awardedYen', about: formatYen(receivedYen) }) : null
}

function columnsOf(details: ExternalApplicationDetails) {
  const { requestedYen, appliedOn, decidedOn, awardedYen, reportDueOn, reportedOn, ...same } = details
  const day = (date: LocalDate | null) => (date === null ? null : toDateColumn(date))
  const amount = (value: Yen | null) => (value === null ? null : BigInt(value))
  return {
    ...same, requestedYen: amount(requestedYen), appliedOn: day(appliedOn), decidedOn: day(decidedOn), awardedYen: amount(awardedYen), reportDueOn: day(reportDueOn),
    reportedOn: day(reportedOn),
  }
}
