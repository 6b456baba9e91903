import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { fiscalYearInView } from '../../app/fiscal-year-of-search.ts'
import { staffRoute } from '../../app/root-route.tsx'
import { queryClient } from '../../app/trpc.ts'
import { entriesSearchOf, filterInView } from './entries-search.ts'
import { postingListQuery } from './posting-list-query.ts'

const entriesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/entries',
  validateSearch: entriesSearchOf,
  loaderDeps: ({ search }) => ({ search }),
  // The rows are asked for while the page's script is still on its way.
  loader: ({ deps: { search } }) => {
    const filter = filterInView(search, fiscalYearInView(search))
    void queryClient.prefetchInfiniteQuery(postingListQuery(filter, search.order ?? 'newest'))
  },
  component: lazyRouteComponent(() => import('./entries-page.tsx'), 'EntriesPage'),
})

const newEntryRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/entries/new',
  component: lazyRouteComponent(() => import('./post-contribution-page.tsx'), 'PostContributionPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/entries/$entryId',
  component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage'),
})

const ledgerCheckRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/ledger-check',
  component: lazyRouteComponent(() => import('./ledger-check-page.tsx'), 'LedgerCheckPage'),
})

/** 仕訳: the list of postings, one entry, the single slip, the check of the books. */
export const ledgerRoutes = [entriesRoute, newEntryRoute, entryRoute, ledgerCheckRoute] as const
