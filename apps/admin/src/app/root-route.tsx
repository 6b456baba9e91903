import { createRootRoute, createRoute, retainSearchParams } from '@tanstack/react-router'
import { AdminShell } from './admin-shell.tsx'
import { yearOfSearch, type YearSearch } from './fiscal-year-of-search.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { BrokenPage } from './page-error.tsx'
import { frontDoor, whoIsThere } from './shell-queries.ts'
import { queryClient } from './trpc.ts'

/** Every page; those that hang here directly have no shell and need no sign-in. */
export const rootRoute = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage })

/** The parent of every page for signed-in people. The chosen fiscal year goes along from page to page. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  validateSearch: (search: Record<string, unknown>): YearSearch => yearOfSearch(search),
  search: { middlewares: [retainSearchParams<YearSearch>(['fiscalYear'])] },
  // Asked for while the page's own script is still on its way; the shell shows what comes of it.
  loader: () => {
    void queryClient.prefetchQuery(whoIsThere())
    void queryClient.prefetchQuery(frontDoor())
  },
  staleTime: Infinity,
  component: AdminShell,
})
