import type { EventVerdict } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { Desk } from '../../deps.ts'
import type { DueEvent } from './due-event.ts'
import type { SingleFact } from './settle-fact.ts'

/** Applies one fact in the transaction of the event; whatever payments came with it are in the database by then. */
type Applier<Fact extends SingleFact> = (desk: Desk, event: DueEvent, fact: Fact) => Promise<EventVerdict>

export type SingleAppliers = { readonly [Kind in SingleFact['kind']]?: Applier<Extract<SingleFact, { kind: Kind }>> }

/** Who applies what is not settled in the open books. An event that nobody applies waits as it came. */
export const appliersByFact: SingleAppliers = {}

/** Applies a fact; null where nobody does. */
export async function applySingle(desk: Desk, event: DueEvent, fact: SingleFact): Promise<EventVerdict | null> {
  switch (fact.kind) {
    case 'refund':
      return (await appliersByFact.refund?.(desk, event, fact)) ?? null
    case 'dispute':
      return (await appliersByFact.dispute?.(desk, event, fact)) ?? null
    case 'payout':
      return (await appliersByFact.payout?.(desk, event, fact)) ?? null
    case 'payout_lines_ready':
      return (await appliersByFact.payout_lines_ready?.(desk, event, fact)) ?? null
  }
}
