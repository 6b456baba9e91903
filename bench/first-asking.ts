import { setTimeout as pause } from 'node:timers/promises'
import { openApiClient } from './api-client.ts'
import { startProductServer } from './product-server.ts'
import { median } from './rounds.ts'
import { ask, type Question } from './timed-asking.ts'

/** Until then a server has read ahead what it reads for nobody (read-ahead). */
export const untilReadAheadMs = 4_000

/** Starts the product anew for each asking, and asks it this before anything else when it has been up for some seconds: milliseconds, the median. */
export async function firstAsking(databaseUrl: string, question: Question, starts: number): Promise<number> {
  const taken: number[] = []
  for (let start = 0; start < starts; start += 1) taken.push(await askNewServer(databaseUrl, question))
  return median(taken)
}

async function askNewServer(databaseUrl: string, question: Question): Promise<number> {
  const product = await startProductServer({ DATABASE_URL: databaseUrl })
  try {
    // Whoever asks has signed in before.
    const api = await openApiClient(product.url)
    await pause(untilReadAheadMs)
    const startedAt = performance.now()
    await ask(api, question)
    const taken = performance.now() - startedAt
    api.close()
    return taken
  } finally {
    await product.stop()
  }
}
