import type { z } from 'zod'
import { firstDayOf, isFiscalYear, lastDayOf } from '../calendar/fiscal-year.ts'
import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { summedDrives } from '../community-chest/campaign/drive-kind.ts'
import { idIn } from '../ids.ts'
import { type Yen, yen } from '../money/yen.ts'
import { choiceIn, wordsIn } from '../text/address-value.ts'
import { duesRoutes } from './dues-route.ts'
import { fundingCategories } from './funding-category.ts'
import { moneyHoldings } from './money-holding.ts'
import type { postingFilterSchema } from './posting-filter-schema.ts'
import { isPostingMoment } from './posting-moment.ts'

/** Which 明細 a list shows (see posting-filter-schema). */
export type PostingFilter = z.output<typeof postingFilterSchema>

/**
 * The filter that an address asks for. What a person has mistyped in the address is left out rather than refused: a
 * wider list is shown, with its filters in sight. Written by hand beside the schema, whose library the first page of
 * the admin would have to wait for; that both agree is proved by a test, that no field is forgotten by the compiler.
 */
export function postingFilterOfSearch(search: Readonly<Record<string, unknown>>): PostingFilter {
  const { fiscalYear, duesYear, driveYear, allocationYear, from, to, postedUntil, postedAfter } = search
  return {
    fiscalYear: isFiscalYear(fiscalYear) ? fiscalYear : undefined,
    from: isLocalDate(from) ? from : undefined,
    to: isLocalDate(to) ? to : undefined,
    accountId: idIn(search['accountId']),
    fundingSourceId: idIn(search['fundingSourceId']),
    category: choiceIn(fundingCategories, search['category']),
    holding: choiceIn(moneyHoldings, search['holding']),
    campaignId: idIn(search['campaignId']),
    driveYear: isFiscalYear(driveYear) ? driveYear : undefined,
    drive: choiceIn(summedDrives, search['drive']),
    methodId: idIn(search['methodId']),
    areaId: idIn(search['areaId']),
    areaOnly: search['areaOnly'] === true ? true : undefined,
    fundId: idIn(search['fundId']),
    duesKindId: idIn(search['duesKindId']),
    duesYear: isFiscalYear(duesYear) ? duesYear : undefined,
    duesRoute: choiceIn(duesRoutes, search['duesRoute']),
    supporterId: idIn(search['supporterId']),
    minYen: amountIn(search['minYen']),
    maxYen: amountIn(search['maxYen']),
    text: wordsIn(search['text'], 100),
    batchId: idIn(search['batchId']),
    allocationId: idIn(search['allocationId']),
    allocationYear: isFiscalYear(allocationYear) ? allocationYear : undefined,
    postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined,
    postedAfter: isPostingMoment(postedAfter) ? postedAfter : undefined,
  } satisfies { [Field in keyof PostingFilter]-?: PostingFilter[Field] }
}

function amountIn(value: unknown): Yen | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? yen(Number(value)) : undefined
}

/** The days that a filter asks for, both bounds included; an open side has none. */
export interface DayRange {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/** The fiscal year and the days of a filter taken together. `from` lies after `to` where they exclude each other. */
export function daysOf({ fiscalYear, from, to }: Pick<PostingFilter, 'fiscalYear' | 'from' | 'to'>): DayRange {
  if (fiscalYear === undefined) return { from, to }
  const bounds = { from: firstDayOf(fiscalYear), to: lastDayOf(fiscalYear) }
  return {
    from: from !== undefined && from > bounds.from ? from : bounds.from,
    to: to !== undefined && to < bounds.to ? to : bounds.to,
  }
}
