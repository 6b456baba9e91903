import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import { sqlStateOf } from './sql-state.ts'

/** Prisma inside one transaction: whatever is done through it happens together or not at all. */
export type Tx = Prisma.TransactionClient

export interface TransactionOptions {
  /** SERIALIZABLE unless a command locks the row that guards it and says so here. */
  readonly isolation?: Prisma.TransactionIsolationLevel
  /** For a command that writes some hundred thousand rows and locks nothing that anybody waits for; half a minute unless said so. */
  readonly mayTakeMinutes?: boolean
}

/** Even such a one ends: a connection that is never given back would be lost to everybody else. */
const minutesInMillis = 600_000

const attempts = 10
/** Serialization failure and deadlock: PostgreSQL's two ways to say "again, please". */
const repeatableStates = new Set(['40001', '40P01'])

/**
 * Runs `work` in one transaction and commits its result; any error rolls everything back and is thrown, and so does a
 * failed outcome, which is returned: who is told no finds everything as it was.
 *
 * `work` may run several times, because a transaction that cannot be put in a row with its neighbours has to be
 * repeated as a whole: so it must touch nothing but `tx`. After ten refusals the last one is thrown.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  { isolation = Prisma.TransactionIsolationLevel.Serializable, mayTakeMinutes = false }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.prisma.$transaction(async (tx) => unlessRefused(await work(tx)), {
        isolationLevel: isolation,
        ...(mayTakeMinutes ? { timeout: minutesInMillis } : {}),
      })
    } catch (error) {
      if (error instanceof Refused) return error.outcome
      const state = sqlStateOf(error)
      if (state === undefined || !repeatableStates.has(state) || attempt === attempts) throw error
      // Random pauses part those who collided; equal ones would make them collide again.
      await pause(Math.random() * Math.min(5 * 2 ** attempt, 250))
    }
  }
}

/** Carries a failed outcome out of the transaction, so that nothing of it stays. */
class Refused<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('refused')
    this.outcome = outcome
  }
}

function unlessRefused<T>(result: T): T {
  // The code tells an outcome from a Response, which says that it is not ok as well and whose audit event must stay.
  const isRefused = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false && 'code' in result
  if (isRefused) throw new Refused(result)
  return result
}
