import { formatLocalDate } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { formatYen, type Yen } from '../../money/yen.ts'
import { daysLeftWords } from './external-deadlines.ts'
import { reminderDaysWords } from './report-reminder-days.ts'

/** So many days after it was due the last reminder still goes out: a server that stood still tells it late, not never. */
export const lateReminderDays = 7

/** What a reminder tells of. */
export interface DueReport {
  readonly funder: string
  readonly callName: string
  readonly projectName: string
  readonly awardedYen: Yen | null
  readonly dueOn: LocalDate
  /** Negative when it is over. */
  readonly daysLeft: number
}

interface ReminderFacts {
  readonly report: DueReport
  readonly toName: string
  readonly council: { readonly name: string; readonly isDemo: boolean }
  /** 報告期限のお知らせ, as the council has set it. */
  readonly reminderDays: readonly number[]
}

/** The mail to whoever is responsible. */
export function reportReminderMail({ report, toName, council, reminderDays }: ReminderFacts): { readonly subject: string; readonly body: string } {
  const { funder, callName, projectName, awardedYen, dueOn, daysLeft } = report
  const left = daysLeftWords(daysLeft)
  const lines = [
    ...(council.isDemo ? ['（これはデモです。実際のお金は動きません。）', ''] : []),
    `${toName} 様`, '',
    '外部資金の報告期限をお知らせします。', '',
    `募集　　　：${funder} ${callName}`,
    `事業　　　：${projectName}`,
    ...(awardedYen === null ? [] : [`決定額　　：${formatYen(awardedYen)}円`]),
    `報告期限　：${formatLocalDate(dueOn)}（${left}）`, '',
    '報告を出したら、「財源確保 › 外部資金」の申込に報告日を入れてください。',
    `このメールは、申込の担当の方に、${reminderDaysWords(reminderDays)}に自動で送っています。`, '',
    council.name,
  ]
  return { subject: `外部資金の報告期限（${left}）：${projectName}`, body: `${lines.join('\n')}\n` }
}
