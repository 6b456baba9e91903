import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'

/** More mails than this about one report are read by nobody. */
const mostReminders = 5
/** Half a year ahead nobody thinks of a report yet. */
const earliestDay = 180

const example = '例：14、7、0'

/** 報告期限のお知らせ: how many days before the due day whoever is responsible is mailed; 0 is the day itself, none at all is no mail. */
const reminderDaysSchema = z
  .array(z.coerce.number(`日数は数字で、「、」で区切って入力してください。${example}`).int(`日数は整数で入力してください。${example}`)
    .min(0, `日数は0以上で入力してください。当日は0です。${example}`).max(earliestDay, `日数は${earliestDay}以下で入力してください。${example}`))
  .max(mostReminders, `お知らせは${mostReminders}回までです。日数を減らしてください。`)
  .refine((days) => new Set(days).size === days.length, '同じ日数が2回入っています。1つにしてください。')
  // The most first, as they come.
  .transform((days) => days.toSorted((one, other) => other - one))

/** The same as somebody typed it: `１４、７、0`, in any order, empty for none. */
export const reportReminderSchema = z.object({ reportReminderDays: z.preprocess(readTypedDays, reminderDaysSchema) })
export type ReportReminder = z.output<typeof reportReminderSchema>

export const saveReportReminderSchema = z.object({ revision: revisionSchema, details: reportReminderSchema })
export type SaveReportReminderInput = z.output<typeof saveReportReminderSchema>

function readTypedDays(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFKC').split(/[、,・\s]+/).filter((part) => part !== '') : value
}

/** `期限の14日前と当日`; of no days, empty. */
export function reminderDaysWords(days: readonly number[]): string {
  const words = days.map((day) => (day === 0 ? '当日' : `${day}日前`))
  const last = words.at(-1)
  if (last === undefined) return ''
  return `期限の${words.length === 1 ? last : `${words.slice(0, -1).join('・')}と${last}`}`
}
