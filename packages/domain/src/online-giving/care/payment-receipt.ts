import type { OnlineGiverKind } from '../gift/online-giver-kind.ts'
import type { ReceiptWish } from '../gift/receipt-wish.ts'
import type { GivingReceiptRule, TaxDateBasis } from '../settings/receipt-rule.ts'

/** What a receipt for a payment depends on. */
export interface ReceiptCase {
  readonly rule: GivingReceiptRule
  readonly basis: TaxDateBasis
  readonly wish: ReceiptWish
  readonly giverKind: OnlineGiverKind
  /** 寄附 are what 年間証明 tell of; money of a drive is the 共同募金会's, which gives its own receipts. */
  readonly money: 'donation' | 'dues' | 'drive'
  /** 入金日 is known, or does not matter. */
  readonly isDated: boolean
}

/** Whether the council gives a receipt for this one payment. */
export function hasOwnReceipt({ rule, wish, giverKind, money }: Pick<ReceiptCase, 'rule' | 'wish' | 'giverKind' | 'money'>): boolean {
  if (money === 'drive' || giverKind === 'anonymous') return false
  // 年間証明 tell of gifts alone: dues have their receipt where it is wished for.
  if (rule === 'annual' && money === 'donation') return false
  return rule === 'each' || wish !== 'none'
}

/** Whether the payment has to wait for its 入金日: a receipt, now or of the year, has to name it. */
export function waitsForDeposit({ basis, money, isDated }: Pick<ReceiptCase, 'basis' | 'money' | 'isDated'>): boolean {
  return basis === 'deposited_on' && money === 'donation' && !isDated
}
