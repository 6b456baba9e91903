import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Deps } from '../../deps.ts'
import { startWorkLoop, type WorkLoop } from '../../document/work-loop.ts'
import { hasMonthOpened, takeUpClosedMonths } from './take-up-closed-months.ts'

interface EventWorkerParts {
  readonly deps: Deps
  /** An event could not be applied by a fault of ours, or the database did not answer. */
  readonly onFault: (error: unknown) => void
}

/**
 * Applies what the gateway has told, and does what follows from a payment (receipt, mail of thanks): at once what came to
 * this server, within seconds what another one has left behind, or what is due again. Any number of servers may have a worker; one at a time is at it.
 */
export function startEventWorker({ deps, onFault }: EventWorkerParts): WorkLoop {
  return startWorkLoop({
    db: deps.db,
    work: 'gateway_events',
    lookEveryMs: 5_000,
    onFault,
    workOff: (mayGoOn) => workOffAll({ deps, mayGoOn, onFault }),
  })
}

interface Turn extends EventWorkerParts {
  readonly mayGoOn: () => boolean
}

/** What is told goes first, and what follows from payments a few at a time: so that money is in the books while mails are still made. */
async function workOffAll(turn: Turn): Promise<void> {
  // Before there was work, no payment can be told of a payout that it does not know.
  let isTold = true
  let mayTakeUp = true
  while (turn.mayGoOn()) {
    const due = await lookForWork(turn.deps)
    if (due.hasMonthOpened && mayTakeUp) {
      // Once a turn: what finds no month again is not taken up for ever.
      mayTakeUp = false
      await takeUpClosedMonths(turn.deps)
    } else if (due.hasEvents && (await applyAll(turn))) {
      isTold = false
    } else if (due.hasPayments && (await careForSome(turn))) {
      isTold = false
    } else if (isTold) {
      return
    } else {
      await tellOfPayouts(turn)
      isTold = true
    }
  }
}

// What does the work is read when there is some: a council that takes nothing online does not carry it.

/** False where nothing was done: another server is at it. */
async function applyAll({ deps, mayGoOn, onFault }: Turn): Promise<boolean> {
  const { applyDueEvents } = await import('./apply-due-events.ts')
  const { readPayoutLines } = await import('../payout/read-payout-lines.ts')
  let hasApplied = false
  // Lines that were read let payouts go on that waited for them.
  do {
    while (mayGoOn() && (await applyDueEvents(deps, onFault)) > 0) hasApplied = true
  } while (mayGoOn() && (await readPayoutLines(deps)) > 0)
  return hasApplied
}

async function careForSome({ deps, mayGoOn, onFault }: Turn): Promise<boolean> {
  const { careForPayments } = await import('../care/care-for-payments.ts')
  return careForPayments(deps, { mayGoOn, onFault })
}

/** A payment may come after the payout that brings it, and waits for its day only since it was cared for. */
async function tellOfPayouts({ deps }: Turn): Promise<void> {
  const { tellLatePayments } = await import('../payout/tell-payments-of-payouts.ts')
  await tellLatePayments(deps.db.prisma)
}

interface DueWork {
  readonly hasEvents: boolean
  readonly hasPayments: boolean
  /** For what was put aside because no month was open. */
  readonly hasMonthOpened: boolean
}

/** One look into three indexes that are nearly empty nearly always. */
async function lookForWork({ db, now }: Deps): Promise<DueWork> {
  const { rows } = await db.pool.query<DueWork>({
    name: 'giving_work',
    text: `SELECT EXISTS (SELECT 1 FROM gateway_event WHERE state = 'waiting' AND due_at <= $1) AS "hasEvents",
        EXISTS (SELECT 1 FROM online_payment WHERE care <> 'done' AND care IN ('receipt', 'mail')) AS "hasPayments",
        EXISTS (SELECT 1 FROM gateway_event e WHERE ${hasMonthOpened('$2')}) AS "hasMonthOpened"`,
    values: [now(), localDateInTokyo(now())],
  })
  return rows[0] ?? { hasEvents: false, hasPayments: false, hasMonthOpened: false }
}
