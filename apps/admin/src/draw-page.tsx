/**
 * The admin's part of drawing a page on the server; built by itself, for Node. The server says who asks by what `ask`
 * answers, so that a page is drawn from what this person may see and from nothing else.
 */
import type { AppRouter } from '@sasaeai/api'
import { withKeptDensity } from '@sasaeai/ui/kept-density'
import { createMemoryHistory, defaultParseSearch } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { AdminApp } from './app/admin-app.tsx'
import { keepAnswers, type PageAnswers } from './app/page-answers.ts'
import { createAdminRouter } from './app/routes.tsx'
import { frontDoor, openedYears, whoIsThere } from './app/shell-queries.ts'
import { queryClient } from './app/trpc.ts'
import { entriesAnswers } from './features/ledger/entries-answers.ts'

export { densityIn } from '@sasaeai/ui/kept-density'

/** Asks the API in the name of whoever wants the page. */
export type Ask = ReturnType<AppRouter['createCaller']>

/** The pages that are worth drawing, and what each asks for beside what the shell asks. */
const drawnPages: Readonly<Record<string, (ask: Ask, search: Readonly<Record<string, unknown>>) => Promise<PageAnswers>>> = {
  '/admin/entries': entriesAnswers,
}

interface PageWish {
  /** Path and query, as the browser has asked for them. */
  readonly address: string
  readonly cookies: string
  readonly ask: Ask
}

/** A page as markup, with the answers that it was drawn from; both go to the browser. Null where it cannot be drawn. */
export async function drawPage({ address, cookies, ask }: PageWish): Promise<{ markup: string; answers: string } | null> {
  const { pathname, search } = new URL(address, 'http://localhost')
  const [me, door, years, own] = await Promise.all([
    ask.user.me(),
    ask.setUp.frontDoor(),
    ask.council.years(),
    drawnPages[pathname]?.(ask, defaultParseSearch(search)) ?? [],
  ])
  const answers = JSON.stringify([[whoIsThere().queryKey, me], [frontDoor().queryKey, door], [openedYears().queryKey, years], ...own])
  const markup = await inTurn(() => markupOf({ address, cookies, answers: JSON.parse(answers) }))
  return markup === null ? null : { markup, answers }
}

/** The screens share one cache of answers; on the server it belongs to one page at a time, and is empty in between. */
let lastTurn: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(work)
  lastTurn = turn.catch(() => undefined)
  return turn
}

async function markupOf({ address, cookies, answers }: { address: string; cookies: string; answers: PageAnswers }): Promise<string | null> {
  try {
    keepAnswers(queryClient, answers)
    const router = createAdminRouter(createMemoryHistory({ initialEntries: [address] }))
    await router.load()
    // The router would write this address in another way, and has gone there instead; the browser's own will as well.
    if (router.state.matches.length === 0) return null
    return withKeptDensity(cookies, () => renderToString(<StrictMode><AdminApp router={router} /></StrictMode>))
  } finally {
    queryClient.clear()
  }
}
