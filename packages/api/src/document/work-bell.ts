import type { Db } from '@sasaeai/db/database'

/** Work that is done in the background: papers to be made, mails to be sent, what the gateway has told and is asked for, what falls due at the demo gateway, reports to remind people of. */
export type BackgroundWork = 'papers' | 'mail' | 'gateway_events' | 'gateway_calls' | 'missed_events' | 'demo_gateway' | 'report_reminders'

const bells = new WeakMap<Db, Map<BackgroundWork, () => void>>()

/** Lets the worker of this server hear of orders that are placed with this server. */
export function hangBell(db: Db, work: BackgroundWork, onRing: () => void): void {
  const hung = bells.get(db) ?? new Map<BackgroundWork, () => void>()
  bells.set(db, hung.set(work, onRing))
}

/** Something was ordered. Without a worker nobody hears it, and another server's worker will look by itself. */
export function ringBell(db: Db, work: BackgroundWork): void {
  bells.get(db)?.get(work)?.()
}
