import type { GiftFrequency } from './gift-frequency.ts'
import type { OnlineGiverKind } from './online-giver-kind.ts'
import type { ReceiptWish } from './receipt-wish.ts'

export const giftFrequencyNames: Record<GiftFrequency, string> = { once: '今回のみ', monthly: '毎月' }

export const onlineGiverKindNames: Record<OnlineGiverKind, string> = { person: '個人', organization: '法人・団体', anonymous: '匿名' }

export const receiptWishNames: Record<ReceiptWish, string> = { none: '不要', pdf: 'メールでPDF', paper: '郵送' }
