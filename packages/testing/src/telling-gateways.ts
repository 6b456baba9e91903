import type { Deps } from '@sasaeai/api/deps'
import { storeEvent } from '@sasaeai/api/online-giving/event/store-event'
import { signatureOf } from '@sasaeai/stripe-gateway/event/webhook-signature'
import type { PaymentGateways } from '@sasaeai/stripe-gateway/payment-gateways'
import { verifyEvent } from '@sasaeai/stripe-gateway/read-event'
import { aGateway } from './a-gateway.ts'
import type { SaidEvent } from './gateway-says.ts'

const webhookSecret = 'whsec_of_tests'

/** Gateways of these accounts that tell things, signed with one secret. */
export function tellingGateways(accountCodes: readonly string[] = ['council']): PaymentGateways {
  const { gateways } = aGateway()
  return {
    of: (code) => (accountCodes.includes(code) ? gateways.of('council') : null),
    verify: (_code, body, signature) => verifyEvent(body, signature, { secret: webhookSecret, now: new Date() }),
  }
}

/** The header with which the gateways of tests sign a body. */
export function signatureOfTests({ body }: SaidEvent): string {
  return signatureOf(body, { secret: webhookSecret, now: new Date() })
}

/** Lets events come to the webhook of an account, in this order. */
export async function tell(deps: Deps, events: readonly SaidEvent[], accountCode = 'council'): Promise<void> {
  for (const event of events) {
    const answer = await storeEvent(deps, { accountCode, body: event.body, signature: signatureOfTests(event) })
    if (answer !== 'stored') throw new Error(answer)
  }
}
