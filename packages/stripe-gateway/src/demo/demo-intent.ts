import type { Yen } from '@sasaeai/domain/money/yen'
import type { DemoIntent, DemoSession } from './demo-gift-objects.ts'
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
    payment_method_types: ['card', 'customer_balance', 'konbini', 'paypay'],
    status: 'requires_payment_method',
    demo: { sessionId: sessionId ?? null, slipNumber: null },
  }
}

/** Where the giver goes on with it. */
export function pageOfAction(action: NonNullable<DemoIntent['next_action']>): string {
  switch (action.type) {
    case 'konbini_display_details':
      return action.konbini_display_details.hosted_voucher_url
    case 'display_bank_transfer_instructions':
      return action.display_bank_transfer_instructions.hosted_instructions_url
    case 'redirect_to_url':
      return action.redirect_to_url.url
  }
}

/** Of whoever pays on a pay page. */
export function emailOf({ customer_details: details, customer_email: email }: DemoSession): string {
  return details?.email ?? email ?? ''
}
