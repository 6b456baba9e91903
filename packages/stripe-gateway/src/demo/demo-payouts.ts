import { negateYen, sumYen } from '@sasaeai/domain/money/yen'
import { dayOfPayout } from './demo-calendar.ts'
import { newDemoId } from './demo-ids.ts'
import { addBalance } from './demo-money.ts'
import { demoBalanceSchema, demoPayoutSchema, type DemoPayout } from './demo-money-objects.ts'
import type { DemoTurn } from './demo-turn.ts'

/** Sends what is on our account to the bank, where it arrives the same day. Null when there is nothing to send. */
export async function makeDemoPayout(turn: DemoTurn): Promise<DemoPayout | null> {
  const lines = await turn.list(demoBalanceSchema, ['balance_pending'])
  const amount = sumYen(lines.map(({ net }) => net))
  // What was given back may be more than what came in: then it waits for the next gifts.
  if (amount <= 0) return null
  const id = newDemoId('po')
  // The payout itself is a line as well, with which the account is empty.
  const itself = addBalance(turn, { type: 'payout', amount: negateYen(amount), source: id })
  for (const line of [...lines, itself]) turn.keep({ ...line, demo: { payout: id } })
  const sent: DemoPayout = {
    id,
    object: 'payout',
    amount,
    arrival_date: dayOfPayout(turn.now()),
    automatic: true,
    created: turn.now(),
    currency: 'jpy',
    failure_code: null,
    livemode: false,
    reconciliation_status: 'in_progress',
    status: 'in_transit',
    demo: { lines: [...lines.map((line) => line.id), itself.id] },
  }
  turn.tell('payout.created', sent)
  const paid: DemoPayout = { ...sent, status: 'paid' }
  turn.tell('payout.paid', paid)
  const complete: DemoPayout = { ...paid, reconciliation_status: 'completed' }
  turn.tell('payout.reconciliation_completed', complete)
  return complete
}

/** The bank sends a payout back, days after it was said to be paid; its money goes with the next one. */
export async function failDemoPayout(turn: DemoTurn, payoutId: string): Promise<boolean> {
  const payout = await turn.find(demoPayoutSchema, payoutId)
  if (payout === null || payout.status === 'failed') return false
  addBalance(turn, { type: 'payout_failure', amount: payout.amount, source: payout.id })
  turn.tell('payout.failed', { ...payout, status: 'failed', failure_code: 'account_closed' })
  return true
}
