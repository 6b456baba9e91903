import type { GivingFront, GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import type { StartGiftWish } from './start-gift.ts'
import { amountOfDraft } from './amount-of-draft.ts'
import { asksMemorial } from './find-mistakes.ts'
import type { KeptGift } from './kept-draft.ts'

/** What is sent of a draft: nothing that its choices leave out, though it may have been typed before them. */
export function giftToSend({ draft, link }: KeptGift, target: GivingFrontTarget, front: GivingFront): Omit<StartGiftWish, 'giftId' | 'proof' | 'language'> {
  const amount = amountOfDraft(draft, target, front)
  const isNamed = draft.kind !== 'anonymous'
  const isGift = target.kind !== 'dues' && target.issuesReceipt
  const receiptWish = isNamed && target.issuesReceipt ? draft.receiptWish : 'none'
  const isReceipted = receiptWish !== 'none'
  const consent = isNamed && isGift ? draft.consent : 'anonymous'
  return {
    slug: target.slug,
    linkCode: link?.code ?? null,
    frequency: target.allowsMonthly ? draft.frequency : 'once',
    amountYen: amount.ok && amount.units === null ? amount.amountYen : null,
    units: amount.ok ? amount.units : null,
    giver: {
      kind: draft.kind,
      name: isNamed ? draft.name : '',
      kana: isNamed ? draft.kana : '',
      contactPerson: draft.kind === 'organization' ? draft.contactPerson : '',
      postalCode: isReceipted ? draft.postalCode : '',
      address: isReceipted ? draft.address : '',
      phone: '',
      email: draft.email,
    },
    receiptWish,
    memorial: draft.isMemorial && asksMemorial(target) ? { deceasedName: draft.deceasedName, relationship: draft.relationship } : null,
    consent,
    printedName: consent === 'named' || consent === 'amount_hidden' ? draft.printedName : '',
    message: draft.message,
  }
}
