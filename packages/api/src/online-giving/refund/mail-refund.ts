import type { OnlinePaymentId, OnlineRefundId, SupporterId } from '@sasaeai/domain/ids'
import { isMailAddress } from '@sasaeai/domain/letter/outbox/mail-address'
import type { Yen } from '@sasaeai/domain/money/yen'
import { type RefundedReceipt, type RefundFacts, refundMailOf } from '@sasaeai/domain/online-giving/refund/refund-mail'
import type { Desk } from '../../deps.ts'
import { queueMail } from '../../letter/outbox/queue-mail.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

interface ToldRefund {
  readonly refundId: OnlineRefundId
  readonly paymentId: OnlinePaymentId
  readonly amountYen: Yen
  readonly receipt: RefundedReceipt
  /** It was told as done before. */
  readonly hasFailed: boolean
}

interface RefundedGift extends Omit<RefundFacts, 'amountYen' | 'receipt' | 'hasFailed'> {
  readonly supporterId: SupporterId | null
  readonly email: string
}

/** 返金のお知らせ: tells the giver what went back, in the transaction that books it; once for each way a refund can end. */
export async function mailRefund(desk: Desk, { refundId, paymentId, ...told }: ToldRefund): Promise<void> {
  const [gift] = await desk.tx.$queryRawUnsafe<RefundedGift[]>(giftSql, paymentId)
  if (gift === undefined || !isMailAddress(gift.email)) return
  const { supporterId, email, giverName } = gift
  await queueMail(desk, {
    ...refundMailOf({ ...gift, ...told }), orderId: refundId, subjectId: told.hasFailed ? paymentId : refundId, kind: 'online_refund', supporterId, toName: giverName, toAddress: email, attachments: [],
  })
}

const giftSql = `
  SELECT ${survivorOf('g.supporter_id')} AS "supporterId", g.email, g.language, g.name AS "giverName", g.giver_kind = 'organization' AS "isOrganization", t.title AS purpose,
    p.paid_on::text AS "paidOn", (p.amount_yen - p.refunded_yen)::float8 AS "leftYen", c.is_demo AS "isDemo",
    jsonb_build_object('name', c.name, 'address', c.address, 'phone', c.phone, 'email', c.email) AS council
  FROM online_payment p JOIN online_gift g ON g.id = p.gift_id JOIN giving_target t ON t.id = g.target_id CROSS JOIN council c WHERE p.id = $1::uuid`
