import type { AppRouter } from '@sasaeai/api'
import type { inferRouterOutputs } from '@trpc/server'

/** One entry as the API answers it. */
export type Entry = inferRouterOutputs<AppRouter>['ledger']['entry']
export type EntryPosting = Entry['postings'][number]
export type EntryLink = NonNullable<Entry['reverses']>
