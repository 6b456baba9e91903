import { z } from 'zod'
import type { DemoStore } from './demo-store.ts'
import { beginDemoTurn, type DemoClock, type DemoTurn } from './demo-turn.ts'

/** The acts of all accounts, one after the other within each: a double click finds what the first click has done. */
export interface DemoTurns {
  /** What the act does is kept when it has come to its end, all of it or nothing. */
  take<Value>(accountCode: string, act: (turn: DemoTurn) => Promise<Value>): Promise<Value>
}

const clockSchema = z.object({ aheadSeconds: z.int(), day: z.int() })

/** @param wallNow the clock on the wall, in milliseconds since 1970. */
export function demoTurns(store: DemoStore, wallNow: () => number): DemoTurns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take: (accountCode, act) => {
      const run = async () => {
        const clock = await clockOf(store, accountCode)
        const turn = beginDemoTurn(store, { accountCode, wallSeconds: Math.floor(wallNow() / 1000), clock })
        const value = await act(turn)
        const changes = turn.changes()
        if (changes.length > 0) await store.put(changes)
        return value
      }
      const taken = (last.get(accountCode) ?? Promise.resolve()).then(run)
      // The next one waits for the end of this one, however it ends.
      last.set(accountCode, taken.catch(() => undefined))
      return taken
    },
  }
}

/** Sets the demo gateway's own clock. */
export function setDemoClock(turn: DemoTurn, clock: DemoClock): void {
  turn.remember(clockId(turn.accountCode), 'clock', clock)
}

async function clockOf(store: DemoStore, accountCode: string): Promise<DemoClock> {
  const clock = await store.find(accountCode, clockId(accountCode))
  return clock === null ? { aheadSeconds: 0, day: 0 } : clockSchema.parse(clock.body)
}

function clockId(accountCode: string): string {
  return `clock_demo_${accountCode}`
}
