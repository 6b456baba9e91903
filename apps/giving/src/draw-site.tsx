/**
 * The site's part of drawing a page on the server; built by itself, for Node. Nothing on these pages depends on who asks but
 * the language.
 */
import { sitePaths } from '@sasaeai/domain/online-giving/site/site-path'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { openPage } from './site/open-page.tsx'
import { SiteApp } from './site/site-app.tsx'
import type { SiteAnswers } from './site/site-context.ts'
import { languageOf, languageTag } from './site/site-language.ts'

/** Pages that are read before anything is done on them; a short link is one only where it leads nowhere. */
const drawn = [sitePaths.front, sitePaths.totals, sitePaths.legal, sitePaths.link]

/** A page as markup, empty where the browser draws it by itself; with its title and its language. */
export async function drawSite(wish: { address: URL; cookies: string; answers: SiteAnswers }): Promise<{ markup: string; title: string; languageTag: string }> {
  const { address, cookies, answers } = wish
  const language = languageOf(address.search, cookies)
  const name = answers.front.council?.name ?? ''
  if (!drawn.some((path) => path.test(address.pathname))) return { markup: '', title: name, languageTag: languageTag(language) }
  const first = await openPage({ address, language, readAnswers: async () => answers })
  return { markup: renderToString(<StrictMode><SiteApp first={first} /></StrictMode>), title: first.title, languageTag: languageTag(language) }
}
