/**
 * The first script of every page: small, and run while the app is still being fetched. It asks for what the app will
 * ask for in any case, under the addresses that the API client will use, so that rows do not wait for scripts.
 */
import { applyKeptDensity } from '@sasaeai/ui/kept-density'
import { askEarly } from './app/early-answers.ts'
import { fiscalYearInView } from './app/fiscal-year-of-search.ts'
import { entriesSearchOf, filterInView } from './features/ledger/entries-search.ts'

const { pathname, search } = window.location

if (!['/admin/sign-in', '/admin/setup'].includes(pathname)) askEarly('/trpc/user.me,setUp.frontDoor?batch=1&input=%7B%7D')

if (pathname === '/admin/entries') {
  const asked = entriesSearchOf(valuesOf(search))
  const filter = filterInView(asked, fiscalYearInView(asked))
  const input = JSON.stringify({ filter, order: asked.order ?? 'newest', direction: 'forward' })
  askEarly(`/trpc/ledger.postings?input=${encodeURIComponent(input)}`)
  // A page that cannot be fetched is the router's to tell.
  import('./features/ledger/entries-page.tsx').catch(() => undefined)
}

// Last, because the browser keeps a page waiting that touches its storage for the first time.
applyKeptDensity()

/** The values of an address as the router reads them: JSON where it is JSON, text otherwise. */
function valuesOf(text: string): Record<string, unknown> {
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, jsonOr(value)]))
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
