import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'

interface DemoWorkerParts {
  readonly deps: Deps
  readonly onFault: (error: unknown) => void
}

/**
 * Lets happen at the demo gateway what falls due of itself: pages and slips expire, months begin, events that were not taken
 * are sent again. Nothing is read of it where there is nothing to do.
 */
export function startDemoWorker({ deps, onFault }: DemoWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'demo_gateway',
    lookEveryMs: 60_000,
    onFault,
    async workOff(mayGoOn) {
      for (const accountCode of await accountsAtWork(deps)) {
        if (mayGoOn()) await (await deps.demoGateway?.())?.catchUp(accountCode)
      }
    },
  })
}

async function accountsAtWork({ db }: Deps): Promise<string[]> {
  const { rows } = await db.pool.query<{ code: string }>(
    `SELECT DISTINCT account_code AS code FROM demo_gateway_object
     WHERE kind IN ('session_open', 'intent_waiting', 'subscription', 'event_waiting')`,
  )
  return rows.map(({ code }) => code)
}
