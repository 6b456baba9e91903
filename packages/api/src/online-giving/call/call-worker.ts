import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'

interface CallWorkerParts {
  readonly deps: Deps
  /** A fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/** Makes the calls that were written down: what staff ask for at once, what was lost or left behind within a while. */
export function startCallWorker({ deps, onFault }: CallWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'gateway_calls',
    lookEveryMs: 15_000,
    onFault,
    async workOff(mayGoOn) {
      if (!(await isAnyWanted(deps))) return
      const { takeUpCalls } = await import('./take-up-calls.ts')
      while (mayGoOn() && (await takeUpCalls(deps)) > 0);
    },
  })
}

/** One look into an index that is empty nearly always. */
async function isAnyWanted({ db, now }: Deps): Promise<boolean> {
  const { rows } = await db.pool.query({ name: 'call_is_wanted', text: `SELECT 1 FROM gateway_call WHERE state = 'wanted' AND due_at <= $1 LIMIT 1`, values: [now()] })
  return rows.length > 0
}
