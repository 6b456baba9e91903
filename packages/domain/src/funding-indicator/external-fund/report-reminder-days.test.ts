import { expect, test } from 'vitest'
import { reminderDaysWords, reportReminderSchema } from './report-reminder-days.ts'

const read = (reportReminderDays: unknown) => reportReminderSchema.safeParse({ reportReminderDays })
const problem = (typed: string) => read(typed).error?.issues[0]?.message

test('days are read as they are typed, the most first; none at all is no reminder', () => {
  expect(read('０、１４,7 30').data).toEqual({ reportReminderDays: [30, 14, 7, 0] })
  expect(read(' ').data).toEqual({ reportReminderDays: [] })
  expect(read([14, 0]).data).toEqual({ reportReminderDays: [14, 0] })
})

test('what is no day is told in words', () => {
  expect(['二週間', '-1', '1.5', '181', '7、7', '1 2 3 4 5 6'].map(problem)).toEqual([
    '日数は数字で、「、」で区切って入力してください。例：14、7、0', '日数は0以上で入力してください。当日は0です。例：14、7、0', '日数は整数で入力してください。例：14、7、0',
    '日数は180以下で入力してください。例：14、7、0', '同じ日数が2回入っています。1つにしてください。', 'お知らせは5回までです。日数を減らしてください。',
  ])
})

test('days are said as one says them', () => {
  expect([[14, 0], [30, 7, 3], [0], []].map(reminderDaysWords)).toEqual(['期限の14日前と当日', '期限の30日前・7日前と3日前', '期限の当日', ''])
})
