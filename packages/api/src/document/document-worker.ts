import type { Deps } from '../deps.ts'
import { hangBell } from './work-bell.ts'
import type { PaperMakers } from './paper-maker.ts'
import { workOffRun } from './work-off-run.ts'

export interface DocumentWorker {
  /** Takes no further run and waits for the one at hand. */
  stop(): Promise<void>
}

interface DocumentWorkerParts {
  readonly deps: Deps
  readonly makers: PaperMakers
  /** A run failed by a fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/** How soon a server takes up what another one has left behind. */
const lookEveryMs = 5_000

/**
 * Makes ordered papers in this server, one run at a time: at once those ordered here, within seconds those that another
 * server left unfinished. Any number of servers may have a worker; each run is done by one of them.
 */
export function startDocumentWorker({ deps, makers, onFault }: DocumentWorkerParts): DocumentWorker {
  let isStopping = false
  let atWork: Promise<void> | undefined
  let isAskedAgain = false

  async function workOffAll(): Promise<void> {
    do {
      isAskedAgain = false
      for (const runId of await unfinishedRuns(deps)) {
        if (isStopping) return
        const fault = await workOffRun({ deps, makers, runId })
        if (fault !== null) onFault(fault)
      }
    } while (isAskedAgain)
  }

  function look(): void {
    isAskedAgain = true
    if (isStopping || atWork !== undefined) return
    atWork = workOffAll()
      .catch(onFault)
      .finally(() => {
        atWork = undefined
      })
  }

  hangBell(deps.db, 'papers', look)
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  look()
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await atWork
    },
  }
}

async function unfinishedRuns({ db }: Deps): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM document_run WHERE status IN ('waiting', 'running') ORDER BY requested_at, id`,
  )
  return rows.map(({ id }) => id)
}
