/** 返金の状態 */
export const onlineRefundStates = ['requested', 'sent', 'succeeded', 'failed', 'withdrawn'] as const
export type OnlineRefundState = (typeof onlineRefundStates)[number]

export const onlineRefundStateNames: Record<OnlineRefundState, string> = {
  requested: '承認待ち',
  sent: '手続き中',
  succeeded: '返金済み',
  failed: '返金できず',
  withdrawn: '取り下げ',
}
