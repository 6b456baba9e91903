import type { LocalDate } from '../../calendar/local-date.ts'
import type { GivingTargetKind } from './giving-target-kind.ts'

/** Whether something can be given to a 受付項目 today, as the office reads it. */
export type GivingTargetState = 'open' | 'not_yet' | 'over' | 'elsewhere' | 'closed'

export const givingTargetStateNames: Record<GivingTargetState, string> = {
  open: '受付中',
  not_yet: '受付前',
  over: '受付終了',
  elsewhere: 'ご案内だけ',
  closed: '使用終了',
}

interface TargetWindow {
  readonly kind: GivingTargetKind
  readonly instruction: string
  readonly opensOn: LocalDate | null
  readonly closesOn: LocalDate | null
  readonly closedOn: LocalDate | null
}

/** The state on a day; of the days of a drive and of its target the narrower ones are passed in. */
export function givingTargetState({ kind, instruction, opensOn, closesOn, closedOn }: TargetWindow, today: LocalDate): GivingTargetState {
  if (closedOn !== null) return 'closed'
  if (kind === 'campaign' && instruction === '') return 'elsewhere'
  if (closesOn !== null && closesOn < today) return 'over'
  return opensOn !== null && opensOn > today ? 'not_yet' : 'open'
}
