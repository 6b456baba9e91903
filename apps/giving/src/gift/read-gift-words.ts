import type { SiteLanguage } from '../site/site-language.ts'
import type { GiftWords } from '../words/gift-words-ja.ts'

const books: Readonly<Record<SiteLanguage, () => Promise<GiftWords>>> = {
  ja: async () => (await import('../words/gift-words-ja.ts')).giftWordsJa,
  easy: async () => (await import('../words/gift-words-easy.ts')).giftWordsEasy,
  en: async () => (await import('../words/gift-words-en.ts')).giftWordsEn,
}

/** What the steps of a gift say in a language. */
export function readGiftWords(language: SiteLanguage): Promise<GiftWords> {
  return books[language]()
}
