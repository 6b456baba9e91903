import { clockTimeInTokyo } from '../calendar/clock-time.ts'
import { formatLocalDate } from '../calendar/japanese-era.ts'
import { type LocalDate, localDateInTokyo, tokyoOffsetMillis } from '../calendar/local-date.ts'

/** 時点: an instant up to which entries had been posted, as ISO text in UTC to the millisecond: `2026-11-22T06:00:00.000Z`. */
export type PostingMoment = string

/** The moment alone of a question, a cut or an address. Of now nothing is left, so that it spreads into a filter that names no moment. */
export function momentOf({ postedUntil }: { readonly postedUntil?: PostingMoment | undefined }): { readonly postedUntil?: PostingMoment } {
  return postedUntil === undefined ? {} : { postedUntil }
}

/** Whether a value from outside is one. Years of four digits only, as everywhere. */
export function isPostingMoment(value: unknown): value is PostingMoment {
  if (typeof value !== 'string' || !/^(19|2[01])\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false
  const instant = new Date(value)
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === value
}

/** The moment of a day and a time on the wall in Tokyo, `15:00`. */
export function postingMomentOf(day: LocalDate, clockTime: string): PostingMoment {
  return new Date(Date.parse(`${day}T${clockTime}:00.000Z`) - tokyoOffsetMillis).toISOString()
}

/** `令和8年11月22日15時`, `令和8年11月22日15時4分`; to the second where it is within a minute. */
export function formatPostingMoment(moment: PostingMoment): string {
  const instant = new Date(moment)
  const [hours = 0, minutes = 0] = clockTimeInTokyo(instant).split(':').map(Number)
  const seconds = instant.getUTCSeconds()
  const time = [`${hours}時`, ...(minutes > 0 || seconds > 0 ? [`${minutes}分`] : []), ...(seconds > 0 ? [`${seconds}秒`] : [])]
  return `${formatLocalDate(localDateInTokyo(instant))}${time.join('')}`
}

/** What a report of a moment holds, in words. */
export function postedUntilWords(moment: PostingMoment): string {
  return `${formatPostingMoment(moment)}までに記帳した分`
}
