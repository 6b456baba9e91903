import type pg from 'pg'
import { type ApiClient, openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import { firstAsking } from './first-asking.ts'
import type { ListPlace } from './measure-list.ts'
import { pastMoments } from './past-moments.ts'
import { type PostLoad, readPostLoad } from './post-load.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, asksPerRound, comparison, type Question, timed } from './timed-asking.ts'

const laterEntries = 3_000
/** 「any report ≤ 80 ms」 */
const aim = 80

/** A report and what somebody would write by hand for it. */
export interface MeasuredReport {
  readonly name: string
  /** Without a moment the report as the books stand now. */
  readonly questionOf: (load: PostLoad, moment?: string) => Question
  /** The best hand-written SQL over raw rows. */
  readonly bare: (client: pg.Client, load: PostLoad) => Promise<void>
  /** The same up to a moment, where that is other work. */
  readonly barePast?: (client: pg.Client, load: PostLoad) => Promise<void>
  /** Whether a server has read what the report is made of before anybody asks: then a server is started to ask it this first. */
  readonly isReadAhead?: boolean
  /** Posts something that the report has to tell; a slip of 共同募金 unless told otherwise. */
  readonly post?: (api: ApiClient, load: PostLoad) => Promise<void>
}

/** A report for the first time, or as the first question to a server, after a post, again, and as of moments not asked for before. */
export async function measureReport({ databaseUrl, product, rounds }: ListPlace, { name, questionOf, bare, barePast = bare, isReadAhead = false, post = (api, load) => api.post(load) }: MeasuredReport): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  try {
    return await withClient(databaseUrl, async (client) => {
      // Who writes for one report gives it the memory that it wants.
      await client.query(`SET work_mem = '128MB'`)
      const moments = await pastMoments(client, { count: 1 + rounds * asksPerRound, laterEntries })
      // The program itself should have run before.
      await ask(api, questionOf(load, moments.next().moment))
      const startedAt = performance.now()
      await ask(api, questionOf(load))
      const first = isReadAhead ? await firstAsking(databaseUrl, questionOf(load), rounds) : performance.now() - startedAt
      const measured = await mediansOfRounds(rounds, {
        bare: timed(() => bare(client, load)),
        afterPost: timed(() => ask(api, questionOf(load)), () => post(api, load)),
        again: timed(() => ask(api, questionOf(load))),
        barePast: timed(() => barePast(client, load)),
        past: timed(() => ask(api, questionOf(load, moments.next().moment))),
      })
      const { bare: limit } = measured
      return [
        comparison(`${name} ${isReadAhead ? 'as the first question to a server' : 'for the first time'}`, { ours: first, limit, aim }),
        comparison(`${name} after a post`, { ours: measured.afterPost, limit, aim }),
        comparison(`${name} again`, { ours: measured.again, limit, aim }),
        comparison(`${name} as of a moment not asked for before, ${moments.laterPostings.toLocaleString('en')} postings since`, { ours: measured.past, limit: measured.barePast, aim }),
      ]
    })
  } finally {
    api.close()
  }
}
