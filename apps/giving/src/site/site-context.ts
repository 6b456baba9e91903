import type { GivingFront } from '@sasaeai/domain/online-giving/gift/giving-front'
import type { PublicTotals } from '@sasaeai/domain/online-giving/totals/public-totals'
import { createContext, useContext } from 'react'
import type { SiteWords } from '../words/site-words-ja.ts'
import type { SiteLanguage } from './site-language.ts'

/** What the server tells of the council before anybody has asked for a page. */
export type SiteAnswers = Pick<Site, 'front' | 'totals'>

/** What every page knows: whose house this is, and in which words it speaks. */
export interface Site {
  readonly front: GivingFront
  readonly totals: PublicTotals
  readonly language: SiteLanguage
  readonly words: SiteWords
}

const SiteContext = createContext<Site | null>(null)

export const SiteProvider = SiteContext.Provider

export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('a page of the site stands outside of it')
  return site
}
