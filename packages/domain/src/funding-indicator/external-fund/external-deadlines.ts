import { daysBetween } from '../../calendar/days-between.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import type { ExternalApplicationState } from './external-application-state.ts'
import { type CallDays, externalCallState } from './external-call-state.ts'

/** How many days ahead a deadline is told of. */
export const reminderDays = 30

/** A deadline by which the office has to have done something. */
export interface ExternalDeadline<Call extends DatedCall> {
  readonly what: 'apply' | 'report'
  readonly dueOn: LocalDate
  /** Negative when it is over. */
  readonly daysLeft: number
  readonly call: Call
  /** What is being prepared or reported; null where nobody has begun yet. */
  readonly application: Call['applications'][number] | null
}

interface DatedCall extends CallDays {
  readonly applications: readonly DatedApplication[]
}

interface DatedApplication {
  readonly state: ExternalApplicationState
  readonly reportDueOn: LocalDate | null
  readonly reportedOn: LocalDate | null
}

/**
 * 期限の近いもの: calls that end within the days ahead and have not been passed over, unless the council has applied and prepares
 * nothing more; what is still being prepared after the end; reports that are due within the days ahead or overdue. The
 * earliest first.
 */
export function externalDeadlines<Call extends DatedCall>(calls: readonly Call[], today: LocalDate): ExternalDeadline<Call>[] {
  const last = addDays(today, reminderDays)
  const found = calls.flatMap((call) => [...toApply(call, today), ...toReport(call, today)])
  return found.filter(({ dueOn }) => dueOn <= last).toSorted((left, right) => left.daysLeft - right.daysLeft)
}

function toApply<Call extends DatedCall>(call: Call, today: LocalDate): ExternalDeadline<Call>[] {
  const state = externalCallState(call, today)
  const applications: readonly Call['applications'][number][] = call.applications
  if (state === 'passed') return []
  const due = { what: 'apply', dueOn: call.deadlineOn, daysLeft: daysBetween(today, call.deadlineOn), call } as const
  const prepared = applications.filter((application) => application.state === 'preparing').map((application) => ({ ...due, application }))
  return applications.length > 0 || state === 'ended' ? prepared : [{ ...due, application: null }]
}

function toReport<Call extends DatedCall>(call: Call, today: LocalDate): ExternalDeadline<Call>[] {
  const applications: readonly Call['applications'][number][] = call.applications
  return applications.flatMap((application) => {
    const { state, reportDueOn, reportedOn } = application
    if (state !== 'awarded' || reportDueOn === null || reportedOn !== null) return []
    return [{ what: 'report' as const, dueOn: reportDueOn, daysLeft: daysBetween(today, reportDueOn), call, application }]
  })
}

/** `あと12日`, `今日まで`, `3日過ぎています`. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return '今日まで'
  return daysLeft > 0 ? `あと${daysLeft}日` : `${-daysLeft}日過ぎています`
}
