import { type FiscalYear, fiscalYear, firstDayOf, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, FundingSourceId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What a source and drive had brought in a year until the day, and what they brought in all; in yen. */
export interface YearOfSource {
  readonly year: FiscalYear
  readonly sourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  untilYen: number
  wholeYen: number
}

export type PastYearsTally = Map<string, YearOfSource>

/** How many years before the one in view are looked at: what a forecast is made from (domain/…/year-end-forecast). */
const yearsBack = 5

/** The five years before a year, each to the same day and whole. Whole months are read as such, and one month by days. */
export function pastYearsSums(year: FiscalYear, until: LocalDate): PastSumsQuestion<PastYearsTally> {
  const years = Array.from({ length: yearsBack }, (_, back) => fiscalYear(year - yearsBack + back))
  const untilOf = new Map(years.map((each) => [each, sameDayOfFiscalYear(until, each)]))
  const { month } = partsOf(until)
  return {
    name: `years before ${year} until ${until}`,
    years: { first: years[0], last: years.at(-1) },
    count: async (books) => {
      const { rows } = await books.query<YearOfSource>({
        name: 'past-years',
        text: pastYearsSql,
        values: [years, years.map((each) => monthStart(each, month)), years.map((each) => untilOf.get(each)), month],
      })
      return new Map(rows.map((row) => [keyOf(row), row]))
    },
    add: (sums, { funding_source_id: sourceId, campaign_id: campaignId, fiscal_year: each, entry_date: day, amount_yen: yen }) => {
      if (sourceId === null) return
      const key = keyOf({ year: each, sourceId, campaignId })
      const sum = sums.get(key) ?? { year: each, sourceId, campaignId, untilYen: 0, wholeYen: 0 }
      sums.set(key, sum)
      sum.wholeYen -= yen
      if (day <= (untilOf.get(each) ?? '')) sum.untilYen -= yen
    },
    rowsIn: (sums) => sums.size,
    isByDay: true,
    copy: structuredClone,
    dropEmpty: (sums) => {
      for (const [key, { untilYen, wholeYen }] of sums) if (untilYen === 0 && wholeYen === 0) sums.delete(key)
    },
  }
}

function keyOf({ year, sourceId, campaignId }: Pick<YearOfSource, 'year' | 'sourceId' | 'campaignId'>): string {
  return `${year} ${sourceId} ${campaignId}`
}

/** The first day of a month of a fiscal year. */
function monthStart(year: FiscalYear, month: number): string {
  const calendarYear = month < partsOf(firstDayOf(year)).month ? year + 1 : year
  return `${calendarYear}-${String(month).padStart(2, '0')}-01`
}

const pastYearsSql = `
  WITH wanted AS (SELECT * FROM unnest($1::int[], $2::date[], $3::date[]) AS w(year, month_start, until))
  SELECT year, "sourceId", "campaignId", sum(until_yen)::bigint AS "untilYen", sum(whole_yen)::bigint AS "wholeYen" FROM (
    SELECT fiscal_year AS year, funding_source_id AS "sourceId", campaign_id AS "campaignId", -sum(amount_yen) AS whole_yen,
        coalesce(-sum(amount_yen) FILTER (WHERE mod(month + 8, 12) < mod($4::int + 8, 12)), 0) AS until_yen
      FROM funding_month_total WHERE fiscal_year = ANY ($1::int[]) AND funding_source_id IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL
    SELECT t.fiscal_year, t.funding_source_id, t.campaign_id, 0, -sum(t.amount_yen)
      FROM wanted w JOIN funding_total t ON t.fiscal_year = w.year AND t.entry_date BETWEEN w.month_start AND w.until
      WHERE t.funding_source_id IS NOT NULL GROUP BY 1, 2, 3) kept
  GROUP BY year, "sourceId", "campaignId"`
