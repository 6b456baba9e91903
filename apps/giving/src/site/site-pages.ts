import type { ReactNode } from 'react'
import type { Site } from './site-context.ts'

/** Where somebody is, and what the site knows there. */
export interface Place {
  readonly site: Site
  readonly address: URL
  /** The part of the path that names one of many: a target, a short link, a gift. */
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

/** Every page of the site; the scripts of one are fetched with its first visit. The server answers to these paths: see draw-giving-site.ts. */
const routes: readonly Route[] = [
  { path: /^\/$/, load: async () => (await import('../front/front-page.tsx')).openFront },
  { path: /^\/totals$/, load: async () => (await import('../totals/totals-page.tsx')).openTotals },
  { path: /^\/give\/([a-z0-9-]+)$/, load: async () => (await import('../gift/give-page.tsx')).openGift },
  { path: /^\/g\/([a-z0-9]+)$/, load: async () => (await import('../gift/short-link.tsx')).openShortLink },
  { path: /^\/thanks\/([0-9a-f-]+)$/, load: async () => (await import('../thanks/thanks-page.tsx')).openThanks },
  { path: /^\/my(?:\/open)?$/, load: async () => (await import('../giver/my-page.tsx')).openMyPage },
  { path: /^\/(legal|refunds|privacy)$/, load: loadLegal },
]

/** The page at a path, or null where the site has none. */
export function pageAt(pathname: string): { readonly name: string; readonly load: () => Promise<PageOpener> } | null {
  for (const { path, load } of routes) {
    const found = path.exec(pathname)
    if (found !== null) return { name: found[1] ?? '', load }
  }
  return null
}
