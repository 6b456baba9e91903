import type { SiteWords } from '../words/site-words-ja.ts'
import type { SiteLanguage } from './site-language.ts'

const books: Readonly<Record<SiteLanguage, () => Promise<SiteWords>>> = {
  ja: async () => (await import('../words/site-words-ja.ts')).siteWordsJa,
  easy: async () => (await import('../words/site-words-easy.ts')).siteWordsEasy,
  en: async () => (await import('../words/site-words-en.ts')).siteWordsEn,
}

/** The words of a language; only those that are read are fetched. */
export function readSiteWords(language: SiteLanguage): Promise<SiteWords> {
  return books[language]()
}
