import type { CheckoutAwaiting, CheckoutExpired, CheckoutFailed, CheckoutPaid } from './gateway-fact.ts'

/** オンライン寄附の状態, in the order in which one can follow another: whichever word comes late, the furthest holds. */
export const onlineGiftStates = ['started', 'awaiting', 'expired', 'failed', 'paid'] as const
export type OnlineGiftState = (typeof onlineGiftStates)[number]

export const onlineGiftStateNames: Record<OnlineGiftState, string> = {
  started: '手続き中',
  awaiting: '入金待ち',
  expired: '期限切れ',
  failed: '決済できず',
  paid: '入金済み',
}

/** How an online gift stands by what the gateway has said so far. */
export interface GiftStanding {
  readonly state: OnlineGiftState
  readonly sessionId: string | null
  readonly voucherUrl: string
  /** An instant as JSON writes it. */
  readonly payableUntil: string | null
  readonly failure: string
}

type CheckoutFact = CheckoutPaid | CheckoutAwaiting | CheckoutFailed | CheckoutExpired

/** How it stands after a word of the gateway, in whatever order the words come. */
export function standingAfter(before: GiftStanding, fact: CheckoutFact): GiftStanding {
  const after = { ...before, sessionId: before.sessionId ?? fact.sessionId }
  switch (fact.kind) {
    case 'checkout_paid':
      return atLeast(after, 'paid')
    case 'checkout_awaiting':
      return {
        ...atLeast(after, 'awaiting'),
        voucherUrl: fact.voucherUrl ?? before.voucherUrl,
        payableUntil: fact.payableUntil ?? before.payableUntil,
      }
    case 'checkout_failed':
      return { ...atLeast(after, 'failed'), failure: fact.failure }
    case 'checkout_expired':
      return atLeast(after, 'expired')
  }
}

/** The same where it has come to this state at the least. */
export function atLeast(standing: GiftStanding, state: OnlineGiftState): GiftStanding {
  const isFurther = onlineGiftStates.indexOf(state) > onlineGiftStates.indexOf(standing.state)
  return isFurther ? { ...standing, state } : standing
}
