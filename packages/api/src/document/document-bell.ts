import type { Db } from '@sasaeai/db/database'

const bells = new WeakMap<Db, () => void>()

/** Lets the worker of this server hear of orders that are placed with this server. */
export function hangBell(db: Db, onRing: () => void): void {
  bells.set(db, onRing)
}

/** Papers were ordered. Without a worker nobody hears it, and another server's worker will look by itself. */
export function ringBell(db: Db): void {
  bells.get(db)?.()
}
