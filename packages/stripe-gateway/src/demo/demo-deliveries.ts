import { signatureOf } from '../event/webhook-signature.ts'
import { demoEventSchema, type DemoEvent } from './demo-money-objects.ts'
import { publicBody } from './demo-objects.ts'
import type { DemoKeys } from './demo-keys.ts'
import type { DemoTurns } from './demo-turns.ts'

/**
 * Hands an event in at the account's webhook.
 * @returns the status of the answer; below 200 and from 300 on it counts as not delivered, and so does an exception.
 */
export type DeliverDemoEvent = (accountCode: string, body: Uint8Array, signature: string) => Promise<number>

export interface DemoDeliveries {
  /** Sends whatever waits and is due, the oldest first, and sends again in time what was not taken. @returns how many were taken. */
  send(accountCode: string): Promise<number>
  /** Sends nothing more of itself; waits for what is being sent. */
  close(): Promise<void>
}

interface DeliveryPlace {
  readonly turns: DemoTurns
  readonly keys: DemoKeys
  readonly deliver: DeliverDemoEvent
  readonly wallNow: () => number
}

/** After so many seconds an event is sent again, by how often it was sent in vain; from then on each hour. */
const pausesSeconds = [2, 10, 60, 600] as const

/** Events wait in the store, so that one that was not taken is sent again even after the server was started anew. */
export function demoDeliveries(place: DeliveryPlace): DemoDeliveries {
  const running = new Map<string, Promise<unknown>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let isClosed = false
  const sendAgain = (accountCode: string, at: number) => {
    clearTimeout(timers.get(accountCode))
    const timer = setTimeout(() => void send(accountCode).catch(() => undefined), Math.max(0, at - place.wallNow()))
    // The server may stop while events wait: they are in the store.
    timers.set(accountCode, timer.unref())
  }
  const run = async (accountCode: string): Promise<number> => {
    if (isClosed) return 0
    const taken = await sendDue(place, accountCode)
    const left = await waitingOf(place, accountCode)
    if (left.length > 0 && !isClosed) sendAgain(accountCode, Math.min(...left.map(({ demo }) => demo.dueAt)))
    return taken
  }
  const send = (accountCode: string): Promise<number> => {
    // One after the other: what is being sent must not be sent a second time by somebody else.
    const sent = (running.get(accountCode) ?? Promise.resolve()).then(() => run(accountCode))
    running.set(accountCode, sent.catch(() => undefined))
    return sent
  }
  return {
    send,
    close: async () => {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running.values())
    },
  }
}

async function waitingOf({ turns }: DeliveryPlace, accountCode: string): Promise<DemoEvent[]> {
  return turns.take(accountCode, (turn) => turn.list(demoEventSchema, ['event_waiting']))
}

async function sendDue(place: DeliveryPlace, accountCode: string): Promise<number> {
  let taken = 0
  for (const event of await waitingOf(place, accountCode)) {
    if (event.demo.dueAt > place.wallNow()) continue
    const isTaken = await isDelivered(place, accountCode, event)
    const after = isTaken ? { ...event, pending_webhooks: 0 } : later(place, event)
    await place.turns.take(accountCode, async (turn) => turn.keep(after))
    if (isTaken) taken += 1
  }
  return taken
}

async function isDelivered({ keys, deliver, wallNow }: DeliveryPlace, accountCode: string, event: DemoEvent): Promise<boolean> {
  const body = new TextEncoder().encode(JSON.stringify(publicBody(event)))
  const signature = signatureOf(body, { secret: keys.webhookSecret(accountCode), now: new Date(wallNow()) })
  try {
    const status = await deliver(accountCode, body, signature)
    return status >= 200 && status < 300
  } catch {
    // Nobody answered: that is what the next try is for.
    return false
  }
}

function later({ wallNow }: DeliveryPlace, event: DemoEvent): DemoEvent {
  const pause = pausesSeconds[event.demo.attempts] ?? 3600
  return { ...event, demo: { attempts: event.demo.attempts + 1, dueAt: wallNow() + pause * 1000 } }
}
