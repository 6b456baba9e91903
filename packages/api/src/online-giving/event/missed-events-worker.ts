import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'
import { fetchMissedEvents } from './fetch-missed-events.ts'

interface MissedEventsWorkerParts {
  readonly deps: Deps
  readonly onFault: (error: unknown) => void
}

/** Looks at the start, and every six hours, for what the gateways have told and nobody heard. */
export function startMissedEventsWorker({ deps, onFault }: MissedEventsWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'missed_events',
    lookEveryMs: 6 * 60 * 60 * 1000,
    onFault,
    workOff: () => fetchMissedEvents(deps, onFault),
  })
}
