import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import type { GivingFront, GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import type { GiftDraft } from './gift-draft.ts'

/** What can be wrong with an amount; the dictionaries say it. */
type AmountMistake = 'missing' | 'unreadable' | 'tooSmall' | 'tooLarge' | 'units'

export type DraftAmount =
  | { readonly ok: true; readonly amountYen: number; readonly units: number | null }
  | { readonly ok: false; readonly mistake: AmountMistake }

/** Whether 口数 say the amount: dues whose year names a price for each. */
export function isCounted({ dues }: GivingFrontTarget): boolean {
  return dues !== null && dues.unit !== 'free' && dues.unitYen !== null
}

/** The smallest and the largest payment, in yen. Dues are what they are: the smallest gift does not bind them. */
export function boundsOf(target: GivingFrontTarget, { minimumYen, maximumYen }: GivingFront): { least: number; most: number } {
  return { least: target.dues === null ? minimumYen : (target.dues.unitYen ?? 1), most: maximumYen }
}

/** What a draft comes to, in yen. The server has the last word: see amountOfGift. */
export function amountOfDraft(draft: GiftDraft, target: GivingFrontTarget, front: GivingFront): DraftAmount {
  const { least, most } = boundsOf(target, front)
  const within = (amountYen: number, units: number | null): DraftAmount => {
    if (amountYen < least) return { ok: false, mistake: 'tooSmall' }
    return amountYen > most ? { ok: false, mistake: 'tooLarge' } : { ok: true, amountYen, units }
  }
  if (isCounted(target)) {
    const plain = draft.units.normalize('NFKC').trim().replace(/口$/, '')
    if (!/^[1-9]\d{0,3}$/.test(plain)) return { ok: false, mistake: 'units' }
    return within(Number(plain) * (target.dues?.unitYen ?? 0), Number(plain))
  }
  if (typeof draft.choice === 'number') return within(draft.choice, null)
  const isTyped = draft.choice === 'other' || offersOnlyTyping(target)
  if (!isTyped) return { ok: false, mistake: 'missing' }
  const typed = parseAmount(draft.otherAmount)
  if (typed.ok) return typed.yen === 0 ? { ok: false, mistake: 'missing' } : within(typed.yen, null)
  return { ok: false, mistake: typed.reason === 'empty' ? 'missing' : 'unreadable' }
}

/** Without amount buttons there is nothing to choose: the box stands there from the start. */
export function offersOnlyTyping(target: GivingFrontTarget): boolean {
  return target.suggestedYen.length === 0
}
