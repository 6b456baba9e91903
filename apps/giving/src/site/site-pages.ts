import { sitePaths } from '@sasaeai/domain/online-giving/site/site-path'
import type { ReactNode } from 'react'
import type { Site } from './site-context.ts'

/** Where somebody is, and what the site knows there. */
export interface Place {
  readonly site: Site
  readonly address: URL
  /** The part of the path that names one of many: a target, a gift. */
  readonly name: string
}

/** What a page hands to the frame around it. */
interface OpenedPage {
  readonly title: string
  readonly body: ReactNode
}

/** Opens a page with all that it shows, so that nothing moves afterwards. Null where there is no such page. */
export type PageOpener = (place: Place) => Promise<OpenedPage | null>

interface Route {
  readonly path: RegExp
  readonly load: () => Promise<PageOpener>
}

const loadLegal = async () => (await import('../legal/legal-page.tsx')).openLegal

/** Every page of the site; the scripts of one are fetched with its first visit. */
const routes: readonly Route[] = [
  { path: sitePaths.front, load: async () => (await import('../front/front-page.tsx')).openFront },
  { path: sitePaths.totals, load: async () => (await import('../totals/totals-page.tsx')).openTotals },
  { path: sitePaths.gift, load: async () => (await import('../gift/give-page.tsx')).openGift },
  { path: sitePaths.thanks, load: async () => (await import('../thanks/thanks-page.tsx')).openThanks },
  { path: sitePaths.my, load: async () => (await import('../giver/my-page.tsx')).openMyPage },
  { path: sitePaths.legal, load: loadLegal },
]

/** The page at a path, or null where the site has none. */
export function pageAt(pathname: string): { readonly name: string; readonly load: () => Promise<PageOpener> } | null {
  for (const { path, load } of routes) {
    const found = path.exec(pathname)
    if (found !== null) return { name: found[1] ?? '', load }
  }
  return null
}
