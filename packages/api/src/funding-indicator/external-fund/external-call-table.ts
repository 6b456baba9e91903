import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ExternalCallDetails } from '@sasaeai/domain/funding-indicator/external-fund/external-call-details'
import { idIn } from '@sasaeai/domain/ids'
import { groundRowOf, type SavedTable } from '../../council/ground-table.ts'

const columns = {
  name: true, funder: true, funderId: true, kind: true, theme: true, opensOn: true, deadlineOn: true, amountYen: true, resultOn: true, url: true, note: true,
  passedOn: true, revision: true,
} as const

/** 外部資金の募集. */
export const externalCallTable: SavedTable<ExternalCallDetails> = {
  subjectKind: 'external_call',
  read: async (tx, callId) => {
    const row = await tx.externalCall.findUnique({ where: { id: callId }, select: columns })
    if (row === null) return null
    const { funderId, opensOn, deadlineOn, amountYen, resultOn, passedOn, ...same } = row
    return groundRowOf({
      ...same,
      funderId: idIn<'SupporterId'>(funderId) ?? null,
      opensOn: fromNullableDateColumn(opensOn),
      deadlineOn: fromDateColumn(deadlineOn),
      amountYen: amountYen === null ? null : yenFromColumn(amountYen),
      resultOn: fromNullableDateColumn(resultOn),
      passedOn: fromNullableDateColumn(passedOn),
    })
  },
  insert: (tx, callId, details) => tx.externalCall.create({ data: { id: callId, ...columnsOf(details) } }),
  update: (tx, callId, details) => tx.externalCall.update({ where: { id: callId }, data: columnsOf(details) }),
  remove: (tx, callId) => tx.externalCall.delete({ where: { id: callId } }),
}

function columnsOf({ opensOn, deadlineOn, amountYen, resultOn, passedOn, ...same }: ExternalCallDetails) {
  const day = (date: LocalDate | null) => (date === null ? null : toDateColumn(date))
  return {
    ...same, opensOn: day(opensOn), deadlineOn: toDateColumn(deadlineOn), amountYen: amountYen === null ? null : BigInt(amountYen), resultOn: day(resultOn),
    passedOn: day(passedOn),
  }
}
