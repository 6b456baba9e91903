import { jsonInstant } from '@sasaeai/db/json-instant'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AcknowledgmentConsent } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { JournalEntryId, OnlineGiftId, OnlinePaymentId, OnlineRefundId, PayoutId, ReceiptId, UserId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { OnlineDisputeState } from '@sasaeai/domain/online-giving/dispute/online-dispute-state'
import type { OnlineRefundState } from '@sasaeai/domain/online-giving/refund/online-refund-state'
import type { GivingLanguage } from '@sasaeai/domain/online-giving/gift/giving-language'
import type { ReceiptWish } from '@sasaeai/domain/online-giving/gift/receipt-wish'
import type { Deps } from '../../deps.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'
import type { RecurringChangeLine } from '../recurring/list-recurring.ts'
import { readRecurringOfGift, type RecurringOfGift } from '../recurring/list-recurring.ts'
import type { GatewayEventRow } from '../event/list-gateway-events.ts'
import { listEventsOfGift } from '../event/list-gateway-events.ts'
import type { OnlineGiftRow } from './list-online-gifts.ts'

/** Everything that a giver filled in, as it was. */
interface FilledInGift extends Omit<OnlineGiftRow, 'methods' | 'payments' | 'paidYen' | 'refundedYen' | 'recurringState'> {
  readonly accountName: string
  readonly linkLabel: string | null
  readonly areaName: string | null
  readonly units: number | null
  readonly duesYear: number | null
  readonly kana: string
  readonly contactPerson: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly receiptWish: ReceiptWish
  readonly donationKind: DonationKind
  readonly deceasedName: string
  readonly relationship: string
  readonly consent: AcknowledgmentConsent
  readonly printedName: string
  readonly message: string
  readonly language: GivingLanguage
  readonly payableUntil: string | null
  readonly failure: string
  readonly supporterName: string | null
}

export interface PaymentOfGift {
  readonly paymentId: OnlinePaymentId
  readonly moneyId: string
  readonly paymentIntentId: string | null
  readonly paidOn: LocalDate
  readonly amountYen: Yen
  readonly refundedYen: Yen
  readonly feeYen: Yen | null
  readonly method: string
  readonly payoutId: PayoutId | null
  readonly arrivesOn: LocalDate | null
  /** Everything in the books about it, in the order in which it was booked. */
  readonly entries: readonly { readonly entryId: JournalEntryId; readonly fiscalYear: number; readonly entryNumber: number; readonly entryDate: LocalDate; readonly description: string }[]
  readonly receipts: readonly { readonly receiptId: ReceiptId; readonly number: string; readonly isVoid: boolean }[]
  readonly refunds: readonly {
    readonly refundId: OnlineRefundId
    readonly amountYen: Yen
    readonly reason: string
    readonly state: OnlineRefundState
    readonly requestedAt: string
    readonly requestedByName: string | null
    readonly requestedById: UserId | null
    readonly approvedByName: string | null
    readonly settledAt: string | null
    readonly failure: string
  }[]
  readonly disputes: readonly { readonly amountYen: Yen; readonly reason: string; readonly state: OnlineDisputeState; readonly openedAt: string; readonly answerBy: string | null }[]
}

export interface OnlineGiftRecord extends FilledInGift {
  readonly paymentsMade: readonly PaymentOfGift[]
  readonly recurring: RecurringOfGift | null
  readonly changes: readonly RecurringChangeLine[]
  /** What the gateway told about it, the newest first. */
  readonly events: readonly GatewayEventRow[]
  /** From this amount on a second person approves a refund, in yen. */
  readonly refundApprovalYen: Yen
}

/** One online gift with everything that became of it, or null. */
export async function readOnlineGift(deps: Deps, giftId: OnlineGiftId): Promise<OnlineGiftRecord | null> {
  const { pool } = deps.db
  const [gifts, payments, settings, recurring, events] = await Promise.all([
    pool.query<FilledInGift>(filledInSql, [giftId]),
    pool.query<PaymentOfGift>(paymentsSql, [giftId]),
    pool.query<{ refundApprovalYen: Yen }>('SELECT refund_approval_yen AS "refundApprovalYen" FROM giving_settings'),
    readRecurringOfGift(deps, giftId),
    listEventsOfGift(deps, giftId),
  ])
  const [gift] = gifts.rows
  const [approval] = settings.rows
  if (gift === undefined || approval === undefined) return null
  return { ...gift, ...approval, paymentsMade: payments.rows, recurring: recurring.recurring, changes: recurring.changes, events }
}

const filledInSql = `SELECT g.id AS "giftId", ${jsonInstant('g.started_at')} AS "startedAt", t.title AS "targetTitle", g.frequency, g.giver_kind AS "giverKind", g.name, g.email,
    s.id AS "supporterId", s.number AS "supporterNumber", s.name AS "supporterName", g.amount_yen AS "amountYen", g.state, a.name AS "accountName", l.label AS "linkLabel",
    r.name AS "areaName", g.units, g.dues_year AS "duesYear", g.kana, g.contact_person AS "contactPerson", g.postal_code AS "postalCode", g.address, g.phone,
    g.receipt_wish AS "receiptWish", g.donation_kind AS "donationKind", g.deceased_name AS "deceasedName", g.relationship, g.consent, g.printed_name AS "printedName",
    g.message, g.language, ${jsonInstant('g.payable_until')} AS "payableUntil", g.failure
  FROM online_gift g JOIN giving_target t ON t.id = g.target_id JOIN payment_account a ON a.id = g.payment_account_id LEFT JOIN giving_link l ON l.id = g.link_id
    LEFT JOIN area r ON r.id = g.area_id LEFT JOIN supporter s ON s.id = ${survivorOf('g.supporter_id')}
  WHERE g.id = $1`

/** Entries about a payment: its own, and whatever has put something in its place or taken it away. */
const entriesOfPayment = `WITH RECURSIVE own AS (
    SELECT e.id FROM journal_entry e WHERE e.source_kind = 'online_payment' AND e.source_id = a.code || ':' || p.money_id
    UNION SELECT e.id FROM journal_entry e WHERE e.source_kind = 'online_refund' AND e.source_id IN (SELECT x.id::text FROM online_refund x WHERE x.payment_id = p.id UNION ALL SELECT x.id || ':returned' FROM online_refund x WHERE x.payment_id = p.id)
    UNION SELECT e.id FROM journal_entry e WHERE e.source_kind = 'online_dispute' AND e.source_id IN (SELECT x.id::text FROM online_dispute x WHERE x.payment_id = p.id UNION ALL SELECT x.id || ':returned' FROM online_dispute x WHERE x.payment_id = p.id)
    UNION SELECT e.id FROM own o JOIN journal_entry e ON e.reverses_entry_id = o.id OR e.corrects_entry_id = o.id)
  SELECT e.* FROM own o JOIN journal_entry e ON e.id = o.id`

const paymentsSql = `SELECT p.id AS "paymentId", p.money_id AS "moneyId", p.payment_intent_id AS "paymentIntentId", p.paid_on AS "paidOn", p.amount_yen AS "amountYen",
    p.refunded_yen AS "refundedYen", p.fee_yen AS "feeYen", p.method, o.id AS "payoutId", o.arrives_on AS "arrivesOn",
    coalesce((SELECT jsonb_agg(jsonb_build_object('entryId', e.id, 'fiscalYear', e.fiscal_year, 'entryNumber', e.entry_number, 'entryDate', e.entry_date, 'description', e.description) ORDER BY e.posted_at, e.entry_number)
      FROM (${entriesOfPayment}) e), '[]') AS entries,
    coalesce((SELECT jsonb_agg(jsonb_build_object('receiptId', c.id, 'number', c.printed_number, 'isVoid', c.voided_at IS NOT NULL) ORDER BY c.issued_at)
      FROM (SELECT DISTINCT x.receipt_id FROM receipt_entry x WHERE x.entry_id IN (SELECT e.id FROM (${entriesOfPayment}) e)) w JOIN receipt c ON c.id = w.receipt_id), '[]') AS receipts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('refundId', f.id, 'amountYen', f.amount_yen, 'reason', f.reason, 'state', f.state, 'requestedAt', ${jsonInstant('f.requested_at')},
        'requestedById', f.requested_by_id, 'requestedByName', u.name, 'approvedByName', v.name, 'settledAt', ${jsonInstant('f.settled_at')}, 'failure', f.failure) ORDER BY f.requested_at)
      FROM online_refund f LEFT JOIN user_account u ON u.id = f.requested_by_id LEFT JOIN user_account v ON v.id = f.approved_by_id WHERE f.payment_id = p.id), '[]') AS refunds,
    coalesce((SELECT jsonb_agg(jsonb_build_object('amountYen', d.amount_yen, 'reason', d.reason, 'state', d.state, 'openedAt', ${jsonInstant('d.opened_at')}, 'answerBy', ${jsonInstant('d.answer_by')}) ORDER BY d.opened_at)
      FROM online_dispute d WHERE d.payment_id = p.id), '[]') AS disputes
  FROM online_payment p JOIN payment_account a ON a.id = p.payment_account_id LEFT JOIN payout o ON o.id = p.payout_id
  WHERE p.gift_id = $1 ORDER BY p.paid_at DESC, p.id`
