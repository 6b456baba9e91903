import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptRunId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { StartReceiptRunInput } from '@sasaeai/domain/receipt/receipt-input'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readOpenSeries } from '../write-receipts.ts'

/** 年間証明の発行: who wanted it, for which year and with which day; its papers are ordered next, and as often as it takes. */
export function startReceiptRun(
  deps: Deps,
  actor: Actor,
  { runId, calendarYear, issuedOn }: StartReceiptRunInput,
): Promise<Outcome<{ runId: ReceiptRunId }, 'receipt_year_to_come' | 'receipt_series_missing'>> {
  return inTransaction(deps.db, async (tx) => {
    if (calendarYear > partsOf(localDateInTokyo(deps.now())).year) return fail('receipt_year_to_come')
    if ((await readOpenSeries(tx, 'annual')) === null) return fail('receipt_series_missing')
    const { count } = await tx.receiptRun.createMany({
      data: [{ id: runId, calendarYear, issuedOn: toDateColumn(issuedOn), requestedAt: deps.now(), requestedById: actor.userId }],
      skipDuplicates: true,
    })
    const after = { calendarYear, issuedOn }
    if (count === 1) await recordAuditEvent(deps, tx, { actor, action: 'receipt_run.start', subjectKind: 'receipt_run', subjectId: runId, after })
    return succeed({ runId })
  }, { isolation: 'ReadCommitted' })
}
