import type { LocalDate } from '../../calendar/local-date.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'

/** 申請の状態, as far as it has come. */
export const grantApplicationStates = ['applied', 'withdrawn', 'declined', 'awarded', 'partly_paid', 'paid', 'reported'] as const
export type GrantApplicationState = (typeof grantApplicationStates)[number]

export const grantApplicationStateNames: Record<GrantApplicationState, string> = {
  applied: '決定待ち',
  withdrawn: '取下げ',
  declined: '不採択',
  awarded: '採択',
  partly_paid: '一部支払',
  paid: '支払済み',
  reported: '報告済み',
}

/** What has become of an application, in yen; payments that were undone do not count. */
export interface GrantProgress {
  readonly withdrawnOn: LocalDate | null
  /** Null as long as nothing is decided; 0 is 不採択. */
  readonly awardedYen: Yen | null
  readonly paidYen: Yen
  /** Null until the report is there. */
  readonly spentYen: Yen | null
}

/** How far an application has come. */
export function grantApplicationState({ withdrawnOn, awardedYen, paidYen, spentYen }: GrantProgress): GrantApplicationState {
  if (withdrawnOn !== null) return 'withdrawn'
  if (awardedYen === null) return 'applied'
  if (awardedYen === 0) return 'declined'
  if (spentYen !== null) return 'reported'
  if (paidYen === 0) return 'awarded'
  return paidYen < awardedYen ? 'partly_paid' : 'paid'
}

/** What is still to be paid, in yen. */
export function unpaidYen({ withdrawnOn, awardedYen, paidYen }: Omit<GrantProgress, 'spentYen'>): Yen {
  return withdrawnOn !== null || awardedYen === null ? yen(0) : addYen(awardedYen, negateYen(paidYen))
}

/** What the group was paid and did not spend, in yen; null until the report is there. */
export function unspentYen({ paidYen, spentYen }: Pick<GrantProgress, 'paidYen' | 'spentYen'>): Yen | null {
  return spentYen === null ? null : yen(Math.max(0, paidYen - spentYen))
}

/** Whether a group that was paid has still to report what it did with the money. */
export function owesReport({ withdrawnOn, paidYen, spentYen }: Omit<GrantProgress, 'awardedYen'>): boolean {
  return withdrawnOn === null && paidYen > 0 && spentYen === null
}

/** Whether a report is still to come although its day has passed. */
export function isReportOverdue(progress: GrantProgress, reportDueOn: LocalDate | null, today: LocalDate): boolean {
  return reportDueOn !== null && reportDueOn < today && owesReport(progress)
}

/** What a call has given away and what is left of its budget, in yen; more awarded than there is makes it negative. */
export function remainingBudgetYen(budgetYen: Yen, given: readonly Yen[]): Yen {
  return addYen(budgetYen, negateYen(sumYen(given)))
}
