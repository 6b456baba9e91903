import { daysBetween } from '../../calendar/days-between.ts'
import type { LocalDate } from '../../calendar/local-date.ts'

/** Where a drive stands on a day: not begun, collecting, over but not handed over in full, or closed. */
export type CampaignPhase = 'ahead' | 'open' | 'over' | 'closed'

interface CampaignWindow {
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  readonly closedOn: LocalDate | null
}

/** The phase of a drive on a day. Both days of its window count as open. */
export function campaignPhase({ opensOn, closesOn, closedOn }: CampaignWindow, today: LocalDate): CampaignPhase {
  if (closedOn !== null) return 'closed'
  if (today < opensOn) return 'ahead'
  return today > closesOn ? 'over' : 'open'
}

/** The phase in words, with the days that are left: 「あと12日」 counts from tomorrow, and the last day says so. */
export function campaignPhaseWords(window: CampaignWindow, today: LocalDate): string {
  switch (campaignPhase(window, today)) {
    case 'closed':
      return '締め済み'
    case 'ahead':
      return `開始まで${daysBetween(today, window.opensOn)}日`
    case 'open': {
      const left = daysBetween(today, window.closesOn)
      return left === 0 ? '今日まで' : `あと${left}日`
    }
    case 'over':
      return '期間終了'
  }
}
