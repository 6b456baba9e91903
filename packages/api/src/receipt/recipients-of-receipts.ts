import type { SupporterId } from '@sasaeai/domain/ids'
import type { ReceiptFilter } from '@sasaeai/domain/receipt/receipt-list-input'
import type { Deps } from '../deps.ts'
import { foundIn, type FoundRecipients } from '../letter/address-label/recipient-sources.ts'
import { survivorOf } from '../supporter/merged-supporter-sql.ts'
import { receiptSelection } from './receipt-queries.ts'

/** Who got the receipts that the list shows for these filters, as those who can be written to: each once. Void ones only where the list is of those. */
export function recipientsOfReceipts(deps: Deps, filter: ReceiptFilter): Promise<FoundRecipients> {
  const { where, values } = receiptSelection(filter)
  return recipientsWhere(deps, filter.state === 'void' ? where : `r.voided_at IS NULL AND ${where}`, values)
}

/** The same of the 年間証明 of a calendar year. */
export function recipientsOfYear(deps: Deps, calendarYear: number): Promise<FoundRecipients> {
  return recipientsWhere(deps, 'r.voided_at IS NULL AND r.calendar_year = $1', [calendarYear])
}

async function recipientsWhere({ db }: Deps, condition: string, values: readonly unknown[]): Promise<FoundRecipients> {
  const { rows } = await db.pool.query<{ supporterId: SupporterId | null; records: number }>(
    `SELECT ${survivorOf('r.supporter_id')} AS "supporterId", count(*)::int AS records FROM receipt r WHERE ${condition} GROUP BY 1`,
    [...values],
  )
  return foundIn(rows)
}
