import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'

interface EventWorkerParts {
  readonly deps: Deps
  /** An event could not be applied by a fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/**
 * Applies what the gateway has told: at once what came to this server, within seconds what another one has left behind, or
 * what is due again. Any number of servers may have a worker; one at a time is at it.
 */
export function startEventWorker({ deps, onFault }: EventWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'gateway_events',
    lookEveryMs: 5_000,
    onFault,
    async workOff(mayGoOn) {
      if (!(await isAnythingDue(deps))) return
      // What books is read with the first event: a council that takes nothing online does not carry it.
      const { applyDueEvents } = await import('./apply-due-events.ts')
      const { readPayoutLines } = await import('../payout/read-payout-lines.ts')
      const { tellPaymentsOfPayouts } = await import('../payout/tell-payments-of-payouts.ts')
      // Lines that were read let payouts go on that waited for them.
      do {
        while (mayGoOn() && (await applyDueEvents(deps, onFault)) > 0);
      } while (mayGoOn() && (await readPayoutLines(deps)) > 0)
      // A payment may have come after the payout that brings it.
      await tellPaymentsOfPayouts(deps.db.prisma)
    },
  })
}

/** One look into an index that is empty nearly always. */
async function isAnythingDue({ db, now }: Deps): Promise<boolean> {
  const { rows } = await db.pool.query({ name: 'event_is_due', text: `SELECT 1 FROM gateway_event WHERE state = 'waiting' AND due_at <= $1 LIMIT 1`, values: [now()] })
  return rows.length > 0
}
