import type { LocalDate } from '../../calendar/local-date.ts'
import type { Yen } from '../../money/yen.ts'
import type { RecurringChanged } from './gateway-fact.ts'

export type RecurringGiftState = RecurringChanged['state']

/** How a monthly gift stands by the newest word of the gateway. */
export interface RecurringStanding {
  readonly state: RecurringGiftState
  /** Of the next month. */
  readonly amountYen: Yen
  readonly nextOn: LocalDate | null
  readonly endedAt: string | null
  /** Of the newest word. */
  readonly changedAt: string
}

/** A line of the record of what was changed. */
export interface RecurringChangeNote {
  readonly kind: 'started' | 'amount' | 'paused' | 'resumed' | 'ended' | 'failed'
  readonly changedAt: string
  readonly beforeYen: Yen | null
  readonly afterYen: Yen | null
  readonly note: string
}

/**
 * How it stands after a word, and what is to be noted of it. Of two words the later one holds; of two in the same second
 * nobody knows which came first, so that one holds which is further along, whichever arrives first.
 *
 * An older word changes nothing, but the amount that it names was that of the months between: it is noted, because a
 * payment of such a month may still come.
 */
export function recurringAfter(
  before: RecurringStanding,
  fact: RecurringChanged,
  knownYen: readonly Yen[],
): { standing: RecurringStanding; notes: RecurringChangeNote[] } {
  const isNewer = compareWords(fact, { ...before, at: before.changedAt }) > 0
  const notes: RecurringChangeNote[] = []
  const note = (kind: RecurringChangeNote['kind'], amounts: { beforeYen: Yen | null; afterYen: Yen | null }) =>
    notes.push({ kind, changedAt: fact.at, ...amounts, note: '' })
  if (isNewer ? fact.amountYen !== before.amountYen : !knownYen.includes(fact.amountYen)) {
    note('amount', { beforeYen: isNewer ? before.amountYen : null, afterYen: fact.amountYen })
  }
  if (!isNewer) return { standing: before, notes }
  const kind = fact.state === before.state ? null : noteOfState(before.state, fact.state)
  if (kind !== null) note(kind, { beforeYen: null, afterYen: null })
  return {
    standing: {
      state: fact.state,
      amountYen: fact.amountYen,
      nextOn: fact.nextOn,
      endedAt: fact.state === 'ended' ? fact.at : null,
      changedAt: fact.at,
    },
    notes,
  }
}

type Word = Pick<RecurringChanged, 'at' | 'state' | 'amountYen' | 'nextOn'>

function compareWords(left: Word, right: Word): number {
  return (
    compare(left.at, right.at) ||
    compare(lifeOf.indexOf(left.state), lifeOf.indexOf(right.state)) ||
    compare(left.amountYen, right.amountYen) ||
    compare(left.nextOn ?? '', right.nextOn ?? '')
  )
}

const lifeOf: readonly RecurringGiftState[] = ['active', 'past_due', 'paused', 'ended']

function compare<Value extends string | number>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** That a month could not be taken is noted by the month itself. */
function noteOfState(before: RecurringGiftState, after: RecurringGiftState): RecurringChangeNote['kind'] | null {
  if (after === 'ended') return 'ended'
  if (after === 'paused') return 'paused'
  return after === 'active' && before !== 'past_due' ? 'resumed' : null
}
