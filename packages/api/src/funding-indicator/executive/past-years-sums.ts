import { type FiscalYear, fiscalYear, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, FundingSourceId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'
import { addToTally, type AreaTally, copyTally, dropEmptyCells, partOf, readTally, rowsOfTally } from '../area-tally.ts'
import { dayOfYear, monthOfYear, monthPart } from '../dashboard-sums.ts'

/** What came in of earlier years, by year (as text), source and drive, and by part of the year; without areas. */
export type PastYearsTally = AreaTally<readonly [string, FundingSourceId, CampaignId | null]>

/** What a source and drive had brought in a year until the day, and what they brought in all; in yen. */
export interface YearOfSource {
  readonly year: FiscalYear
  readonly sourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly untilYen: number
  readonly wholeYen: number
}

/** How many years before the one in view are looked at: what a forecast is made from (domain/…/year-end-forecast). */
const yearsBack = 5

/** The five years before a year by months, and one of their months by days: they answer for every day of that month. */
export function pastYearsSums(year: FiscalYear, until: LocalDate): PastSumsQuestion<PastYearsTally> {
  const [first, last] = [fiscalYear(year - yearsBack), fiscalYear(year - 1)]
  const { month } = partsOf(until)
  return {
    name: `years before ${year}, month ${month} by days`,
    years: { first, last },
    count: (books) =>
      readTally(books, {
        name: 'past-years',
        cells: pastYearsSql,
        values: [first, last, month],
        dimensions: 'year, funding_source_id, campaign_id',
        figures: ['yen'],
      }),
    add: (sums, { funding_source_id: sourceId, campaign_id: campaignId, fiscal_year: each, entry_date: day, amount_yen: yen }) => {
      if (sourceId === null) return
      const part = partsOf(day).month === month ? dayOfYear(day) : monthOfYear(day)
      addToTally(sums, { of: [String(each), sourceId, campaignId], areaId: null, part, figures: [-yen] })
    },
    rowsIn: rowsOfTally,
    isByDay: true,
    copy: copyTally,
    dropEmpty: dropEmptyCells,
  }
}

/** Each of the years to the same day as `until`, and whole. */
export function foldPastYears({ groups }: PastYearsTally, until: LocalDate): YearOfSource[] {
  const cuts = new Map<string, number>()
  return [...groups.values()].map(({ of: [year, sourceId, campaignId], keys, figures: [yen = []] }) => {
    const cut = cuts.get(year) ?? dayOfYear(sameDayOfFiscalYear(until, fiscalYear(Number(year))))
    cuts.set(year, cut)
    let [untilYen, wholeYen] = [0, 0]
    for (let cell = 0; cell < keys.length; cell += 1) {
      const amountYen = yen[cell] ?? 0
      wholeYen += amountYen
      if (partOf(keys[cell] ?? 0) <= cut) untilYen += amountYen
    }
    return { year: fiscalYear(Number(year)), sourceId, campaignId, untilYen, wholeYen }
  })
}

const pastYearsSql = `
  SELECT fiscal_year::text AS year, funding_source_id::text AS funding_source_id, campaign_id::text AS campaign_id, NULL::uuid AS area_id,
      ${monthPart('month')} AS part, (-sum(amount_yen))::bigint AS yen
    FROM funding_month_total WHERE fiscal_year BETWEEN $1::int AND $2::int AND month <> $3::int AND funding_source_id IS NOT NULL
    GROUP BY fiscal_year, funding_month_total.funding_source_id, funding_month_total.campaign_id, month
  UNION ALL
  SELECT t.fiscal_year::text, t.funding_source_id::text, t.campaign_id::text, NULL, ${monthPart('$3::int')} + (t.entry_date - m.first_day + 1), (-sum(t.amount_yen))::bigint
    FROM (SELECT year, make_date(CASE WHEN $3::int < 4 THEN year + 1 ELSE year END, $3::int, 1) AS first_day FROM generate_series($1::int, $2::int) AS year) m
      JOIN funding_total t ON t.fiscal_year = m.year AND t.entry_date BETWEEN m.first_day AND (m.first_day + interval '1 month - 1 day')::date
    WHERE t.funding_source_id IS NOT NULL
    GROUP BY t.fiscal_year, t.funding_source_id, t.campaign_id, t.entry_date, m.first_day`
