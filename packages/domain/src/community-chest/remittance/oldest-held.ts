import type { LocalDate } from '../../calendar/local-date.ts'
import type { Yen } from '../../money/yen.ts'

/** What came in on one day, in yen; a receipt that was undone does not count, on its own day. */
export interface DayReceived {
  readonly day: LocalDate
  readonly receivedYen: Yen
}

/**
 * The day on which the oldest yen came in that is not handed over yet; null when nothing is held. Whatever goes out
 * takes the oldest money first, so what is held is the last that came in.
 */
export function oldestHeldSince(received: readonly DayReceived[], heldYen: Yen): LocalDate | null {
  if (heldYen <= 0) return null
  const newestFirst = received.filter(({ receivedYen }) => receivedYen > 0).toSorted((left, right) => (left.day < right.day ? 1 : -1))
  let reached = 0
  for (const { day, receivedYen } of newestFirst) {
    reached += receivedYen
    if (reached >= heldYen) return day
  }
  return newestFirst.at(-1)?.day ?? null
}
