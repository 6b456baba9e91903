import type { LocalDate } from '../../calendar/local-date.ts'
import { addYen, negateYen, sumYen, type Yen } from '../../money/yen.ts'

/** Where a 配分金 stands, in yen. */
export interface AllocationStanding {
  readonly decidedYen: Yen
  /** What came in and was not undone. */
  readonly receivedYen: Yen
  readonly usedYen: Yen
  /** Still to come of what was decided. */
  readonly toReceiveYen: Yen
  /** Not assigned to any project yet; below zero when more was assigned than decided, which only warns. */
  readonly remainingYen: Yen
}

export interface AllocationParts {
  readonly decidedYen: Yen
  readonly receipts: readonly { readonly amountYen: Yen; readonly undoneOn: LocalDate | null }[]
  readonly uses: readonly { readonly amountYen: Yen }[]
}

export function allocationStanding({ decidedYen, receipts, uses }: AllocationParts): AllocationStanding {
  const receivedYen = sumYen(receipts.flatMap(({ amountYen, undoneOn }) => (undoneOn === null ? [amountYen] : [])))
  const usedYen = sumYen(uses.map(({ amountYen }) => amountYen))
  return {
    decidedYen,
    receivedYen,
    usedYen,
    toReceiveYen: addYen(decidedYen, negateYen(receivedYen)),
    remainingYen: addYen(decidedYen, negateYen(usedYen)),
  }
}

/** Several allocations taken together. */
export function sumOfStandings(standings: readonly AllocationStanding[]): AllocationStanding {
  const sum = (figure: keyof AllocationStanding) => sumYen(standings.map((each) => each[figure]))
  return {
    decidedYen: sum('decidedYen'),
    receivedYen: sum('receivedYen'),
    usedYen: sum('usedYen'),
    toReceiveYen: sum('toReceiveYen'),
    remainingYen: sum('remainingYen'),
  }
}

/** 使途の報告: nothing is asked for, it is still to come, it is past its day, or it is there. */
export type UseReportState = 'not_asked' | 'to_come' | 'overdue' | 'reported'

export const reportStateNames: Record<UseReportState, string> = {
  not_asked: '期限なし',
  to_come: '報告待ち',
  overdue: '期限を過ぎています',
  reported: '報告済み',
}

/** A report is in time on its very day. */
export function reportStateOf(
  { reportDueOn, reportedOn }: { readonly reportDueOn: LocalDate | null; readonly reportedOn: LocalDate | null },
  today: LocalDate,
): UseReportState {
  if (reportedOn !== null) return 'reported'
  if (reportDueOn === null) return 'not_asked'
  return reportDueOn < today ? 'overdue' : 'to_come'
}
