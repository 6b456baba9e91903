import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { SummedPosting } from '../../ledger/read-new-postings.ts'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What came in of some money in a year, and what of a drive went out; amounts as booked, minus is income. */
export interface IndicatorSum {
  readonly fiscalYear: FiscalYear
  /** Null for what was passed on of a drive. */
  readonly sourceId: FundingSourceId | null
  readonly campaignId: CampaignId | null
  readonly methodId: CollectionMethodId | null
  readonly duesKindId: DuesKindId | null
  /** As text. */
  readonly duesYear: string | null
  amountYen: number
  count: number
}

export type IndicatorSums = Map<string, IndicatorSum>

/** All years at once: a few thousand rows, of which any ten years are made. */
export const indicatorYearSums: PastSumsQuestion<IndicatorSums> = sumsQuestion('indicators by year', {
  years: {},
  isCounted: () => true,
  read: { name: 'indicator-year-sums', text: sumsSql('funding_year_total', 'true'), values: [] },
})

/** A year up to one of its days. */
export function indicatorSumsUntil(year: FiscalYear, until: LocalDate): PastSumsQuestion<IndicatorSums> {
  return sumsQuestion(`indicators of ${year} until ${until}`, {
    years: { first: year, last: year },
    isCounted: ({ entry_date: day }) => day <= until,
    read: { name: 'indicator-sums-until', text: sumsSql('funding_total', 'fiscal_year = $1 AND entry_date <= $2::date'), values: [year, until] },
  })
}

interface SumsParts {
  readonly years: PastSumsQuestion<IndicatorSums>['years']
  readonly isCounted: (posting: SummedPosting) => boolean
  readonly read: { readonly name: string; readonly text: string; readonly values: (string | number)[] }
}

function sumsQuestion(name: string, { years, isCounted, read }: SumsParts): PastSumsQuestion<IndicatorSums> {
  return {
    name,
    years,
    count: async (books) => {
      const { rows } = await books.query<IndicatorSum>(read)
      const sums: IndicatorSums = new Map()
      for (const row of rows) raise(sums, row)
      return sums
    },
    add: (sums, posting) => {
      if (!isCounted(posting) || (posting.funding_source_id === null && posting.campaign_id === null)) return
      raise(sums, {
        fiscalYear: posting.fiscal_year, sourceId: posting.funding_source_id, campaignId: posting.campaign_id, methodId: posting.collection_method_id,
        duesKindId: posting.dues_kind_id, duesYear: posting.dues_year, amountYen: posting.amount_yen, count: posting.count,
      })
    },
    dropEmpty: (sums) => {
      for (const [key, { amountYen, count }] of sums) if (amountYen === 0 && count === 0) sums.delete(key)
    },
    rowsIn: (sums) => sums.size,
    isByDay: true,
    copy: structuredClone,
  }
}

function sumsSql(table: string, condition: string): string {
  return `SELECT fiscal_year AS "fiscalYear", funding_source_id AS "sourceId", campaign_id AS "campaignId", collection_method_id AS "methodId",
      dues_kind_id AS "duesKindId", dues_year::text AS "duesYear", sum(amount_yen)::bigint AS "amountYen", sum(count)::bigint AS count
    FROM ${table} WHERE (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL) AND ${condition} GROUP BY 1, 2, 3, 4, 5, 6`
}

function raise(sums: IndicatorSums, part: IndicatorSum): void {
  const { fiscalYear, sourceId, campaignId, methodId, duesKindId, duesYear } = part
  const key = [fiscalYear, sourceId, campaignId, methodId, duesKindId, duesYear].join('/')
  const sum = sums.get(key)
  if (sum === undefined) return void sums.set(key, { ...part })
  sum.amountYen += part.amountYen
  sum.count += part.count
}
