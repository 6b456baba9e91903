import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { SpoilNumberInput } from '@sasaeai/domain/receipt/receipt-input'
import { formatReceiptNumber } from '@sasaeai/domain/receipt/receipt-number'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type ReceiptRefusal, receiptRefusalOf } from '../receipt-refusal.ts'
import { takeReceiptNumbers } from '../write-receipts.ts'

/** 書損番号: uses up the next number of a series without a receipt, such as for a form that was spoiled by hand; the reason stays with it. */
export async function spoilNumber(deps: Deps, actor: Actor, { seriesId, reason }: SpoilNumberInput): Promise<Outcome<{ number: string }, 'receipt_series_missing' | ReceiptRefusal>> {
  const spoiledOn = localDateInTokyo(deps.now())
  const fiscalYear = fiscalYearOf(spoiledOn)
  try {
    return await inTransaction(deps.db, async (tx): Promise<Outcome<{ number: string }, 'receipt_series_missing'>> => {
      const series = await tx.receiptSeries.findFirst({ where: { id: seriesId, closedOn: null } })
      if (series === null) return fail('receipt_series_missing')
      const [number] = await takeReceiptNumbers(tx, { seriesId, fiscalYear, howMany: 1 })
      if (number === undefined) throw new Error('the counter gave no receipt number')
      const printed = formatReceiptNumber(series, { fiscalYear, number })
      await tx.receiptSpoil.create({
        data: { seriesId, fiscalYear, receiptNumber: number, printedNumber: printed, reason, spoiledOn: toDateColumn(spoiledOn), recordedAt: deps.now(), recordedById: actor.userId },
      })
      const after = { receiptNumber: printed }
      await recordAuditEvent(deps, tx, { actor, action: 'receipt_spoil.record', subjectKind: 'receipt_series', subjectId: seriesId, after, reason })
      return succeed({ number: printed })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = receiptRefusalOf(error)
    if (refusal === null) throw error
    return refusal
  }
}
