import { setTimeout as pause } from 'node:timers/promises'
import { dropBareBooks, layBareBooks } from './bare-books.ts'
import { webhookTables } from './bare-webhook-statement.ts'
import { type Figure, percent, perSecond } from './figure.ts'
import { openKeepAliveConnection } from './keep-alive-connection.ts'
import { type ServerProcess, startBareWebhooks, startProductServer } from './product-server.ts'
import { mediansOfRounds, type Side } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { layGifts, readWebhookLoad, signed, type Webhook, type WebhookLoad, webhooksOf } from './webhook-load.ts'

const secret = 'whsec_of_the_bench'
const keys = { STRIPE_SECRET_KEY: 'sk_test_of_the_bench', STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_HOST: '127.0.0.1', STRIPE_API_PORT: '9', STRIPE_API_PROTOCOL: 'http' }
const payments = 500
const connections = 16

interface Place {
  readonly databaseUrl: string
  readonly load: WebhookLoad
}

/** 1,000 webhooks of which half are told of twice, until all is in the books: by the product, and by one hand-written statement each. */
export async function measureWebhooks({ databaseUrl, rounds }: { databaseUrl: string; rounds: number }): Promise<Figure[]> {
  // Papers and mails are made afterwards; without receipts the mails alone stand beside the bookings.
  await withClient(databaseUrl, (client) => client.query(`UPDATE giving_settings SET receipt_rule = 'annual'`))
  const place = { databaseUrl, load: await readWebhookLoad(databaseUrl) }
  await layBareBooks(databaseUrl, webhookTables)
  try {
    const medians = await compare(place, rounds)
    return [figure('webhooks, booked, at 16 connections', medians.ours, medians.bare), figure('  … against rows that nobody shares', medians.ours, medians.free), await killInTheMiddle(place)]
  } finally {
    await dropBareBooks(databaseUrl)
  }
}

function figure(name: string, ours: number, limit: number): Figure {
  return { name, ours: perSecond(ours), limit: perSecond(limit), ratio: percent(ours / limit), aim: '≥ 50 %', isMet: ours / limit >= 0.5 }
}

async function compare(place: Place, rounds: number): Promise<Record<'ours' | 'bare' | 'free', number>> {
  const environment = (SHARING: string) => ({ DATABASE_URL: place.databaseUrl, SHARING, WEBHOOK_SECRET: secret, LOAD: JSON.stringify(place.load) })
  const product = await startProductServer({ DATABASE_URL: place.databaseUrl, ...keys })
  const bare = await startBareWebhooks(environment('same-rows'))
  const free = await startBareWebhooks(environment('no-shared-row'))
  try {
    const side = (server: ServerProcess, schema: 'public' | 'bare'): Side => () => webhooksPerSecond(place, server, schema)
    // The first events of a fresh server compile what applies them; they are nobody's figure.
    await side(product, 'public')()
    return await mediansOfRounds(rounds, { ours: side(product, 'public'), bare: side(bare, 'bare'), free: side(free, 'bare') })
  } finally {
    for (const server of [product, bare, free]) await server.stop()
  }
}

async function webhooksPerSecond({ databaseUrl, load }: Place, server: ServerProcess, schema: 'public' | 'bare'): Promise<number> {
  const giftIds = await layGifts(databaseUrl, load, { count: payments, schema })
  const webhooks = webhooksOf(giftIds)
  return withClient(databaseUrl, async (client) => {
    const booked = async () => (await client.query<{ count: number }>(`SELECT count(*)::int FROM ${schema}.online_payment WHERE gift_id = ANY ($1::uuid[])`, [giftIds])).rows[0]?.count ?? 0
    const startedAt = performance.now()
    await sendAll(server.url, webhooks)
    while ((await booked()) < payments) await pause(3)
    const seconds = (performance.now() - startedAt) / 1_000
    if ((await booked()) !== payments) throw new Error(`booked ${await booked()} of ${payments}`)
    return webhooks.length / seconds
  })
}

/** @throws Error when one is not taken, or the server is gone. */
async function sendAll(url: string, webhooks: readonly Webhook[]): Promise<void> {
  const waiting = [...webhooks]
  await Promise.all(Array.from({ length: connections }, async () => {
    const connection = await openKeepAliveConnection(url)
    try {
      for (let webhook = waiting.pop(); webhook !== undefined; webhook = waiting.pop()) {
        const headers = { 'stripe-signature': signed(webhook, secret) }
        const { status } = await connection.ask({ method: 'POST', path: '/webhooks/payments/council', headers, body: webhook.body })
        if (status !== 200) throw new Error(`a webhook was answered ${status}`)
      }
    } finally {
      connection.close()
    }
  }))
}

/** The server is killed while it takes and books; the gateway tells all of it again to the next one. */
async function killInTheMiddle({ databaseUrl, load }: Place): Promise<Figure> {
  const giftIds = await layGifts(databaseUrl, load, { count: payments, schema: 'public' })
  const webhooks = webhooksOf(giftIds)
  const first = await startProductServer({ DATABASE_URL: databaseUrl, ...keys })
  const sending = sendAll(first.url, webhooks).then(() => 'all', () => 'cut off')
  await pause(350)
  await first.kill()
  await sending
  const second = await startProductServer({ DATABASE_URL: databaseUrl, ...keys })
  try {
    await sendAll(second.url, webhooks)
    return await withClient(databaseUrl, async (client) => {
      const { rows: [kept] } = await client.query<{ payments: number; entries: number }>({
        text: `SELECT count(*)::int AS payments, count(DISTINCT e.source_id)::int AS entries FROM online_payment p JOIN journal_entry e ON e.id = p.entry_id WHERE p.gift_id = ANY ($1::uuid[])`,
        values: [await bookedAll(client, giftIds)],
      })
      const isMet = kept?.payments === payments && kept.entries === payments
      return { name: 'webhooks: booked after kill -9 in the middle', ours: `${kept?.entries ?? 0} of ${payments}`, limit: '', ratio: '', aim: 'each once', isMet }
    })
  } finally {
    await second.stop()
  }
}

/** Waits until all gifts are paid, or a minute has passed. */
async function bookedAll(client: { query(sql: string, values: unknown[]): Promise<{ rows: { count: number }[] }> }, giftIds: readonly string[]): Promise<readonly string[]> {
  const endsAt = performance.now() + 60_000
  const paid = async () => (await client.query(`SELECT count(*)::int FROM online_gift WHERE state = 'paid' AND id = ANY ($1::uuid[])`, [giftIds])).rows[0]?.count ?? 0
  while ((await paid()) < payments && performance.now() < endsAt) await pause(20)
  return giftIds
}
