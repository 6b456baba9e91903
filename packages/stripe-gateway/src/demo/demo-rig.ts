import { createServer } from 'node:http'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import type { GatewayFact } from '@sasaeai/domain/online-giving/event/gateway-fact'
import type { CheckoutOrder, OpenedCheckout, PaymentGateway } from '../payment-gateway.ts'
import { readFact, verifyEvent } from '../read-event.ts'
import { createStripeGateway } from '../stripe-gateway.ts'
import { createDemoGateway, type DemoGateway } from './demo-gateway.ts'
import { demoKeys } from './demo-keys.ts'
import { memoryDemoStore } from './memory-demo-store.ts'

export const rigAccount = 'council'
export const rigGiftId = id<'OnlineGiftId'>('0198c0de-0000-7000-8000-000000000001')
export const rigRefundId = id<'OnlineRefundId'>('0198c0de-0000-7000-8000-000000000002')
export const rigKeys = demoKeys('a secret of the server')

/** A demo gateway behind a server of its own, the real SDK in front of it, and a webhook that writes down what it is told. */
export interface DemoRig {
  demo: DemoGateway
  /** The clock on the wall, in milliseconds since 1970; begins at 10:00 in Tokyo on 2027-01-31. */
  wall: number
  /** What the webhook answers. */
  answersWith: number
  readonly origin: string
  readonly port: number
  readonly gateway: PaymentGateway
  readonly facts: GatewayFact[]
  /** Of every event that was taken, also of those that mean nothing. */
  readonly types: string[]
  factsOf<Kind extends GatewayFact['kind']>(kind: Kind): Extract<GatewayFact, { kind: Kind }>[]
  order(change?: Partial<CheckoutOrder>): CheckoutOrder
  open(change?: Partial<CheckoutOrder>, key?: string): Promise<OpenedCheckout>
  /** @returns the session's id. */
  payByCard(change?: Partial<CheckoutOrder>, key?: string): Promise<string>
  /** Takes a slip for a shop, and gives its page. */
  takeSlip(): Promise<{ sessionId: string; voucher: string }>
  /** Puts another demo gateway in its place, as a restart does. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startDemoRig(): Promise<DemoRig> {
  const store = memoryDemoStore()
  const server = createServer((request, response) => {
    void rig.demo.handle(request, response).then((isDone) => (isDone ? undefined : response.writeHead(404).end()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const origin = `http://127.0.0.1:${port}`
  const start = () => createDemoGateway({
    store, keys: rigKeys, wallNow: () => rig.wall, deliver: (...event) => takeEvent(rig, event),
  })
  const facts: GatewayFact[] = []
  const rig: DemoRig = {
    demo: start(),
    wall: Date.parse('2027-01-31T01:00:00Z'),
    answersWith: 200,
    origin,
    port,
    gateway: createStripeGateway({ secretKey: rigKeys.secretKey(rigAccount), host: '127.0.0.1', port, protocol: 'http' }),
    facts,
    types: [],
    factsOf: <Kind extends GatewayFact['kind']>(kind: Kind) =>
      facts.filter((fact): fact is Extract<GatewayFact, { kind: Kind }> => fact.kind === kind),
    order: (change) => ({ ...orderOf(rig), ...change }),
    open: (change, key = 'key-1') => openAt(rig, rig.order(change), key),
    payByCard: async (change, key) => {
      const { url, sessionId } = await rig.open(change, key)
      await press(url, 'card')
      return sessionId
    },
    takeSlip: async () => {
      const { url, sessionId } = await rig.open()
      return { sessionId, voucher: `${origin}${(await press(url, 'konbini')).headers.get('location')}` }
    },
    restart: async () => {
      await rig.demo.close()
      rig.demo = start()
    },
    stop: async () => {
      await rig.demo.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return rig
}

/** Presses a button on a page. */
export function press(url: string, deed: string): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams({ deed }), redirect: 'manual' })
}

/** Everything that a list has. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

async function takeEvent(rig: DemoRig, [accountCode, body, signature]: [string, Uint8Array, string]): Promise<number> {
  const secret = rigKeys.webhookSecret(accountCode)
  const event = await verifyEvent(body, signature, { secret, now: new Date(rig.wall) })
  if (event === null) return 400
  if (rig.answersWith !== 200) return rig.answersWith
  rig.types.push(event.type)
  const fact = readFact(body)
  if (fact !== null) rig.facts.push(fact)
  return 200
}

async function openAt({ gateway }: DemoRig, order: CheckoutOrder, key: string): Promise<OpenedCheckout> {
  const answer = await gateway.openCheckout(order, key)
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

function orderOf({ origin, wall }: DemoRig): CheckoutOrder {
  return {
    giftId: rigGiftId,
    amountYen: yen(3000),
    frequency: 'once',
    name: '子どもの居場所づくり',
    email: 'hanako@example.jp',
    locale: 'ja',
    successUrl: `${origin}/thanks/{CHECKOUT_SESSION_ID}`,
    cancelUrl: `${origin}/give`,
    expiresAt: new Date(wall + 3_600_000),
  }
}
