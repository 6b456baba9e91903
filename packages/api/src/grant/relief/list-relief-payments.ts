import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { GrantCallId, JournalEntryId, ReliefPaymentId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAmong } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'

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

/** 見舞金 of a call, in the order in which it was booked; at a moment what was booked by then, as it stood. */
export async function listReliefPayments({ db }: Pick<Deps, 'db'>, callId: GrantCallId, at: ReportMoment = ofNow): Promise<ReliefPayment[]> {
  const { rows } = await readAt(db, at, (books, since) => books.query<ReliefPayment>(
    `SELECT r.id AS "paymentId", r.paid_on AS "paidOn", k.name AS "className", a.name AS "areaName", m.name AS "committeeName",
       r.recipients, r.amount_yen AS "amountYen", e.id AS "entryId", e.entry_number AS "entryNumber", u.id IS NOT NULL AS "isReversed"
     FROM relief_payment r JOIN relief_class k ON k.id = r.relief_class_id JOIN journal_entry e ON e.id = r.entry_id
       LEFT JOIN journal_entry u ON u.reverses_entry_id = e.id AND NOT ${isAmong(since, 'u')} LEFT JOIN area a ON a.id = r.area_id
       LEFT JOIN grant_committee m ON m.id = r.committee_id
     WHERE r.call_id = $1${wasPosted('e.id', since)} ORDER BY e.fiscal_year, e.entry_number`,
    [callId],
  ))
  return rows
}
