import { inTransaction } from '@sasaeai/db/in-transaction'
import { type EventVerdict, quarantined } from '@sasaeai/domain/online-giving/event/event-verdict'
import type { Deps, Desk } from '../../deps.ts'
import { ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { writePayments } from '../booking/write-payments.ts'
import { applySingle } from './appliers-by-fact.ts'
import type { EventKey } from './due-event.ts'
import { program } from './program-actor.ts'
import { readDueEvent, type ReadEvent } from './read-due-event.ts'
import { readOpenBooks } from './read-open-books.ts'
import { settleFact, type SingleFact } from './settle-fact.ts'
import { takeDueEvents, takeTurn } from './take-due-events.ts'
import { writeGifts } from './write-gifts.ts'
import { type JudgedEvent, writeVerdicts } from './write-verdicts.ts'

/** More than this in one transaction gains nothing and makes everybody wait who posts meanwhile. */
const largestShare = 64

/**
 * Applies events that are due, up to 64 of them in one transaction; each one alone where together they fail. Everything that
 * an event means is done in the transaction that settles it, so that a server that dies in between leaves it waiting.
 * @returns how many were looked at: none when nothing is due, or when another server is at it.
 */
export async function applyDueEvents(deps: Deps, onFault: (error: unknown) => void): Promise<number> {
  let taken: EventKey[] = []
  try {
    await applyShare(deps, { limit: largestShare, onTaken: (keys) => { taken = keys } })
  } catch (error) {
    if (taken.length === 0) throw error
    for (const only of taken) await applyAlone(deps, only, onFault)
  }
  return taken.length
}

interface Share {
  readonly limit: number
  readonly only?: EventKey
  readonly onTaken?: (keys: EventKey[]) => void
}

/** What is posted never changes, and one server at a time does this: no stronger isolation is needed. */
async function applyShare(deps: Deps, { limit, only, onTaken }: Share): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    onTaken?.([])
    if (!(await takeTurn(tx))) return
    const due = await takeDueEvents(tx, { now: deps.now(), limit, ...(only === undefined ? {} : { only }) })
    onTaken?.(due.map(({ paymentAccountId, eventId }) => ({ paymentAccountId, eventId })))
    if (due.length === 0) return
    const judged: JudgedEvent[] = []
    const read: ReadEvent[] = []
    for (const event of due) {
      const found = readDueEvent(deps, event)
      if ('fact' in found) read.push(found)
      else judged.push({ event, fact: null, verdict: found })
    }
    judged.push(...(await applyAll({ deps, actor: program, tx }, read)))
    await writeVerdicts({ deps, tx }, judged)
  }, { isolation: 'ReadCommitted' })
}

async function applyAll(desk: Desk, read: readonly ReadEvent[]): Promise<JudgedEvent[]> {
  const singles: { event: ReadEvent['event']; fact: SingleFact }[] = []
  const shared: ReadEvent[] = []
  for (const { event, fact } of read) {
    if (isSingle(fact)) singles.push({ event, fact })
    else shared.push({ event, fact })
  }
  const judged = shared.length === 0 ? [] : await applyTogether(desk, shared)
  for (const { event, fact } of singles) {
    judged.push({ event, fact, verdict: await applySingle(desk, event, fact) })
  }
  return judged
}

function isSingle(fact: ReadEvent['fact']): fact is SingleFact {
  return fact.kind === 'refund' || fact.kind === 'dispute' || fact.kind === 'payout' || fact.kind === 'payout_lines_ready'
}

/** Settles them in open books that are then written at once. One that waits is tried again after each that was settled. */
async function applyTogether(desk: Desk, read: readonly ReadEvent[]): Promise<JudgedEvent[]> {
  const books = await readOpenBooks(desk, read)
  const verdicts = new Map<ReadEvent, EventVerdict>()
  let isMoving = true
  while (isMoving) {
    isMoving = false
    for (const each of read) {
      const before = verdicts.get(each)
      if (before !== undefined && before.state !== 'waiting') continue
      const verdict = settleFact(books, each)
      if (verdict === null) throw new Error(`${each.fact.kind} is not settled in open books`)
      verdicts.set(each, verdict)
      isMoving ||= verdict.state === 'applied'
    }
  }
  await writePayments(desk, books)
  await writeGifts(desk, books)
  return [...verdicts].map(([{ event, fact }, verdict]) => ({ event, fact, verdict }))
}

async function applyAlone(deps: Deps, only: EventKey, onFault: (error: unknown) => void): Promise<void> {
  try {
    await applyShare(deps, { limit: 1, only })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) onFault(error)
    await noteFault(deps, only, refusal?.code === 'period_closed' ? quarantined('period_closed') : { state: 'waiting', reason: 'fault', thenReason: 'fault', subjectKey: '' })
  }
}

/** In a transaction of its own: nothing of what failed is left. It is tried again with growing pauses. */
async function noteFault(deps: Deps, key: EventKey, verdict: EventVerdict): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const [event] = await takeDueEvents(tx, { now: deps.now(), limit: 1, only: key })
    if (event !== undefined) await writeVerdicts({ deps, tx }, [{ event, fact: null, verdict }])
  }, { isolation: 'ReadCommitted' })
}
