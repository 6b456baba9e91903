/** 寄附の回数: this once, or every month until somebody ends it. */
export const giftFrequencies = ['once', 'monthly'] as const
export type GiftFrequency = (typeof giftFrequencies)[number]
