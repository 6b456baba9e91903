import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import { DemoRibbon } from '@sasaeai/ui/demo-ribbon'
import { PlainLink } from '@sasaeai/ui/plain-link'
import { TextLink } from '@sasaeai/ui/text-link'
import type { MouseEvent, ReactNode } from 'react'
import { withReadings, withoutReadings } from './readings.tsx'
import { useSite } from './site-context.ts'
import { languageNames, siteLanguages } from './site-language.ts'
import { SiteNotice } from './site-notice.tsx'

/** What stands around every page: whose house this is, the languages, and the pages that the law asks for. */
export function SiteShell({ address, isOpening, children }: { address: URL; isOpening: boolean; children: ReactNode }) {
  const { front, language, words } = useSite()
  const { shell } = words
  return (
    <div className={classList('flex min-h-dvh flex-col', language === 'easy' && 'has-readings')}>
      <a href="#main" onClick={skipToMain} className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:px-4 focus:py-2">{withReadings(shell.skip)}</a>
      <header className="border-b border-line-faint">
        {front.isDemo && <DemoRibbon><strong>{withReadings(shell.demo)}</strong><span>{withReadings(shell.demoMeans)}</span></DemoRibbon>}
        <div className="mx-auto flex w-full max-w-4xl flex-wrap items-center justify-between gap-x-6 px-[min(1.25rem,5vw)] py-1.5">
          {front.council !== null && (
            <PlainLink href="/" lang="ja" className="inline-flex min-h-11 items-center font-bold text-ink no-underline hover:underline">{front.council.name}</PlainLink>
          )}
          <LanguageSwitch address={address} />
        </div>
      </header>
      <div role="status" className="sr-only">{isOpening ? withoutReadings(shell.opening) : ''}</div>
      {isOpening && <div aria-hidden="true" className="fixed inset-x-0 top-0 z-10 h-1 overflow-hidden"><div className="h-full w-1/3 animate-sweep bg-accent" /></div>}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-4xl flex-1 px-[min(1.25rem,5vw)] pt-8 pb-16 outline-none sm:pt-12">{children}</main>
      <SiteFooter />
    </div>
  )
}

/** Without a change of the address: what stands behind its # may be a secret that the page needs. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Each language under its own name; that in force is told apart by weight, line and aria-current. */
function LanguageSwitch({ address }: { address: URL }) {
  const { language: current, words } = useSite()
  const addressIn = (language: string) => {
    const changed = new URL(address)
    changed.searchParams.set('lang', language)
    return changed.pathname + changed.search + changed.hash
  }
  return (
    <nav aria-label={withoutReadings(words.shell.chooseLanguage)} className="print-hidden">
      <ul className="-mx-2 flex flex-wrap">
        {siteLanguages.map((language) => (
          <li key={language}>
            <PlainLink href={addressIn(language)} lang={language === 'en' ? 'en' : 'ja'} aria-current={language === current ? 'true' : undefined}
              className={classList('inline-flex min-h-11 items-center px-2 text-[0.9375rem] whitespace-nowrap', language === current ? 'font-bold text-ink underline decoration-2 underline-offset-[0.4em]' : 'text-accent no-underline hover:underline')}>
              {languageNames[language]}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SiteFooter() {
  const { shell } = useSite().words
  const pages = [['/my', shell.myPage], ['/legal', shell.legal], ['/refunds', shell.refunds], ['/privacy', shell.privacy], ['/admin/', shell.staff]] as const
  return (
    <footer className="border-t border-line py-5 print-hidden">
      <ul className="mx-auto flex w-full max-w-4xl flex-wrap gap-x-6 px-[min(1.25rem,5vw)]">
        {pages.map(([href, name]) => (
          <li key={href}><TextLink href={href} className="inline-flex min-h-11 items-center text-[0.9375rem]"><span>{withReadings(name)}</span></TextLink></li>
        ))}
      </ul>
    </footer>
  )
}

/** A page that was asked for and did not come. */
export function PageLost({ onAgain }: { onAgain: () => void }) {
  const { trouble } = useSite().words
  return (
    <SiteNotice tone="error" isLive title={withReadings(trouble.title)} action={<Button onClick={onAgain}>{withReadings(trouble.again)}</Button>}>
      {withReadings(trouble.body)}
    </SiteNotice>
  )
}
