import { jsonInstant } from '@sasaeai/db/json-instant'
import type { GiftStatusInput } from '@sasaeai/domain/online-giving/giver/giver-page-input'
import type { GiftStatus } from '@sasaeai/domain/online-giving/giver/giver-page'
import type { Deps } from '../../deps.ts'
import { listGiverReceipts, listVoidReceipts } from '../giver/receipt-path.ts'
import { isSecretOf } from './gift-access.ts'

/** How a gift stands, for whoever shows its secret; null for everybody else, whether there is such a gift or not. */
export async function readGiftStatus(deps: Deps, { giftId, access }: GiftStatusInput): Promise<GiftStatus | null> {
  const { rows } = await deps.db.pool.query<{ status: Omit<GiftStatus, 'receipts' | 'voidReceipts'>; accessHash: Buffer }>(statusSql, [giftId])
  const [row] = rows
  if (row === undefined || !isSecretOf(access, row.accessHash)) return null
  const [receipts, voidReceipts] = await Promise.all([listGiverReceipts(deps, { giftId }), listVoidReceipts(deps, { giftId })])
  return { ...row.status, receipts, voidReceipts }
}

const statusSql = `
  SELECT row_to_json(s) AS status, h.access_hash AS "accessHash"
  FROM (SELECT g.id AS "giftId", g.state, t.slug, t.title, t.kind, g.frequency, g.amount_yen AS "amountYen", g.units, g.name AS "giverName", g.email,
      ${jsonInstant('g.started_at')} AS "startedAt", CASE WHEN g.state = 'started' THEN g.session_url ELSE '' END AS "payUrl",
      ${jsonInstant('g.payable_until')} AS "payableUntil", g.voucher_url AS "voucherUrl", g.failure,
      paid."paidOn", paid."paidYen", paid."refundedYen",
      coalesce((SELECT p.method FROM online_payment p WHERE p.gift_id = g.id ORDER BY p.paid_at LIMIT 1), '') AS method,
      (SELECT r.state FROM recurring_gift r WHERE r.gift_id = g.id) AS "recurringState", g.receipt_wish AS "receiptWish",
      coalesce((SELECT c.is_demo FROM council c), false) AS "isDemo"
    FROM online_gift g JOIN giving_target t ON t.id = g.target_id CROSS JOIN LATERAL (SELECT min(p.paid_on) AS "paidOn", coalesce(sum(p.amount_yen), 0)::float8 AS "paidYen",
        coalesce(sum(p.refunded_yen), 0)::float8 AS "refundedYen" FROM online_payment p WHERE p.gift_id = g.id) paid
    WHERE g.id = $1) s, online_gift h WHERE h.id = $1`
