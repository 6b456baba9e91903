import type { Deps } from '../deps.ts'
import type { PaperMakers } from './paper-maker.ts'
import { startWorkLoop, type WorkLoop } from './work-loop.ts'
import { workOffRun } from './work-off-run.ts'

interface DocumentWorkerParts {
  readonly deps: Deps
  readonly makers: PaperMakers
  /** A run failed by a fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/**
 * Makes ordered papers in this server, one run at a time: at once those ordered here, within seconds those that another
 * server left unfinished. Any number of servers may have a worker; each run is done by one of them.
 */
export function startDocumentWorker({ deps, makers, onFault }: DocumentWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'papers',
    lookEveryMs: 5_000,
    onFault,
    async workOff(mayGoOn) {
      for (const runId of await unfinishedRuns(deps)) {
        if (!mayGoOn()) return
        const fault = await workOffRun({ deps, makers, runId })
        if (fault !== null) onFault(fault)
      }
    },
  })
}

async function unfinishedRuns({ db }: Deps): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM document_run WHERE status IN ('waiting', 'running') ORDER BY requested_at, id`,
  )
  return rows.map(({ id }) => id)
}
