import { type FiscalYear, fiscalMonths } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, FundingSourceId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../ledger/sums-at.ts'
import { addToTally, type AreaTally, copyTally, dropEmptyCells, readTally, rowsOfTally } from './area-tally.ts'

/** What came in by source and campaign, by area and part of the year. Sources are null for what was paid out of custody. */
export type YearTally = AreaTally<readonly [FundingSourceId | null, CampaignId | null]>

/**
 * A fiscal year by months, and one of its months by days: the sums answer for every day of that month. Which one it is
 * follows from the day that is asked for; a month that is asked for to its end needs no days. A cell may come more than
 * once, because the days are kept by more than what is told apart here.
 */
export function yearSums(year: FiscalYear, until: LocalDate): PastSumsQuestion<YearTally> {
  const byDays = fiscalMonths(year).find(({ firstDay, lastDay }) => firstDay <= until && until < lastDay)
  return {
    name: `funding of ${year}, ${byDays?.month ?? 'no month'} by days`,
    years: { first: year, last: year },
    count: (books) =>
      readTally(books, {
        name: 'funding-year',
        cells: yearCellsSql,
        values: [year, byDays?.month, byDays?.firstDay, byDays?.lastDay],
        dimensions: 'funding_source_id, campaign_id',
        figures: ['yen'],
      }),
    add: (sums, { funding_source_id: sourceId, campaign_id: campaignId, area_id: areaId, entry_date: day, amount_yen: yen }) => {
      if (sourceId === null && campaignId === null) return
      const part = partsOf(day).month === byDays?.month ? dayOfYear(day) : monthOfYear(day)
      addToTally(sums, { of: [sourceId, campaignId], areaId, part, figures: [-yen] })
    },
    rowsIn: rowsOfTally,
    copy: copyTally,
    dropEmpty: dropEmptyCells,
  }
}

/**
 * A day as a number that rises through the year: in hundreds the month, 0 for April, and the day of the month. A month
 * that is not told apart by days has the number before its first day.
 */
export function dayOfYear(day: LocalDate): number {
  return monthOfYear(day) + partsOf(day).day
}

/** The number before the first day of the month. */
export function monthOfYear(day: LocalDate): number {
  return ((partsOf(day).month + 8) % 12) * 100
}

/** The month, 1 to 12, of such a number. */
export function monthOfPart(part: number): number {
  return ((Math.floor(part / 100) + 3) % 12) + 1
}

/** The same as SQL. */
export const monthPart = (month: string) => `mod(${month} + 8, 12) * 100`

// The day of the month is counted from its first: to extract it takes a number of any length, several times as slow.
const yearCellsSql = `
  SELECT funding_source_id, campaign_id, area_id, -amount_yen AS yen, ${monthPart('month')} AS part
    FROM funding_month_total WHERE fiscal_year = $1 AND month IS DISTINCT FROM $2::int
  UNION ALL
  SELECT funding_source_id, campaign_id, area_id, -amount_yen, ${monthPart('$2::int')} + (entry_date - $3::date + 1)
    FROM funding_total WHERE fiscal_year = $1 AND entry_date BETWEEN $3::date AND $4::date
      AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL)`
