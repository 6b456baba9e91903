import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, CampaignId, FundingSourceId } from '@sasaeai/domain/ids'
import type { BooksState } from '../ledger/in-one-state.ts'
import type { SumsQuestion } from '../ledger/kept-sums.ts'
import type { NewPosting } from '../ledger/read-new-postings.ts'
import type { Districts } from './districts-of-ground.ts'

/** What came in of a source and a campaign on a day. */
export interface DaySum {
  readonly sourceId: FundingSourceId | null
  readonly campaignId: CampaignId | null
  readonly day: LocalDate
  amountYen: number
}

/** What came in of a source and a campaign in a district. */
export interface DistrictSum {
  readonly sourceId: FundingSourceId | null
  readonly campaignId: CampaignId | null
  readonly districtId: AreaId | null
  amountYen: number
}

/** A fiscal year by source, campaign and day. Sources are null for what was paid out of custody. */
export function daySums(year: FiscalYear): SumsQuestion<Map<string, DaySum>> {
  return {
    name: `days of ${year}`,
    years: { first: year, last: year },
    count: async (books) => keyed(await readDays(books, year), keyOfDay),
    add: (sums, posting) => {
      if (posting.funding_source_id === null && posting.campaign_id === null) return
      addTo(sums, keyOfDay, { ...sourceOf(posting), day: posting.entry_date, amountYen: -posting.amount_yen })
    },
    rowsIn: (sums) => sums.size,
  }
}

/** A fiscal year until a day, with the district of every area. */
interface YearUntil {
  readonly year: FiscalYear
  readonly until: LocalDate
  readonly districts: Districts
}

/** A fiscal year until a day by source, campaign and district; null for no district. */
export function districtSums({ year, until, districts }: YearUntil): SumsQuestion<Map<string, DistrictSum>> {
  return {
    name: `districts of ${year} until ${until} in ${districts.name}`,
    years: { first: year, last: year },
    count: async (books) => keyed(await readDistricts(books, { year, until, districts }), keyOfDistrict),
    add: (sums, posting) => {
      if (posting.funding_source_id === null || posting.entry_date > until) return
      const districtId = posting.area_id === null ? null : (districts.byArea.get(posting.area_id) ?? null)
      addTo(sums, keyOfDistrict, { ...sourceOf(posting), districtId, amountYen: -posting.amount_yen })
    },
    rowsIn: (sums) => sums.size,
  }
}

/** What was still held of each campaign when the fiscal year began. */
export function broughtForwardSums(year: FiscalYear): SumsQuestion<Map<CampaignId, number>> {
  return {
    name: `brought forward to ${year}`,
    years: { last: fiscalYear(year - 1) },
    count: async (books) => new Map((await readBroughtForward(books, year)).map(({ campaignId, heldYen }) => [campaignId, heldYen])),
    add: (sums, { campaign_id: campaignId, amount_yen: yen }) => {
      if (campaignId !== null) sums.set(campaignId, (sums.get(campaignId) ?? 0) - yen)
    },
    rowsIn: (sums) => sums.size,
  }
}

function keyed<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function addTo<Row extends { amountYen: number }>(sums: Map<string, Row>, keyOf: (row: Row) => string, added: Row): void {
  const key = keyOf(added)
  const sum = sums.get(key)
  if (sum === undefined) sums.set(key, added)
  else sum.amountYen += added.amountYen
}

const keyOfDay = ({ sourceId, campaignId, day }: DaySum) => `${sourceId} ${campaignId} ${day}`
const keyOfDistrict = ({ sourceId, campaignId, districtId }: DistrictSum) => `${sourceId} ${campaignId} ${districtId}`

function sourceOf({ funding_source_id: sourceId, campaign_id: campaignId }: NewPosting) {
  return { sourceId, campaignId }
}

async function readDays(books: BooksState, year: FiscalYear): Promise<DaySum[]> {
  const { rows } = await books.query<DaySum>({
    name: 'funding-days',
    text: `SELECT funding_source_id AS "sourceId", campaign_id AS "campaignId", entry_date AS day, (-sum(amount_yen))::bigint AS "amountYen"
      FROM funding_total WHERE fiscal_year = $1 AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL) GROUP BY 1, 2, 3`,
    values: [year],
  })
  return rows
}

/** The whole year, which is kept as such, less the days after: of the present year there are none. */
async function readDistricts(books: BooksState, { year, until, districts }: YearUntil): Promise<DistrictSum[]> {
  const { rows } = await books.query<DistrictSum>({
    name: 'funding-districts',
    text: `
      SELECT funding_source_id AS "sourceId", campaign_id AS "campaignId", d.district_id AS "districtId", (-sum(yen))::bigint AS "amountYen"
        FROM (
          SELECT funding_source_id, campaign_id, area_id, amount_yen AS yen FROM funding_year_total
            WHERE fiscal_year = $1 AND funding_source_id IS NOT NULL
          UNION ALL
          SELECT funding_source_id, campaign_id, area_id, -amount_yen FROM funding_total
            WHERE fiscal_year = $1 AND entry_date > $2::date AND funding_source_id IS NOT NULL
        ) kept LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS d(area_id, district_id) USING (area_id)
        GROUP BY 1, 2, 3`,
    values: [year, until, [...districts.byArea.keys()], [...districts.byArea.values()]],
  })
  return rows
}

async function readBroughtForward(books: BooksState, year: FiscalYear): Promise<{ campaignId: CampaignId; heldYen: number }[]> {
  const { rows } = await books.query<{ campaignId: CampaignId; heldYen: number }>({
    name: 'funding-brought-forward',
    text: `SELECT campaign_id AS "campaignId", (-sum(amount_yen))::bigint AS "heldYen" FROM funding_year_total
      WHERE fiscal_year < $1 AND campaign_id IS NOT NULL GROUP BY campaign_id`,
    values: [year],
  })
  return rows
}
