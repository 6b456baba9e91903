import type { LocalDate } from '../../calendar/local-date.ts'

/** 募集の状況, as its days and today make it; nobody writes it down. */
export const externalCallStates = ['coming', 'open', 'ended', 'passed'] as const
export type ExternalCallState = (typeof externalCallStates)[number]

export const externalCallStateNames: Record<ExternalCallState, string> = {
  coming: 'これから',
  open: '受付中',
  ended: '締切済み',
  passed: '見送り',
}

/** The days of a call that decide its state. */
export interface CallDays {
  readonly opensOn: LocalDate | null
  readonly deadlineOn: LocalDate
  readonly passedOn: LocalDate | null
}

/** On its last day a call is still open. A call without a first day is open until then. */
export function externalCallState({ opensOn, deadlineOn, passedOn }: CallDays, today: LocalDate): ExternalCallState {
  if (passedOn !== null) return 'passed'
  if (today > deadlineOn) return 'ended'
  return opensOn !== null && today < opensOn ? 'coming' : 'open'
}
