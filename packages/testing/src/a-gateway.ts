import type { GatewayAnswer, PaymentGateway } from '@sasaeai/stripe-gateway/payment-gateway'
import type { PaymentGateways } from '@sasaeai/stripe-gateway/payment-gateways'

/** What the gateway was asked for, as it arrived there. */
export interface GatewayRequest {
  readonly what: 'checkout' | 'expire' | 'refund' | 'amount' | 'pause' | 'resume' | 'end'
  readonly key: string
  readonly order: unknown
}

/** How the gateway is today. `lost`: it does what it was asked, but nobody hears it. */
export type GatewayMood = 'well' | 'lost' | 'down' | 'refuses'

export interface AGateway {
  readonly gateways: PaymentGateways
  /** Every request, repeated ones included. */
  readonly requests: readonly GatewayRequest[]
  /** What happened there: the requests by their keys, each once. */
  readonly done: ReadonlyMap<string, GatewayRequest>
  mood: GatewayMood
}

/** A gateway for the account `council`, which keeps its word about idempotency keys: one key, one thing, one answer. */
export function aGateway(): AGateway {
  const requests: GatewayRequest[] = []
  const done = new Map<string, GatewayRequest>()
  const answer = async <Value>(request: GatewayRequest, value: () => Value): Promise<GatewayAnswer<Value>> => {
    requests.push(request)
    if (state.mood === 'down') return { ok: false, isFinal: false, message: '決済会社につながりません。' }
    if (state.mood === 'refuses') return { ok: false, isFinal: true, message: 'この内容では受け付けられません。' }
    const known = done.get(request.key)
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(request)) return { ok: false, isFinal: true, message: '同じ鍵で別の依頼です。' }
    done.set(request.key, request)
    return state.mood === 'lost' ? { ok: false, isFinal: false, message: '決済会社の返事が届きません。' } : { ok: true, value: value() }
  }
  const gateway: PaymentGateway = {
    mode: 'demo',
    openCheckout: (order, key) => answer({ what: 'checkout', key, order }, () => ({
      sessionId: `cs_${key}`, url: `https://pay.example.jp/cs_${key}`, expiresAt: order.expiresAt.toISOString(),
    })),
    expireCheckout: (sessionId, key) => answer({ what: 'expire', key, order: sessionId }, () => null),
    refund: (order, key) => answer({ what: 'refund', key, order }, () => ({ gatewayRefundId: `re_${key}` })),
    changeAmount: (order, key) => answer({ what: 'amount', key, order }, () => null),
    pause: (order, key) => answer({ what: 'pause', key, order }, () => null),
    resume: (order, key) => answer({ what: 'resume', key, order }, () => null),
    end: (order, key) => answer({ what: 'end', key, order }, () => null),
    payoutLines: () => nothing(),
    eventsSince: () => nothing(),
  }
  const gateways: PaymentGateways = { of: (code) => (code === 'council' ? gateway : null), verify: async () => null }
  const state: AGateway = { gateways, requests, done, mood: 'well' }
  return state
}

async function* nothing(): AsyncIterable<never> {
  // It tells of no payouts and of no events.
}
