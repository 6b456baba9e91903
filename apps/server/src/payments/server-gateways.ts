import type { PaymentGateway } from '@sasaeai/stripe-gateway/payment-gateway'
import type { PaymentGateways } from '@sasaeai/stripe-gateway/payment-gateways'
import { verifyEvent } from '@sasaeai/stripe-gateway/read-event'
import { createStripeGateway, type StripeAccount } from '@sasaeai/stripe-gateway/stripe-gateway'

/** How a payee's gateway is reached, and with what its words are signed. */
export interface GatewayAccess {
  readonly account: StripeAccount
  readonly webhookSecret: string
}

/** The gateways of a server, which learns only while it starts whether they are real. The SDK is read with the first order. */
export interface ServerGateways extends PaymentGateways {
  /** From now on payments are taken. Null for a payee that has no keys here. */
  open(accessOf: (accountCode: string) => GatewayAccess | null): void
}

export function serverGateways(now: () => Date): ServerGateways {
  const opened = new Map<string, PaymentGateway>()
  let accessOf: (accountCode: string) => GatewayAccess | null = () => null
  return {
    open(access) {
      accessOf = access
    },
    of(accountCode) {
      const known = opened.get(accountCode)
      if (known !== undefined) return known
      const access = accessOf(accountCode)
      if (access === null) return null
      const gateway = createStripeGateway(access.account)
      // Whoever calls webhooks by made-up names must not fill the memory of a demo, which has a gateway for each name.
      if (opened.size < 100) opened.set(accountCode, gateway)
      return gateway
    },
    async verify(accountCode, body, signature) {
      const access = accessOf(accountCode)
      return access === null ? null : verifyEvent(body, signature, { secret: access.webhookSecret, now: now() })
    },
  }
}
