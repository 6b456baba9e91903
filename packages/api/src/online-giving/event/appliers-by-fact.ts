import type { EventVerdict } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { Desk } from '../../deps.ts'
import { applyDispute } from '../dispute/apply-dispute.ts'
import { applyPayout, applyPayoutLinesReady } from '../payout/apply-payout.ts'
import { applyRefund } from '../refund/apply-refund.ts'
import type { DueEvent } from './due-event.ts'
import type { SingleFact } from './settle-fact.ts'

/** Applies one fact in the transaction of the event; whatever payments came with it are in the database by then. */
export function applySingle(desk: Desk, { paymentAccountId }: DueEvent, fact: SingleFact): Promise<EventVerdict> {
  switch (fact.kind) {
    case 'refund':
      return applyRefund(desk, paymentAccountId, fact)
    case 'dispute':
      return applyDispute(desk, paymentAccountId, fact)
    case 'payout':
      return applyPayout(desk, paymentAccountId, fact)
    case 'payout_lines_ready':
      return applyPayoutLinesReady(desk, paymentAccountId, fact)
  }
}
