import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'
import { addToTally, type AreaTally, copyTally, dropEmptyCells, partOf, readTally, rowsOfTally } from '../area-tally.ts'

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
export const indicatorYearSums: PastSumsQuestion<IndicatorSums> = {
  name: 'indicators by year',
  years: {},
  count: async (books) => {
    const { rows } = await books.query<IndicatorSum>({
      name: 'indicator-year-sums',
      text: `SELECT fiscal_year AS "fiscalYear", funding_source_id AS "sourceId", campaign_id AS "campaignId", collection_method_id AS "methodId",
          dues_kind_id AS "duesKindId", dues_year::text AS "duesYear", sum(amount_yen)::bigint AS "amountYen", sum(count)::bigint AS count
        FROM funding_year_total WHERE funding_source_id IS NOT NULL OR campaign_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6`,
    })
    const sums: IndicatorSums = new Map()
    for (const row of rows) raise(sums, row)
    return sums
  },
  add: (sums, posting) => {
    if (posting.funding_source_id === null && posting.campaign_id === null) return
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
  copy: (sums) => new Map([...sums].map(([key, sum]) => [key, { ...sum }])),
}

function raise(sums: IndicatorSums, part: IndicatorSum): void {
  const { fiscalYear, sourceId, campaignId, methodId, duesKindId, duesYear } = part
  const key = [fiscalYear, sourceId, campaignId, methodId, duesKindId, duesYear].join('/')
  const sum = sums.get(key)
  if (sum === undefined) return void sums.set(key, { ...part })
  sum.amountYen += part.amountYen
  sum.count += part.count
}

/** A year by days, without areas: by source, drive, method, dues kind and year of dues (as text); yen as booked, and 件数. */
export type IndicatorDays = AreaTally<readonly [FundingSourceId | null, CampaignId | null, CollectionMethodId | null, DuesKindId | null, string | null]>

/** They answer for every day of the year: whichever day is asked for, the year is read once. */
export function indicatorDaySums(year: FiscalYear): PastSumsQuestion<IndicatorDays> {
  const firstDay = firstDayOf(year)
  return {
    name: `indicators of ${year} by day`,
    years: { first: year, last: year },
    count: (books) =>
      readTally(books, {
        name: 'indicator-days',
        cells: `SELECT funding_source_id::text AS source_id, campaign_id::text AS campaign_id, collection_method_id::text AS method_id,
            dues_kind_id::text AS kind_id, dues_year::text AS dues_year, NULL::uuid AS area_id, entry_date - $2::date AS part,
            sum(amount_yen)::bigint AS yen, sum(count)::bigint AS count
          FROM funding_total t WHERE fiscal_year = $1 AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL)
          GROUP BY entry_date, funding_source_id, t.campaign_id, collection_method_id, dues_kind_id, t.dues_year`,
        values: [year, firstDay],
        dimensions: 'source_id, campaign_id, method_id, kind_id, dues_year',
        figures: ['yen', 'count'],
      }),
    add: (sums, posting) => {
      const { funding_source_id: sourceId, campaign_id: campaignId, collection_method_id: methodId, dues_kind_id: duesKindId, dues_year: duesYear } = posting
      if (sourceId === null && campaignId === null) return
      const part = daysBetween(firstDay, posting.entry_date)
      addToTally(sums, { of: [sourceId, campaignId, methodId, duesKindId, duesYear], areaId: null, part, figures: [posting.amount_yen, posting.count] })
    },
    rowsIn: rowsOfTally,
    isByDay: true,
    copy: copyTally,
    dropEmpty: dropEmptyCells,
  }
}

/** The year up to one of its days. */
export function indicatorSumsUntil({ groups }: IndicatorDays, year: FiscalYear, until: LocalDate): IndicatorSum[] {
  const cut = daysBetween(firstDayOf(year), until)
  return [...groups.values()].flatMap(({ of, keys, figures: [yen = [], counts = []] }) => {
    const [sourceId, campaignId, methodId, duesKindId, duesYear] = of
    const sum: IndicatorSum = { fiscalYear: year, sourceId, campaignId, methodId, duesKindId, duesYear, amountYen: 0, count: 0 }
    let hasCome = false
    for (let cell = 0; cell < keys.length; cell += 1) {
      if (partOf(keys[cell] ?? 0) > cut) continue
      hasCome = true
      sum.amountYen += yen[cell] ?? 0
      sum.count += counts[cell] ?? 0
    }
    return hasCome ? [sum] : []
  })
}
