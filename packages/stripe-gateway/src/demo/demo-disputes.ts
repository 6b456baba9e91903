import { negateYen, yen } from '@sasaeai/domain/money/yen'
import { demoChargeSchema, demoIntentSchema } from './demo-gift-objects.ts'
import { newDemoId } from './demo-ids.ts'
import { addBalance } from './demo-money.ts'
import { demoDisputeSchema, type DemoDispute } from './demo-money-objects.ts'
import type { DemoTurn } from './demo-turn.ts'

/** What the demo gateway takes for looking at a dispute, in yen; kept even when it is won. */
const disputeFeeYen = yen(1500)

const daySeconds = 24 * 60 * 60

/**
 * The card's holder denies a payment: the money goes back to the card at once, until it is settled whose it is.
 * Null when there is no such payment, or it is disputed already or was given back.
 */
export async function openDemoDispute(turn: DemoTurn, paymentIntentId: string): Promise<DemoDispute | null> {
  const intent = await turn.find(demoIntentSchema, paymentIntentId)
  const charge = await turn.find(demoChargeSchema, intent?.latest_charge ?? '')
  if (intent === null || charge === null) return null
  const amount = yen(charge.amount - charge.amount_refunded)
  if (charge.disputed || amount === 0) return null
  const dispute: DemoDispute = {
    id: newDemoId('du'),
    object: 'dispute',
    amount,
    charge: charge.id,
    created: turn.now(),
    currency: 'jpy',
    evidence_details: { due_by: turn.now() + 7 * daySeconds, has_evidence: false },
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: 'fraudulent',
    status: 'needs_response',
  }
  addBalance(turn, { type: 'adjustment', amount: negateYen(amount), fee: disputeFeeYen, source: dispute.id })
  turn.keep({ ...charge, disputed: true })
  turn.tell('charge.dispute.created', dispute)
  return dispute
}

/** won: the money comes back to us. lost: it is gone. False when there is nothing to settle. */
export async function closeDemoDispute(turn: DemoTurn, disputeId: string, outcome: 'won' | 'lost'): Promise<boolean> {
  const dispute = await turn.find(demoDisputeSchema, disputeId)
  if (dispute?.status !== 'needs_response') return false
  if (outcome === 'won') addBalance(turn, { type: 'adjustment', amount: dispute.amount, source: dispute.id })
  const charge = await turn.find(demoChargeSchema, dispute.charge)
  if (charge !== null && outcome === 'won') turn.keep({ ...charge, disputed: false })
  turn.tell('charge.dispute.closed', {
    ...dispute,
    evidence_details: { due_by: null, has_evidence: outcome === 'won' },
    status: outcome,
  })
  return true
}
