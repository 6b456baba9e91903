import { divideRounded } from '@sasaeai/domain/money/rounding'
import { yen, type Yen } from '@sasaeai/domain/money/yen'
import { newDemoId } from './demo-ids.ts'
import type { DemoCharge, DemoIntent, DemoMethod } from './demo-gift-objects.ts'
import type { DemoBalance } from './demo-money-objects.ts'
import type { DemoTurn } from './demo-turn.ts'

/** What the demo gateway keeps of each payment: 3.6 %, to the nearest yen. It is not given back with a refund. */
export function demoFeeOf(amountYen: Yen): Yen {
  return yen(Number(divideRounded(BigInt(amountYen) * 36n, 1000n, 'half_up')))
}

/** The giver pays: the money is on our account at the gateway, and waits for a payout. */
export function takeDemoPayment(turn: DemoTurn, intent: DemoIntent, method: DemoMethod): DemoIntent {
  // The gateway names by py_… and books as a payment whatever is no card.
  const chargeId = newDemoId(method === 'card' ? 'ch' : 'py')
  const balance = addBalance(turn, {
    type: method === 'card' ? 'charge' : 'payment', amount: intent.amount, fee: demoFeeOf(intent.amount), source: chargeId, description: intent.description,
  })
  const charge: DemoCharge = {
    id: chargeId,
    object: 'charge',
    amount: intent.amount,
    amount_refunded: yen(0),
    balance_transaction: balance.id,
    created: turn.now(),
    currency: 'jpy',
    description: intent.description,
    disputed: false,
    livemode: false,
    paid: true,
    payment_intent: intent.id,
    payment_method_details: { type: method },
    refunded: false,
    status: 'succeeded',
  }
  const paid: DemoIntent = { ...intent, status: 'succeeded', latest_charge: chargeId, next_action: null, last_payment_error: null }
  turn.tell('charge.succeeded', charge)
  turn.tell('payment_intent.succeeded', paid)
  return paid
}

/** A movement of our account at the gateway, which the next payout takes along. */
export function addBalance(
  turn: DemoTurn,
  line: { readonly type: string; readonly amount: Yen; readonly fee?: Yen; readonly source: string; readonly description?: string },
): DemoBalance {
  const { type, amount, fee = yen(0), source, description = null } = line
  const balance: DemoBalance = {
    id: newDemoId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: turn.now(),
    created: turn.now(),
    currency: 'jpy',
    description,
    fee,
    net: yen(amount - fee),
    reporting_category: type,
    source,
    status: 'available',
    type,
    demo: { payout: null },
  }
  turn.keep(balance)
  return balance
}
