/**
 * デモの決済会社のもの, as it keeps it: the objects that the API answers with, and what stands beside them.
 * Where something still has to happen to an object its kind says so (…_open, …_waiting, …_pending), so that looking for
 * what is to be done never reads what is done.
 */
export const demoKinds = [
  'clock',
  'idempotency',
  'session_open',
  'session',
  'customer',
  'intent_waiting',
  'intent',
  'charge',
  'subscription',
  'subscription_ended',
  'invoice',
  'invoice_payment',
  'refund',
  'dispute_open',
  'dispute',
  'balance_pending',
  'balance',
  'payout',
  'event_waiting',
  'event',
] as const
export type DemoKind = (typeof demoKinds)[number]

export interface DemoObject {
  /** As the gateway names it: cs_demo_…, pi_demo_…; unique among all accounts. */
  readonly id: string
  /** Of the 支払いの受け口 that it belongs to. */
  readonly accountCode: string
  readonly kind: DemoKind
  /** Plain JSON. */
  readonly body: object
  /** By the demo gateway's own clock, which may run ahead. */
  readonly createdAt: Date
}

export interface DemoQuery {
  readonly accountCode: string
  readonly kinds: readonly DemoKind[]
  /** Only what was made then or later. */
  readonly since?: Date
  /** No more than so many, the newest. */
  readonly limit?: number
}

/** Where the demo gateway keeps what it keeps. */
export interface DemoStore {
  find(accountCode: string, id: string): Promise<DemoObject | null>
  /** The newest first, by createdAt and then id. */
  list(query: DemoQuery): Promise<readonly DemoObject[]>
  /** Keeps all of them or none, each in place of what had its id: its kind and body change, createdAt stays. */
  put(objects: readonly DemoObject[]): Promise<void>
}
