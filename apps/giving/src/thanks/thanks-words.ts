import type { SiteLanguage } from '../site/site-language.ts'
import type { ThanksWords } from '../words/thanks-words-ja.ts'

const books: Readonly<Record<SiteLanguage, () => Promise<ThanksWords>>> = {
  ja: async () => (await import('../words/thanks-words-ja.ts')).thanksWordsJa,
  easy: async () => (await import('../words/thanks-words-easy.ts')).thanksWordsEasy,
  en: async () => (await import('../words/thanks-words-en.ts')).thanksWordsEn,
}

/** What the page after the payment says in a language. */
export function readThanksWords(language: SiteLanguage): Promise<ThanksWords> {
  return books[language]()
}
