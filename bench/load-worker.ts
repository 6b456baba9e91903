/**
 * Posts contributions for a while from a process of its own, over HTTP or straight into PostgreSQL, and tells its
 * parent how many were answered per second. Both sides are driven by this one loop.
 */
import pg from 'pg'
import { barePost, type BareSharing } from './bare-books.ts'
import { openKeepAliveConnection } from './keep-alive-connection.ts'
import { bareValues, type PostLoad, type Slip, slipOf } from './post-load.ts'

export interface LoadJob {
  readonly target: { readonly url: string; readonly cookie: string } | { readonly databaseUrl: string; readonly sharing: BareSharing }
  readonly connections: number
  readonly load: PostLoad
  /** Ends after so long or so many posts, whichever comes first. */
  readonly millis: number
  readonly mostPosts: number
}

export interface LoadResult {
  readonly posts: number
  readonly perSecond: number
}

/** Posts one slip; throws when it was not booked. */
interface Poster {
  post(slip: Slip): Promise<void>
  close(): Promise<void>
}

process.once('message', (job: LoadJob) => {
  runLoad(job).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

async function runLoad({ target, connections, load, millis, mostPosts }: LoadJob): Promise<LoadResult> {
  const posters = await Promise.all(Array.from({ length: connections }, () =>
    'url' in target ? httpPoster(target) : databasePoster(target, load)))
  // Each connection has its statement prepared and its caches filled before the clock runs.
  await Promise.all(posters.map((poster, index) => poster.post(slipOf(load, index))))
  const startedAt = performance.now()
  const endsAt = startedAt + millis
  let posts = 0
  await Promise.all(posters.map(async (poster) => {
    while (posts < mostPosts && performance.now() < endsAt) {
      posts += 1
      await poster.post(slipOf(load, posts))
    }
  }))
  const seconds = (performance.now() - startedAt) / 1_000
  await Promise.all(posters.map((poster) => poster.close()))
  return { posts, perSecond: posts / seconds }
}

async function httpPoster({ url, cookie }: { url: string; cookie: string }): Promise<Poster> {
  const connection = await openKeepAliveConnection(url)
  const headers = { cookie, origin: url }
  return {
    async post(slip) {
      const answer = await connection.ask({ method: 'POST', path: '/trpc/ledger.postContribution', headers, body: JSON.stringify(slip) })
      if (answer.status !== 200 || !answer.body.includes('"ok":true')) throw new Error(`not booked: ${answer.status} ${answer.body.toString()}`)
    },
    close: async () => connection.close(),
  }
}

async function databasePoster(
  { databaseUrl, sharing }: { databaseUrl: string; sharing: BareSharing },
  load: PostLoad,
): Promise<Poster> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const statement = { name: 'bare_post', text: barePost(sharing) }
  return {
    async post(slip) {
      const { rowCount } = await client.query({ ...statement, values: bareValues(load, slip) })
      if (rowCount !== 1) throw new Error('not booked')
    },
    close: () => client.end(),
  }
}
