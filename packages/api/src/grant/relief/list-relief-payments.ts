import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GrantCallId, JournalEntryId, ReliefPaymentId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

export interface ReliefPayment {
  readonly paymentId: ReliefPaymentId
  readonly paidOn: LocalDate
  readonly className: string
  readonly areaName: string | null
  readonly committeeName: string | null
  readonly recipients: number
  readonly amountYen: Yen
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  /** Undone: it is listed and does not count. */
  readonly isReversed: boolean
}

/** 見舞金 of a call, in the order in which it was booked. */
export async function listReliefPayments({ db }: Deps, callId: GrantCallId): Promise<ReliefPayment[]> {
  const { rows } = await db.pool.query<ReliefPayment>(
    `SELECT r.id AS "paymentId", r.paid_on AS "paidOn", k.name AS "className", a.name AS "areaName", m.name AS "committeeName",
       r.recipients, r.amount_yen AS "amountYen", e.id AS "entryId", e.entry_number AS "entryNumber", u.id IS NOT NULL AS "isReversed"
     FROM relief_payment r JOIN relief_class k ON k.id = r.relief_class_id JOIN journal_entry e ON e.id = r.entry_id
       LEFT JOIN journal_entry u ON u.reverses_entry_id = e.id LEFT JOIN area a ON a.id = r.area_id
       LEFT JOIN grant_committee m ON m.id = r.committee_id
     WHERE r.call_id = $1 ORDER BY e.fiscal_year, e.entry_number`,
    [callId],
  )
  return rows
}
