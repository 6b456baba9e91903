import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/client/runtime/client'
import type pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** Prisma on one database, until it is given back for the next one. */
export interface LentClient {
  readonly prisma: PrismaClient
  /** To be called when nothing is running any more. */
  giveBack(): void
}

type Driver = ReturnType<PrismaPg['connect']>

interface Client {
  readonly prisma: PrismaClient
  /** Of the pool that it asks at present. */
  driver: Driver
}

const idle: Client[] = []

/**
 * A Prisma client that asks `pool`. Making one takes 100 ms of a processor, most of them for reading the models and
 * nothing of it for a particular database: so whoever opens databases in turn, as tests do, gets the same one again.
 */
export function lendPrismaClient(pool: pg.Pool): LentClient {
  const driver = new PrismaPg(pool).connect()
  const client = idle.pop() ?? makeClient(driver)
  client.driver = driver
  return { prisma: client.prisma, giveBack: () => void idle.push(client) }
}

function makeClient(driver: Driver): Client {
  const adapter: SqlDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@sasaeai/db',
    async connect() {
      const first = await client.driver
      return {
        provider: first.provider,
        adapterName: first.adapterName,
        getConnectionInfo: () => first.getConnectionInfo(),
        queryRaw: async (query) => (await client.driver).queryRaw(query),
        executeRaw: async (query) => (await client.driver).executeRaw(query),
        executeScript: async (script) => (await client.driver).executeScript(script),
        startTransaction: async (isolation) => (await client.driver).startTransaction(isolation),
        // The pool belongs to whoever opened it.
        dispose: async () => {},
      }
    },
  }
  const client: Client = {
    prisma: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } }),
    driver,
  }
  return client
}
