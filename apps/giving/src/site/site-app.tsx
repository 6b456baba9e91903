import { NavigationProvider } from '@sasaeai/ui/navigation-context'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openPage, type ReadyPage } from './open-page.tsx'
import { type SiteAnswers, SiteProvider } from './site-context.ts'
import { languageOf, languageTag, rememberLanguage } from './site-language.ts'
import { pageAt } from './site-pages.ts'
import { PageLost, SiteShell } from './site-shell.tsx'

/** The whole site: shows a page that is ready and goes from one to the next without loading anew. */
export function SiteApp({ first }: { first: ReadyPage }) {
  const { page, isOpening, lost, go, again } = usePages(first)
  useNewPage(page)
  return (
    <SiteProvider value={page.site}>
      <NavigationProvider navigate={go}>
        <SiteShell address={page.address} isOpening={isOpening}>
          {lost ? <PageLost onAgain={again} /> : <div key={page.address.pathname}>{page.body}</div>}
        </SiteShell>
      </NavigationProvider>
    </SiteProvider>
  )
}

function usePages(first: ReadyPage) {
  const [page, setPage] = useState(first)
  const [isOpening, setIsOpening] = useState(false)
  const [lost, setLost] = useState<URL | null>(null)
  const wish = useRef(0)
  const answers = useRef<SiteAnswers>(first.site)
  const open = useCallback(async (address: URL) => {
    const mine = (wish.current += 1)
    setIsOpening(true)
    try {
      const language = languageOf(address.search, document.cookie)
      const ready = await openPage({ address, language, readAnswers: async () => answers.current })
      if (mine !== wish.current) return
      setPage(ready)
      setLost(null)
    } catch {
      if (mine === wish.current) setLost(address)
    }
    if (mine === wish.current) setIsOpening(false)
  }, [])
  useEffect(() => {
    const follow = () => void open(new URL(window.location.href))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [open])
  const go = useCallback((href: string) => {
    const address = new URL(href, window.location.href)
    // Files, the staff's pages and other sites are the browser's own business.
    if (address.origin !== window.location.origin || pageAt(address.pathname) === null) return window.location.assign(href)
    rememberLanguage(address.search)
    window.history.pushState(null, '', address)
    void open(address)
  }, [open])
  const again = () => void open(lost ?? page.address)
  return { page, isOpening, lost: lost !== null, go, again }
}

/** Tells title and language to the browser, and brings the focus to the heading of a page that was gone to. */
function useNewPage({ title, site, address }: ReadyPage) {
  const shown = useRef(address.pathname + address.search)
  useEffect(() => {
    document.title = title
    document.documentElement.lang = languageTag(site.language)
    const here = address.pathname + address.search
    if (shown.current === here) return
    const isLanguageOnly = withoutLanguage(shown.current) === withoutLanguage(here)
    shown.current = here
    if (isLanguageOnly) return
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [title, site.language, address])
}

function withoutLanguage(here: string): string {
  const address = new URL(here, 'http://localhost')
  address.searchParams.delete('lang')
  return address.pathname + address.search
}
