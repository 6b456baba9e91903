import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, mebibytes, millis, times } from './figure.ts'
import { untilReadAheadMs } from './first-asking.ts'
import { postSoMany } from './measure-posting.ts'
import { type ProductPlace, startBareServer, startProductServer } from './product-server.ts'
import { median, mediansOfRounds, type Side } from './rounds.ts'

const posts = 2_000

/** From the start of the process to the first answer out of the database, and what the process holds in memory. */
export async function measureStart({ databaseUrl, rounds }: { databaseUrl: string; rounds: number }): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sasaeai-bench-start-'))
  await chmod(dataDir, 0o755)
  const running = { DATABASE_URL: databaseUrl }
  const embedded = { DATA_DIR: dataDir, SEED: 'none' } as const
  try {
    // The first start initialises the embedded database, and Node keeps what it has compiled for all later ones.
    await startOf(embedded)()
    const idle: number[] = []
    const started = await mediansOfRounds(rounds, {
      running: startOf(running, idle),
      embedded: startOf(embedded),
      bare: async () => {
        const server = await startBareServer(running)
        await server.stop()
        return server.millisToFirstAnswer
      },
    })
    return [
      startFigure('start to first answer, running database', { ours: started.running, limit: started.bare, aim: 600 }),
      startFigure('start to first answer, embedded database', { ours: started.embedded, limit: started.bare, aim: 1_000 }),
      memoryFigure('memory idle', median(idle), 120),
      memoryFigure(`memory after ${posts.toLocaleString('en')} posts`, await memoryAfterPosts(databaseUrl), 220),
    ]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

function startOf(place: ProductPlace, idleMemory?: number[]): Side {
  return async () => {
    const product = await startProductServer(place)
    if (idleMemory !== undefined) {
      // With what it has read ahead.
      await pause(untilReadAheadMs)
      idleMemory.push(await product.memory())
    }
    await product.stop()
    return product.millisToFirstAnswer
  }
}

async function memoryAfterPosts(databaseUrl: string): Promise<number> {
  const product = await startProductServer({ DATABASE_URL: databaseUrl })
  await postSoMany({ databaseUrl, product }, posts)
  const memory = await product.memory()
  await product.stop()
  return memory
}

function startFigure(name: string, { ours, limit, aim }: { ours: number; limit: number; aim: number }): Figure {
  return { name, ours: millis(ours), limit: millis(limit), ratio: times(ours / limit), aim: `≤ ${aim} ms`, isMet: ours <= aim }
}

function memoryFigure(name: string, ours: number, aim: number): Figure {
  return { name, ours: mebibytes(ours), limit: '', ratio: '', aim: `≤ ${aim} MiB`, isMet: Number.isNaN(ours) ? null : ours <= aim }
}
