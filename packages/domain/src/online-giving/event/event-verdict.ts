import type { EventReason } from './quarantine-reason.ts'

/** What became of an event when it was looked at. */
export type EventVerdict =
  /** What it says holds in our books now, by it or by one before it. `settles`: ids by which others may have waited for it. */
  | { readonly state: 'applied'; readonly settles: readonly string[] }
  /** It says nothing that is of any meaning for us. */
  | { readonly state: 'ignored' }
  /** Another one has to come first, about `subjectKey`; after three days it is put aside for `thenReason`. */
  | { readonly state: 'waiting'; readonly reason: EventReason; readonly thenReason: EventReason; readonly subjectKey: string }
  /** Somebody has to look at it; nothing of it was done. */
  | { readonly state: 'quarantined'; readonly reason: EventReason }

export const applied = (...settles: readonly string[]): EventVerdict => ({ state: 'applied', settles })
export const quarantined = (reason: EventReason): EventVerdict => ({ state: 'quarantined', reason })

/** The payment has not been told of yet: `subjectKey` is its pi_… or in_…. */
export const waitsForPayment = (subjectKey: string): EventVerdict =>
  ({ state: 'waiting', reason: 'waits_for_payment', thenReason: 'payment_unknown', subjectKey })

/** Nothing is known of this sub_… yet. */
export const waitsForRecurring = (subjectKey: string): EventVerdict =>
  ({ state: 'waiting', reason: 'waits_for_recurring', thenReason: 'recurring_unknown', subjectKey })

/** The payout has not been told of yet. */
export const waitsForPayout = (subjectKey: string): EventVerdict => ({ state: 'waiting', reason: 'waits_for_payout', thenReason: 'payout_unknown', subjectKey })

/** The lines of the payout have not been read at the gateway yet. */
export const waitsForPayoutLines = (subjectKey: string): EventVerdict =>
  ({ state: 'waiting', reason: 'waits_for_payout_lines', thenReason: 'payout_lines_unread', subjectKey })

/** Minutes until an event that waits is looked at again, however nobody called it: after the first, the second … time. */
const pausesMinutes = [1, 5, 15, 60, 180]

/** For how long an event waits for another before somebody has to look, in milliseconds: three days. */
const patienceMillis = 3 * 24 * 60 * 60 * 1000

/** When a waiting event is looked at again; null when it has waited long enough. */
export function lookAgainAt({ attempts, receivedAt, now }: { attempts: number; receivedAt: Date; now: Date }): Date | null {
  if (now.getTime() - receivedAt.getTime() >= patienceMillis) return null
  const minutes = pausesMinutes[Math.min(attempts, pausesMinutes.length - 1)] ?? 0
  return new Date(now.getTime() + minutes * 60_000)
}
