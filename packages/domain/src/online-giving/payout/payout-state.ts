/** 入金の状態 */
export const payoutStates = ['pending', 'paid', 'failed'] as const
export type PayoutState = (typeof payoutStates)[number]

export const payoutStateNames: Record<PayoutState, string> = {
  pending: '送金中',
  paid: '入金済み',
  failed: '送金できず',
}
