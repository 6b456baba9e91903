import { createContext, useContext } from 'react'
import type { SiteLanguage } from '../site/site-language.ts'
import type { MyWords } from '../words/my-words-ja.ts'

const books: Readonly<Record<SiteLanguage, () => Promise<MyWords>>> = {
  ja: async () => (await import('../words/my-words-ja.ts')).myWordsJa,
  easy: async () => (await import('../words/my-words-easy.ts')).myWordsEasy,
  en: async () => (await import('../words/my-words-en.ts')).myWordsEn,
}

/** What マイページ says in a language. */
export function readMyWords(language: SiteLanguage): Promise<MyWords> {
  return books[language]()
}

const MyWordsContext = createContext<MyWords | null>(null)

export const MyWordsProvider = MyWordsContext.Provider

export function useMyWords(): MyWords {
  const words = useContext(MyWordsContext)
  if (words === null) throw new Error('a part of マイページ stands outside of it')
  return words
}
