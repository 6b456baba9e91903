import { createHmac, timingSafeEqual } from 'node:crypto'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { OnlineGiftId, ReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { GiverReceipt, VoidGiverReceipt } from '@sasaeai/domain/online-giving/giver/giver-page'
import type { Deps } from '../../deps.ts'
import { givingKey } from '../abuse/giving-secret.ts'

/** For so long a path to a receipt is good, in milliseconds: it may stay behind in the history of a shared computer. */
const goodForMillis = 60 * 60_000

/** Whose receipts are asked for: those of one gift, or those of one e-mail address. */
export type ReceiptOwner = { readonly giftId: OnlineGiftId } | { readonly email: string }

interface ReceiptRow {
  readonly receiptId: ReceiptId
  readonly number: string
  readonly issuedOn: LocalDate
  readonly amountYen: Yen
  readonly calendarYear: number | null
}

/**
 * The receipts that stand for nothing but payments of the owner's gifts, the newest first. One that also holds what came in by
 * another door, or from another address, is not shown: the office gives it to whom it names.
 */
export async function listGiverReceipts(deps: Deps, owner: ReceiptOwner): Promise<GiverReceipt[]> {
  const { rows } = await deps.db.pool.query<ReceiptRow>(receiptSql, 'email' in owner ? [owner.email, null] : [null, owner.giftId])
  const key = await givingKey(deps, 'receipt')
  const until = deps.now().getTime() + goodForMillis
  return rows.map(({ receiptId, ...receipt }) => ({ ...receipt, path: `/gift-receipts/${receiptId}?until=${until}&token=${signed(key, receiptId, until)}` }))
}

/** Those of the same payments that are void, so that whoever kept one learns that it is valid no more. */
export async function listVoidReceipts(deps: Deps, owner: ReceiptOwner): Promise<VoidGiverReceipt[]> {
  const { rows } = await deps.db.pool.query<VoidGiverReceipt>(voidSql, 'email' in owner ? [owner.email, null] : [null, owner.giftId])
  return rows
}

/** Whether somebody was shown this path within the last hour. */
export async function isPathShown(deps: Deps, { receiptId, until, token }: { receiptId: ReceiptId; until: number; token: string }): Promise<boolean> {
  if (until < deps.now().getTime()) return false
  const [given, expected] = [Buffer.from(token), Buffer.from(signed(await givingKey(deps, 'receipt'), receiptId, until))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function signed(key: string, receiptId: ReceiptId, until: number): string {
  return createHmac('sha256', key).update(`${receiptId} ${until}`).digest('base64url')
}

const receiptSql = `
  WITH mine AS MATERIALIZED (
    SELECT p.entry_id FROM online_payment p JOIN online_gift g ON g.id = p.gift_id
    WHERE p.entry_id IS NOT NULL AND (g.email = $1 OR g.id = $2))
  SELECT r.id AS "receiptId", r.printed_number AS number, r.issued_on AS "issuedOn", r.amount_yen AS "amountYen", r.calendar_year AS "calendarYear"
  FROM receipt r
  WHERE r.voided_at IS NULL AND r.id IN (SELECT e.receipt_id FROM receipt_entry e JOIN mine ON mine.entry_id = e.entry_id WHERE e.is_live)
    AND NOT EXISTS (SELECT 1 FROM receipt_entry e WHERE e.receipt_id = r.id AND NOT EXISTS (SELECT 1 FROM mine WHERE mine.entry_id = e.entry_id))
  ORDER BY r.issued_on DESC, r.issued_at DESC, r.id DESC`

/** What was corrected of a payment comes after it in the books, one entry after the other. */
const voidSql = `
  WITH RECURSIVE mine AS (
    SELECT e.id FROM online_payment p JOIN online_gift g ON g.id = p.gift_id JOIN payment_account a ON a.id = p.payment_account_id
      JOIN journal_entry e ON e.source_kind = 'online_payment' AND e.source_id = a.code || ':' || p.money_id
    WHERE g.email = $1 OR g.id = $2
    UNION SELECT e.id FROM mine JOIN journal_entry e ON e.corrects_entry_id = mine.id)
  SELECT r.printed_number AS number, r.calendar_year AS "calendarYear"
  FROM receipt r
  WHERE r.voided_at IS NOT NULL AND r.id IN (SELECT e.receipt_id FROM receipt_entry e JOIN mine ON mine.id = e.entry_id)
    AND NOT EXISTS (SELECT 1 FROM receipt_entry e WHERE e.receipt_id = r.id AND NOT EXISTS (SELECT 1 FROM mine WHERE mine.id = e.entry_id))
  ORDER BY r.voided_at DESC, r.id DESC`
