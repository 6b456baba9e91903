/**
 * What the product's webhooks are compared with: the least that node:http and pg can do for the same rows. It checks the
 * signature and writes event, giver, entry, totals, audit, gift and payment by one hand-written statement.
 * `node bench/bare-webhooks.ts` with DATABASE_URL, PORT, SHARING and WEBHOOK_SECRET.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import pg from 'pg'
import type { BareSharing } from './bare-books.ts'
import { bareWebhook } from './bare-webhook-statement.ts'
import type { WebhookLoad } from './webhook-load.ts'

const { DATABASE_URL: connectionString = '', PORT, SHARING, WEBHOOK_SECRET = '', LOAD = '' } = process.env
const sharing: BareSharing = SHARING === 'same-rows' ? SHARING : 'no-shared-row'
const load: WebhookLoad = JSON.parse(LOAD)
const pool = new pg.Pool({ connectionString, max: 16 })
const statement = { name: 'bare_webhook', text: bareWebhook(sharing) }
const newId = () => uuidV7(Date.now(), randomBytes(10))

interface BareEvent {
  readonly id: string
  readonly type: string
  readonly created: number
  readonly data: { readonly object: { readonly payment_intent: string; readonly amount_total: number; readonly metadata: { readonly gift_id: string } } }
}

createServer((request, response) => {
  if (request.method === 'GET') return void response.writeHead(200).end('ready')
  take(request).then((status) => response.writeHead(status).end(), (error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
}).listen(Number(PORT), '127.0.0.1')

async function take(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const [time = '', signature = ''] = String(request.headers['stripe-signature']).split(',').map((part) => part.slice(part.indexOf('=') + 1))
  const expected = createHmac('sha256', WEBHOOK_SECRET).update(`${time}.`).update(body).digest()
  if (!timingSafeEqual(Buffer.from(signature, 'hex'), expected)) return 400
  const event: BareEvent = JSON.parse(body.toString())
  const { payment_intent: intent, amount_total: amount, metadata: { gift_id: giftId } } = event.data.object
  await pool.query({
    ...statement,
    values: [
      load.paymentAccountId, event.id, event.type, new Date(event.created * 1000), body, giftId, intent, amount, newId(), newId(), newId(), newId(), newId(),
      load.entryDate, load.fiscalYear, load.receivableAccountId, load.incomeAccountId, load.fundingSourceId, load.userId,
    ],
  })
  return 200
}

process.once('SIGTERM', () => process.exit(0))
