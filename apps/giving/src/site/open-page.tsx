import type { ReactNode } from 'react'
import { MissingPage, NotReadyPage } from './page-trouble.tsx'
import { withoutReadings } from './readings.tsx'
import type { Site, SiteAnswers } from './site-context.ts'
import type { SiteLanguage } from './site-language.ts'
import { pageAt } from './site-pages.ts'
import { readSiteWords } from './site-words.ts'

/** A page that is ready to be shown. */
export interface ReadyPage {
  readonly site: Site
  readonly address: URL
  /** For the title of the window. */
  readonly title: string
  readonly body: ReactNode
}

/** Fetches what a page is made of: its scripts, the words of the language and what it shows, all at once. */
export async function openPage(wish: { address: URL; language: SiteLanguage; readAnswers: () => Promise<SiteAnswers> }): Promise<ReadyPage> {
  const { address, language } = wish
  const page = pageAt(address.pathname)
  const [answers, words, open] = await Promise.all([wish.readAnswers(), readSiteWords(language), page?.load()])
  const site: Site = { ...answers, language, words }
  const { council } = answers.front
  if (council === null) return { site, address, title: withoutReadings(words.trouble.notReadyTitle), body: <NotReadyPage /> }
  const opened = await open?.({ site, address, name: page?.name ?? '' })
  const { title, body } = opened ?? { title: words.trouble.notFoundTitle, body: <MissingPage /> }
  return { site, address, title: title === council.name ? title : `${withoutReadings(title)} | ${council.name}`, body }
}
