/** 寄附の種類. */
export const donationKinds = ['general', 'designated', 'memorial', 'celebration', 'event', 'bequest', 'monthly', 'in_kind'] as const
export type DonationKind = (typeof donationKinds)[number]

export const donationKindNames: Record<DonationKind, string> = {
  general: '一般寄附',
  designated: '指定寄附',
  memorial: '香典返し',
  celebration: 'お祝い返し',
  event: 'イベント益金',
  bequest: '遺贈',
  monthly: 'マンスリー',
  in_kind: '物品',
}

/** What a gift of which nobody has said yet what it is stands for in lists: with a fund it is restricted, without one it is not. */
export function presumedKind({ hasFund, isGoods }: { hasFund: boolean; isGoods: boolean }): DonationKind {
  if (isGoods) return 'in_kind'
  return hasFund ? 'designated' : 'general'
}
