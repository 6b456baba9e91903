import { compareLocalDate, type LocalDate } from '../../calendar/local-date.ts'
import type { Yen } from '../../money/yen.ts'

/** A promise binds nobody: a day that has gone by is told plainly, and nobody is pressed. */
export const instalmentStates = ['received', 'partial', 'day_passed', 'planned', 'ended'] as const
export type InstalmentState = (typeof instalmentStates)[number]

export const instalmentStateNames: Record<InstalmentState, string> = { received: '受領済み', partial: '一部受領', day_passed: '予定日を過ぎた', planned: '予定', ended: '終了' }

interface InstalmentSeen {
  readonly plannedOn: LocalDate
  readonly plannedYen: Yen
  readonly receivedYen: Yen
  readonly endedOn: LocalDate | null
}

export function instalmentStateOn({ plannedOn, plannedYen, receivedYen, endedOn }: InstalmentSeen, today: LocalDate): InstalmentState {
  if (receivedYen >= plannedYen) return 'received'
  if (receivedYen > 0) return 'partial'
  if (endedOn !== null) return 'ended'
  return compareLocalDate(plannedOn, today) < 0 ? 'day_passed' : 'planned'
}
