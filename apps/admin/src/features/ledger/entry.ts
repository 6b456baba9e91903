import type { RouterOutput } from '../../app/trpc.ts'

/** One entry as the API answers it. */
export type Entry = RouterOutput['ledger']['entry']
export type EntryPosting = Entry['postings'][number]
export type EntryLink = NonNullable<Entry['reverses']>
