import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { formatLocalDate } from '../../calendar/japanese-era.ts'
import { addDays, daysInMonth, type LocalDate, localDateOfParts, partsOf } from '../../calendar/local-date.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { driveKinds } from '../campaign/drive-kind.ts'
import { type CampaignResult, methodRows, totalOfResult, yearAsked } from './campaign-result.ts'
import { countText } from './count-text.ts'
import { printedRate } from './printed-rate.ts'
import type { ResultCampaign } from './result-scope.ts'

/**
 * The result of a drive as it was published: everything that it says, and nobody's name. Rates stand as they were printed
 * under the rules of that day. Areas are left out: of a small 自治会 an amount tells what a household gave.
 */
export const publicationContentSchema = z.object({
  fiscalYear: fiscalYearSchema,
  campaign: z.string(),
  drive: z.enum(driveKinds),
  opensOn: localDateSchema,
  closesOn: localDateSchema,
  /** Until which day it counts, that day included. */
  until: localDateSchema,
  /** For whom the money is collected: the prefectural 共同募金会, and the office that collects; empty where not recorded. */
  prefecturalBody: z.string(),
  branch: z.string(),
  goalYen: yenSchema.nullable(),
  collectedYen: yenSchema,
  attainment: z.string(),
  /** 前年 to the same day. */
  lastYen: yenSchema,
  yearOnYear: z.string(),
  methods: z.array(z.object({ name: z.string(), count: z.string(), goalYen: yenSchema, collectedYen: yenSchema, share: z.string() })),
})
export type PublicationContent = z.output<typeof publicationContentSchema>

interface PublishedBy {
  readonly prefecturalBody: string
  readonly branch: string
}

/** Freezes what a result says on the day. */
export function publicationOf(campaign: ResultCampaign, result: CampaignResult, { prefecturalBody, branch }: PublishedBy): PublicationContent {
  const { name, fiscalYear, drive, opensOn, closesOn } = campaign
  const [total, { goalYen, until }] = [totalOfResult(result), yearAsked(result)]
  const { rules } = result
  return {
    fiscalYear,
    campaign: name,
    drive,
    opensOn,
    closesOn,
    until,
    prefecturalBody,
    branch,
    goalYen,
    collectedYen: total.collectedYen,
    attainment: printedRate(total.collectedYen, goalYen, rules),
    lastYen: total.lastYen,
    yearOnYear: printedRate(total.collectedYen, total.lastYen, rules),
    methods: methodRows(result).map((row) => ({
      name: row.name,
      count: countText(row.count, row.countMeaning),
      goalYen: row.goalYen,
      collectedYen: row.collectedYen,
      share: printedRate(row.collectedYen, total.collectedYen, rules),
    })),
  }
}

/** 公表の期限: a month after the drive ends; the last day of a month that has no such day. */
export function publicationDueOn(closesOn: LocalDate): LocalDate {
  const { year, month, day } = partsOf(closesOn)
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
  const days = daysInMonth(next.year, next.month)
  // The end of a month stays the end of a month: from April 30 it is May 31, so that nobody is a day short.
  const isEndOfMonth = partsOf(addDays(closesOn, 1)).month !== month
  const due = localDateOfParts({ ...next, day: isEndOfMonth ? days : Math.min(day, days) })
  if (due === null) throw new RangeError(`no such day a month after ${closesOn}`)
  return due
}

/** Where the publication of a drive stands. その他 is published by the body whose drive it is. */
export type PublicationState = 'published' | 'of_other_body' | 'collecting' | 'due' | 'past_due'

export function publicationState(
  { drive, closesOn }: Pick<ResultCampaign, 'drive' | 'closesOn'>,
  { isPublished, today }: { isPublished: boolean; today: LocalDate },
): PublicationState {
  if (isPublished) return 'published'
  if (drive === 'other') return 'of_other_body'
  if (today <= closesOn) return 'collecting'
  return today <= publicationDueOn(closesOn) ? 'due' : 'past_due'
}

/** The state in words, with its day. */
export function publicationWords(state: PublicationState, closesOn: LocalDate): string {
  switch (state) {
    case 'published':
      return '公表済み'
    case 'of_other_body':
      return '実施する団体が公表'
    case 'collecting':
      return `${formatLocalDate(closesOn)}まで運動期間`
    case 'due':
      return `${formatLocalDate(publicationDueOn(closesOn))}までに公表`
    case 'past_due':
      return `公表の期限（${formatLocalDate(publicationDueOn(closesOn))}）を過ぎています`
  }
}
