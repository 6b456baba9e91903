import type { z } from 'zod'
import { gatewayApiVersion } from '../read-event.ts'
import { newDemoId } from './demo-ids.ts'
import { kindOfBody, publicBody, type DemoBody } from './demo-objects.ts'
import type { DemoKind, DemoObject, DemoQuery, DemoStore } from './demo-store.ts'

/** How the demo gateway's own clock stands. */
export interface DemoClock {
  /** How far it runs ahead of the one on the wall. */
  readonly aheadSeconds: number
  /** The day of the month (1–31) that months are counted from, so that the 31st comes back after a February; 0: today. */
  readonly day: number
}

/** Of many objects only these. What the turn itself has made is always among them. */
type DemoPart = Pick<DemoQuery, 'since' | 'limit'>

/**
 * One act at the demo gateway: it sees the objects as they would be after it, and everything that it does is kept
 * together or not at all, the events among it.
 */
export interface DemoTurn {
  readonly accountCode: string
  /** How the demo gateway's own clock stood when the turn began. */
  readonly clock: DemoClock
  /** The demo gateway's own clock, in seconds since 1970. */
  now(): number
  /** Lets what follows happen at another time of that clock. */
  moveTo(seconds: number): void
  find<Schema extends z.ZodType>(schema: Schema, id: string): Promise<z.output<Schema> | null>
  /** Of some kinds, the oldest first; of many only the newest, or what was made since then. */
  list<Schema extends z.ZodType>(schema: Schema, kinds: readonly DemoKind[], part?: DemoPart): Promise<z.output<Schema>[]>
  keep(body: DemoBody): void
  /** Keeps it, and has an event tell of it as it is now. */
  tell(type: string, body: DemoBody): void
  /** Keeps what is no object of the API. */
  remember(id: string, kind: DemoKind, body: object): void
  /** What the turn has done so far. */
  changes(): readonly DemoObject[]
}

interface DemoTurnBegin {
  readonly accountCode: string
  /** The clock on the wall, in seconds since 1970. */
  readonly wallSeconds: number
  readonly clock: DemoClock
}

export function beginDemoTurn(store: DemoStore, { accountCode, wallSeconds, clock }: DemoTurnBegin): DemoTurn {
  const changed = new Map<string, DemoObject>()
  let seconds = wallSeconds + clock.aheadSeconds
  const keep = (body: DemoBody) => {
    const createdAt = new Date(body.created * 1000)
    changed.set(body.id, { id: body.id, accountCode, kind: kindOfBody(body), body: structuredClone(body), createdAt })
  }
  return {
    accountCode,
    clock,
    now: () => seconds,
    moveTo: (to) => {
      seconds = to
    },
    find: async (schema, id) => {
      const object = changed.get(id) ?? (await store.find(accountCode, id))
      const read = schema.safeParse(structuredClone(object?.body))
      return read.success ? read.data : null
    },
    list: async (schema, kinds, part = {}) => {
      const kept = await store.list({ accountCode, kinds, ...part })
      const unchanged = kept.filter(({ id }) => !changed.has(id)).toReversed()
      const own = [...changed.values()].filter(({ kind }) => kinds.includes(kind))
      return [...unchanged, ...own].map(({ body }) => schema.parse(structuredClone(body)))
    },
    keep,
    tell: (type, body) => {
      keep(body)
      keep(eventOf(type, body, seconds))
    },
    remember: (id, kind, body) => {
      changed.set(id, { id, accountCode, kind, body, createdAt: new Date(seconds * 1000) })
    },
    changes: () => [...changed.values()],
  }
}

/** An event tells of the thing as it was then, not as it has become. */
function eventOf(type: string, body: DemoBody, seconds: number): DemoBody {
  return {
    id: newDemoId('evt'),
    object: 'event',
    api_version: gatewayApiVersion,
    created: seconds,
    data: { object: structuredClone({ ...publicBody(body), id: body.id }) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    demo: { attempts: 0, dueAt: 0 },
  }
}
