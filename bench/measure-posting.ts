import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { layBareBooks, dropBareBooks } from './bare-books.ts'
import { type Figure, percent, perSecond } from './figure.ts'
import type { LoadJob, LoadResult } from './load-worker.ts'
import { narrowed, type PostLoad, readPostLoad } from './post-load.ts'
import { type ServerProcess, signInAsAccountant } from './product-server.ts'
import { mediansOfRounds, type Side } from './rounds.ts'

export interface PostingPlace {
  readonly databaseUrl: string
  readonly product: ServerProcess
  readonly rounds: number
}

const millisPerRound = 2_500

/** Contributions posted per second, by the product and by one hand-written statement each. */
export async function measurePosting({ databaseUrl, product, rounds }: PostingPlace): Promise<Figure[]> {
  const load = await readPostLoad(databaseUrl)
  const cookie = await signInAsAccountant(product.url)
  await layBareBooks(databaseUrl)
  const http = (connections: number, what: PostLoad): Side => postsPerSecond({ target: { url: product.url, cookie }, connections, load: what })
  const bare = (connections: number, sharing: 'same-rows' | 'no-shared-row'): Side =>
    postsPerSecond({ target: { databaseUrl, sharing }, connections, load })
  try {
    // The first posts of a fresh server compile it; they are nobody's figure.
    await http(16, load)()
    const alone = await mediansOfRounds(rounds, { ours: http(1, load), bare: bare(1, 'same-rows'), free: bare(1, 'no-shared-row') })
    const together = await mediansOfRounds(rounds, {
      ours: http(16, load),
      oneSpot: http(16, narrowed(load)),
      bare: bare(16, 'same-rows'),
      free: bare(16, 'no-shared-row'),
    })
    return [
      comparison('post at 1 connection', { ours: alone.ours, limit: alone.bare, aim: 0.2 }),
      comparison('  … against a bare post that shares no row', { ours: alone.ours, limit: alone.free, aim: 0.2 }),
      comparison('post at 16 connections', { ours: together.ours, limit: together.bare, aim: 0.4 }),
      comparison('  … against bare posts that share no row', { ours: together.ours, limit: together.free, aim: 0.4 }),
      // Noise of some per cent is no drop.
      { ...comparison('post at 16 to one campaign, area, method', { ours: together.oneSpot, limit: together.ours, aim: 0.95 }), aim: 'no drop (≥ 95 %)' },
    ]
  } finally {
    await dropBareBooks(databaseUrl)
  }
}

/** Posts so many contributions over one connection: what a server has behind it after a busy day. */
export async function postSoMany({ databaseUrl, product }: Omit<PostingPlace, 'rounds'>, mostPosts: number): Promise<void> {
  const target = { url: product.url, cookie: await signInAsAccountant(product.url) }
  await inWorker({ target, connections: 8, load: await readPostLoad(databaseUrl), millis: 60_000, mostPosts })
}

function comparison(name: string, { ours, limit, aim }: { ours: number; limit: number; aim: number }): Figure {
  return {
    name,
    ours: perSecond(ours),
    limit: perSecond(limit),
    ratio: percent(ours / limit),
    aim: `≥ ${percent(aim)}`,
    isMet: ours / limit >= aim,
  }
}

function postsPerSecond(job: Pick<LoadJob, 'target' | 'connections' | 'load'>): Side {
  return async () => (await inWorker({ ...job, millis: millisPerRound, mostPosts: 50_000 })).perSecond
}

async function inWorker(job: LoadJob): Promise<LoadResult> {
  const worker = fork(path.join(import.meta.dirname, 'load-worker.ts'))
  const answer = once(worker, 'message')
  const end = once(worker, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`the load generator ended with ${String(code)}`)
  })
  worker.send(job)
  const [[result]] = await Promise.all([answer, end])
  return result
}
