import type { Db } from '@sasaeai/db/database'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, ReceiptId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { ReceiptCase } from '@sasaeai/domain/online-giving/care/payment-receipt'
import type { ThanksFacts } from '@sasaeai/domain/online-giving/care/thanks-mail'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A payment that something is still to be done for, with all that it depends on. */
export interface PaymentCase extends ReceiptCase, Omit<ThanksFacts, 'receipt' | 'thanks' | 'isOrganization'> {
  readonly paymentId: string
  readonly care: 'receipt' | 'deposit' | 'mail' | 'done'
  /** The entry that stands for what is left of it; null where all was given back. */
  readonly entryId: JournalEntryId | null
  readonly supporterId: SupporterId | null
  readonly email: string
  readonly amountYen: Yen
  readonly paidOn: LocalDate
  /** The receipt that stands for it now. */
  readonly receiptId: ReceiptId | null
  /** お礼の言葉, or empty for the usual ones. */
  readonly ownThanks: string
  /** What the usual words depend on. */
  readonly minimumYen: Yen
  readonly maximumYen: Yen
  readonly isThanked: boolean
}

/** A payment and what it depends on; null where there is none. */
export async function readPaymentCase({ pool }: Db, paymentId: string): Promise<PaymentCase | null> {
  const { rows } = await pool.query<PaymentCase>({ name: 'payment_case', text: caseSql, values: [paymentId] })
  return rows[0] ?? null
}

const caseSql = `
  SELECT p.id AS "paymentId", p.care::text, p.entry_id AS "entryId", ${survivorOf('g.supporter_id')} AS "supporterId", g.email, (p.amount_yen - p.refunded_yen) AS "amountYen",
    p.paid_on AS "paidOn", s.receipt_rule::text AS rule, s.tax_date_basis::text AS basis, s.thanks AS "ownThanks", s.minimum_yen AS "minimumYen", s.maximum_yen AS "maximumYen",
    g.receipt_wish::text AS wish, g.giver_kind::text AS "giverKind", g.language, g.name AS "giverName", g.frequency = 'monthly' AS "isMonthly", t.title AS purpose,
    CASE WHEN t.campaign_id IS NOT NULL THEN 'drive' WHEN t.dues_kind_id IS NOT NULL THEN 'dues' ELSE 'donation' END AS money,
    d.received_on IS NOT NULL AS "isDated", c.is_demo AS "isDemo",
    jsonb_build_object('name', c.name, 'address', c.address, 'phone', c.phone, 'email', c.email) AS council,
    (SELECT r.receipt_id FROM receipt_entry r WHERE r.entry_id = p.entry_id AND r.is_live) AS "receiptId",
    EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.order_id = p.id AND m.subject_id = p.id) AS "isThanked"
  FROM online_payment p JOIN online_gift g ON g.id = p.gift_id JOIN giving_target t ON t.id = g.target_id
    CROSS JOIN giving_settings s CROSS JOIN council c LEFT JOIN donation d ON d.entry_id = p.entry_id
  WHERE p.id = $1`
