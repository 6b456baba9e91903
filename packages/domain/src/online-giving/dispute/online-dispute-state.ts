/** 異議申立ての状態 */
export type OnlineDisputeState = 'open' | 'won' | 'lost'

export const onlineDisputeStateNames: Record<OnlineDisputeState, string> = {
  open: '審査中',
  won: '認められた',
  lost: '返された',
}
