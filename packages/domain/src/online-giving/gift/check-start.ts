import type { DonationKind } from '../../donation/gift/donation-kind.ts'
import { fail, type Outcome } from '../../outcome/outcome.ts'
import { amountOfGift, type GiftAmount } from './gift-amount.ts'
import type { GivingFront, GivingFrontTarget } from './giving-front.ts'
import type { StartGiftInput } from './start-gift-input.ts'

export type StartRefusal = 'gift_amount_missing' | 'gift_below_minimum' | 'gift_above_maximum' | 'giving_closed' | 'giving_target_not_taken'
  | 'gift_not_monthly' | 'gift_not_memorial' | 'gift_without_receipt' | 'gift_dues_need_name'

/** Whether what was filled in can be given to this page now, and how much it comes to. */
export function checkStart(gift: StartGiftInput, front: GivingFront, target: GivingFrontTarget): Outcome<GiftAmount, StartRefusal> {
  if (!front.isOpen) return fail('giving_closed')
  if (!target.isTaken) return fail('giving_target_not_taken')
  if (gift.frequency === 'monthly' && !target.allowsMonthly) return fail('gift_not_monthly', { field: 'frequency' })
  if (gift.memorial !== null && (target.kind === 'dues' || target.kind === 'campaign')) return fail('gift_not_memorial', { field: 'memorial' })
  if (gift.receiptWish !== 'none' && !target.issuesReceipt) return fail('gift_without_receipt', { field: 'receiptWish' })
  if (gift.giver.kind === 'anonymous' && target.kind === 'dues') return fail('gift_dues_need_name', { field: 'giver.kind' })
  return amountOfGift(gift, target.dues, front)
}

/** 寄附の種類 of a gift that was started online. */
export function kindOfStart({ memorial, frequency }: Pick<StartGiftInput, 'memorial' | 'frequency'>, targetKind: GivingFrontTarget['kind']): DonationKind {
  if (memorial !== null) return 'memorial'
  if (frequency === 'monthly') return 'monthly'
  return targetKind === 'fund' ? 'designated' : 'general'
}
