import type { GiftSort } from './gift-sums.ts'

/** Parts of 寄附の年次報告 whose gifts no filter of 明細 can hold, so that they are listed as gifts. */
export const giftParts = ['kind', 'way', 'channel', 'fund', 'bracket', 'control'] as const satisfies readonly (GiftSort | 'control')[]
export type GiftPart = (typeof giftParts)[number]

/** The lines of 帳簿との照合. */
export const giftControls = ['single', 'batch', 'earlier'] as const
export type GiftControl = (typeof giftControls)[number]

export const giftControlNames: Record<GiftControl, string> = {
  single: '1件ごとの寄附',
  batch: '戸別などでまとめて受けた寄附',
  earlier: '前の年度の寄附の取消・返金',
}
