import type { Yen } from '@sasaeai/domain/money/yen'
import type { DemoIntent } from './demo-gift-objects.ts'
import { newDemoId } from './demo-ids.ts'
import type { DemoTurn } from './demo-turn.ts'

interface NewDemoIntent {
  readonly amount: Yen
  readonly customer: string | null
  readonly description: string
  readonly metadata: Readonly<Record<string, string>>
  /** The pay page that it is made on. */
  readonly sessionId?: string
}

/** A payment that is still to be made. */
export function newDemoIntent(turn: DemoTurn, { sessionId, ...wanted }: NewDemoIntent): DemoIntent {
  return {
    ...wanted,
    metadata: { ...wanted.metadata },
    id: newDemoId('pi'),
    object: 'payment_intent',
    created: turn.now(),
    currency: 'jpy',
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    next_action: null,
    payment_method_types: ['card', 'konbini'],
    status: 'requires_payment_method',
    demo: { sessionId: sessionId ?? null, slipNumber: null },
  }
}
