import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startDocumentWorker } from '@sasaeai/api/document/document-worker'
import { paperMakers } from '@sasaeai/api/paper-makers'
import { readAuthSecret } from '@sasaeai/api/user/auth-secret'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type { Express } from 'express'
import { announceAddresses } from './announce-addresses.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { stopOnSignals } from './graceful-stop.ts'
import { describeError, openLog } from './request-log.ts'
import { seedFirstStart } from './seed-first-start.ts'
import { startDatabase } from './start-database.ts'
import { listenRefusal, StartUpRefusal } from './start-up-refusal.ts'

try {
  await startServer(readEnvironment(process.env))
} catch (error) {
  if (!(error instanceof StartUpRefusal)) throw error
  process.stderr.write(`起動できません：${error.japanese}\nCannot start: ${error.message}\n`)
  process.exitCode = 1
}

async function startServer(environment: Environment): Promise<void> {
  const log = openLog(environment.LOG_LEVEL)
  const giveUp = (error: unknown) => {
    log.fatal({ error: describeError(error) }, 'the embedded database is lost')
    process.exit(1)
  }
  const watch = { announce: (sentence: string) => log.warn(sentence), onLost: giveUp }
  // The program is read while the database starts.
  const [database, { createWebApplication }] = await Promise.all([
    startDatabase(environment, watch),
    import('./web-application.ts'),
  ])
  const { db } = database
  const deps = { db, now: () => new Date(), newId: () => uuidV7(Date.now(), randomBytes(10)) }
  let secret: Promise<string> | undefined
  const readSecret = () => (secret ??= environment.AUTH_SECRET === undefined ? readAuthSecret(db) : Promise.resolve(environment.AUTH_SECRET))
  let isStopping = false
  const app = createWebApplication({ environment, deps, log, readSecret, isStopping: () => isStopping })
  try {
    await seedFirstStart(database, environment)
    const server = await listen(app, environment)
    const worker = startDocumentWorker({ deps, makers: paperMakers, onFault: (error) => log.error({ error: describeError(error) }, 'papers') })
    stopOnSignals({ server, worker, log, database, onStop: () => { isStopping = true } })
    await announceAddresses(db, environment, portOf(server.address()))
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function listen(app: Express, { HOST: host, PORT: port }: Environment) {
  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenRefusal(error, { host, port })))
    server.listen({ host, port }, resolve)
  })
  return server
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
