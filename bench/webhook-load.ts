import { randomBytes, randomUUID } from 'node:crypto'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { signatureOf } from '@sasaeai/stripe-gateway/event/webhook-signature'
import { gatewayApiVersion } from '@sasaeai/stripe-gateway/read-event'
import { withClient } from './scratch-database.ts'

/** What the rows of a payment name: ids of the demo council. */
export interface WebhookLoad {
  readonly paymentAccountId: string
  readonly targetId: string
  readonly receivableAccountId: string
  readonly incomeAccountId: string
  readonly fundingSourceId: string
  readonly userId: string
  readonly entryDate: string
  readonly fiscalYear: number
}

/** A webhook as it is sent: signed when it leaves. */
export interface Webhook {
  readonly body: string
}

export async function readWebhookLoad(ownerUrl: string): Promise<WebhookLoad> {
  const entryDate = localDateInTokyo(new Date())
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Omit<WebhookLoad, 'entryDate' | 'fiscalYear'>>(`
      SELECT a.id AS "paymentAccountId", t.id AS "targetId", a.receivable_account_id AS "receivableAccountId", s.account_id AS "incomeAccountId", s.id AS "fundingSourceId",
        (SELECT id FROM user_account WHERE is_program) AS "userId"
      FROM giving_target t JOIN payment_account a ON a.id = t.payment_account_id JOIN funding_source s ON s.id = t.funding_source_id
      WHERE a.code = 'council' AND t.kind = 'general' ORDER BY t.sequence LIMIT 1`)
    const [load] = rows
    if (load === undefined) throw new Error('nothing can be given to in the demo council')
    return { ...load, entryDate, fiscalYear: fiscalYearOf(entryDate) }
  })
}

/** So many people give, each for the first time; answers with the ids of their gifts. */
export async function layGifts(ownerUrl: string, { paymentAccountId, targetId }: WebhookLoad, { count, schema }: { count: number; schema: 'public' | 'bare' }): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidV7(Date.now(), randomBytes(10)))
  await withClient(ownerUrl, (client) => client.query(
    `INSERT INTO ${schema}.online_gift (id, target_id, payment_account_id, frequency, amount_yen, giver_kind, name, kana, email, receipt_wish, access_hash, started_at, search_text)
     SELECT g, $2::uuid, $3::uuid, 'once', 3000, 'person', '支援 ' || g, 'シエン', g || '@example.jp', 'none', '', now(), '支援' FROM unnest($1::uuid[]) AS g`,
    [ids, targetId, paymentAccountId],
  ))
  return ids
}

/** Each payment told of twice, in an order of no meaning. */
export function webhooksOf(giftIds: readonly string[]): Webhook[] {
  const told = giftIds.flatMap((giftId) => {
    const body = paidEvent(giftId)
    return [{ body }, { body }]
  })
  return told.map((webhook) => ({ webhook, place: Math.random() })).toSorted((left, right) => left.place - right.place).map(({ webhook }) => webhook)
}

export function signed({ body }: Webhook, secret: string): string {
  return signatureOf(Buffer.from(body), { secret, now: new Date() })
}

/** As long as the gateway's own: some 3 KB. */
function paidEvent(giftId: string): string {
  const one = randomUUID().replaceAll('-', '')
  const session = {
    id: `cs_test_${one}`, object: 'checkout.session', mode: 'payment', payment_status: 'paid', status: 'complete', payment_intent: `pi_${one}`,
    amount_total: 3_000, amount_subtotal: 3_000, currency: 'jpy', metadata: { gift_id: giftId }, livemode: false, url: null, submit_type: 'donate',
    customer_details: { email: `${giftId}@example.jp`, name: null, address: null, phone: null, tax_exempt: 'none', tax_ids: [] },
    success_url: `https://giving.example.jp/thanks/${giftId}`, cancel_url: `https://giving.example.jp/give/${giftId}`,
    payment_method_options: { filler: 'x'.repeat(1_800) },
  }
  return JSON.stringify({
    id: `evt_${one}`, object: 'event', type: 'checkout.session.completed', api_version: gatewayApiVersion, created: Math.floor(Date.now() / 1000), livemode: false,
    pending_webhooks: 1, request: { id: null, idempotency_key: null }, data: { object: session },
  })
}
