import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { RunningDatabase } from './start-database.ts'

export interface Stoppable {
  readonly server: Server
  /** What works in the background: papers being made, mail being sent. */
  readonly workers: readonly { stop(): Promise<void> }[]
  readonly database: RunningDatabase
  readonly log: Logger
  readonly onStop: () => void
}

const patienceMs = 10_000

/**
 * On SIGTERM or Ctrl-C: takes no new connection, lets running requests and the mail under way finish, closes the database and ends. A second
 * signal ends at once.
 */
export function stopOnSignals(stoppable: Stoppable): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      end(stoppable)
    })
  }
  if (process.env['npm_lifecycle_event'] !== undefined) endWhenAbandoned(stoppable)
}

/**
 * Between `npm start` and us stands a shell, which dies of the SIGTERM that npm hands it without passing it on. What we
 * see of that is another parent process; without this the server would live on unseen, and keep its port.
 */
function endWhenAbandoned(stoppable: Stoppable): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end(stoppable)
  }, 500)
  watch.unref()
}

function end(stoppable: Stoppable): void {
  stopServing(stoppable).then(
    () => process.exit(0),
    () => process.exit(1),
  )
}

/** Lets running requests finish, then closes the database. */
export async function stopServing({ server, workers, database, log, onStop }: Stoppable): Promise<void> {
  onStop()
  log.info('stopping')
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  // Papers and mails that take longer than our patience are begun anew by whichever server comes next.
  await Promise.race([Promise.all([closed, ...workers.map((worker) => worker.stop())]), pause(patienceMs, undefined, { ref: false })])
  server.closeAllConnections()
  await database.stop()
  log.info('stopped')
}
