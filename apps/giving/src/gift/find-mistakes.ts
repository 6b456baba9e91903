import { toKatakana } from '@sasaeai/domain/text/kana'
import { headerLine } from '@sasaeai/domain/text/header-line'
import type { GivingFront, GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { inYen } from '../site/figures-in-words.ts'
import type { GiftWords } from '../words/gift-words-ja.ts'
import type { SiteWords } from '../words/site-words-ja.ts'
import { amountOfDraft, boundsOf, isCounted, offersOnlyTyping } from './amount-of-draft.ts'
import type { DraftField, GiftDraft } from './gift-draft.ts'

/** What is wrong with a field, in the reader's language. */
export interface Mistake {
  readonly field: DraftField
  readonly message: string
}

export interface GiftMatter {
  readonly target: GivingFrontTarget
  readonly front: GivingFront
  readonly words: GiftWords
  readonly siteWords: SiteWords
}

/**
 * What is wrong with one step. The server checks the same once more by startGiftSchema, which speaks Japanese alone and would
 * weigh more than the page; a test holds the two together.
 */
export function findMistakes(step: number, draft: GiftDraft, matter: GiftMatter): Mistake[] {
  if (step === 1) return amountMistakes(draft, matter)
  if (step === 2) return giverMistakes(draft, matter)
  return step === 3 ? receiptMistakes(draft, matter) : []
}

function amountMistakes(draft: GiftDraft, { target, front, words, siteWords }: GiftMatter): Mistake[] {
  const amount = amountOfDraft(draft, target, front)
  if (amount.ok) return []
  const { least, most } = boundsOf(target, front)
  const say = words.amount.mistakes
  const messages = { missing: say.missing, unreadable: say.unreadable, units: say.units, tooSmall: say.tooSmall(inYen(siteWords, least)), tooLarge: say.tooLarge(inYen(siteWords, most)) }
  const typed = draft.choice === 'other' || offersOnlyTyping(target) ? 'otherAmount' : 'choice'
  return [{ field: isCounted(target) ? 'units' : typed, message: messages[amount.mistake] }]
}

const readable = /^[ァ-ヺー・ヽヾA-Za-z0-9 &'(),.-]*$/
const mailAddress = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/

function giverMistakes(draft: GiftDraft, { words, target }: GiftMatter): Mistake[] {
  const { mistakes: say, memorialOnce } = words.giver
  const isMemorial = draft.isMemorial && asksMemorial(target)
  const found: (Mistake | false)[] = [
    // Dues are somebody's.
    draft.kind === 'anonymous' && target.kind === 'dues' && { field: 'kind', message: say.name },
    draft.kind === 'person' && headerLine(draft.name) === '' && { field: 'name', message: say.name },
    draft.kind === 'organization' && headerLine(draft.name) === '' && { field: 'name', message: say.organizationName },
    draft.kind !== 'anonymous' && !readable.test(readingOf(draft.kana)) && { field: 'kana', message: say.kana },
    !isMailAddressTyped(draft.email) && { field: 'email', message: say.email },
    isMemorial && target.allowsMonthly && draft.frequency === 'monthly' && { field: 'isMemorial', message: memorialOnce },
    isMemorial && headerLine(draft.deceasedName) === '' && { field: 'deceasedName', message: say.deceasedName },
  ]
  return found.filter((mistake) => mistake !== false)
}

/** In any width, as phones type it. */
export function isMailAddressTyped(text: string): boolean {
  return mailAddress.test(text.normalize('NFKC').trim())
}

/** 香典返し and the like are gifts: neither dues nor what a drive takes. */
export function asksMemorial({ kind }: GivingFrontTarget): boolean {
  return kind !== 'dues' && kind !== 'campaign'
}

/** As the server will keep it: in katakana. */
export function readingOf(kana: string): string {
  return toKatakana(kana.normalize('NFKC')).replace(/\s+/g, ' ').trim()
}

/** Seven digits in any of the usual ways; null for anything else. */
export function postalDigits(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/^\s*〒/, '').replace(/[\s\-‐‑–—―−ー]/g, '')
  return /^\d{7}$/.test(digits) ? digits : null
}

const longestMessage = 500

function receiptMistakes(draft: GiftDraft, { words }: GiftMatter): Mistake[] {
  const say = words.receipt.mistakes
  const isPosted = draft.kind !== 'anonymous' && draft.receiptWish === 'paper'
  const isAsked = draft.kind !== 'anonymous' && draft.receiptWish !== 'none'
  const hasCode = draft.postalCode.trim() !== ''
  const found: (Mistake | false)[] = [
    isAsked && (isPosted || hasCode) && postalDigits(draft.postalCode) === null && { field: 'postalCode', message: say.postalCode },
    isPosted && headerLine(draft.address) === '' && { field: 'address', message: say.address },
    draft.message.length > longestMessage && { field: 'message', message: say.message },
  ]
  return found.filter((mistake) => mistake !== false)
}
