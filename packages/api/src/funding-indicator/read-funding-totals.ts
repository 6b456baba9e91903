import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DistrictTotal } from '@sasaeai/domain/funding-indicator/district-figures'
import type { MonthTotal } from '@sasaeai/domain/funding-indicator/source-figures'
import type { AreaId, CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** The kept totals of one fiscal year, summed as the funding page needs them. */
export interface YearOfTotals {
  readonly months: readonly MonthTotal[]
  readonly districts: readonly DistrictTotal[]
}

interface TotalRow {
  readonly sourceId: FundingSourceId | null
  readonly campaignId: CampaignId | null
  readonly districtId: AreaId | null
  /** Null on the rows by district. */
  readonly month: number | null
  readonly isUntilCut: boolean
  readonly amountYen: number
}

/** A fiscal year until a day, with the district of every area. */
export interface YearUntil {
  readonly year: FiscalYear
  readonly until: LocalDate
  readonly districts: ReadonlyMap<AreaId, AreaId>
}

/** Reads one year's daily totals once and sums them twice: by month, and by district until the cut-off day. */
export async function readYearOfTotals(db: Db, { year, until, districts }: YearUntil): Promise<YearOfTotals> {
  const { rows } = await db.pool.query<TotalRow>({
    name: 'funding-year-of-totals',
    text: yearSql,
    values: [year, until, [...districts.keys()], [...districts.values()]],
  })
  const months: MonthTotal[] = []
  const byDistrict: DistrictTotal[] = []
  for (const { month, sourceId, campaignId, districtId, isUntilCut, amountYen } of rows) {
    const total = { fiscalYear: year, campaignId, amountYen: yenFromColumn(amountYen) }
    if (month !== null) months.push({ ...total, sourceId, month, isUntilCut })
    else if (sourceId !== null) byDistrict.push({ ...total, sourceId, districtId })
  }
  return { months, districts: byDistrict }
}

/**
 * Days and areas are summed first and named after: a month or a district is worked out some thousand times instead of
 * once for each of the year's totals.
 */
const yearSql = `
  SELECT "sourceId", "campaignId", d.district_id AS "districtId", extract(month FROM day)::int AS month,
      coalesce(day <= $2::date, true) AS "isUntilCut", sum(CASE WHEN is_area = 1 THEN until_yen ELSE yen END)::bigint AS "amountYen"
    FROM (
      SELECT funding_source_id AS "sourceId", campaign_id AS "campaignId", entry_date AS day, area_id, grouping(entry_date) AS is_area,
          (-sum(amount_yen))::bigint AS yen, coalesce(-sum(amount_yen) FILTER (WHERE entry_date <= $2::date), 0)::bigint AS until_yen
        FROM funding_total
        WHERE fiscal_year = $1 AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL)
        GROUP BY GROUPING SETS ((funding_source_id, campaign_id, entry_date), (funding_source_id, campaign_id, area_id))
    ) summed
      LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS d(area_id, district_id) ON is_area = 1 AND d.area_id = summed.area_id
    GROUP BY 1, 2, 3, 4, 5, is_area`

/** What was still held of each campaign when the fiscal year began; campaigns that came out even are left out. */
export async function readBroughtForward(db: Db, year: FiscalYear): Promise<Map<CampaignId, Yen>> {
  const { rows } = await db.pool.query<{ campaignId: CampaignId; heldYen: number }>({
    name: 'funding-brought-forward',
    text: `SELECT campaign_id AS "campaignId", (-sum(amount_yen))::bigint AS "heldYen" FROM funding_year_total
      WHERE fiscal_year < $1 AND campaign_id IS NOT NULL GROUP BY campaign_id HAVING sum(amount_yen) <> 0`,
    values: [year],
  })
  return new Map(rows.map(({ campaignId, heldYen }) => [campaignId, yenFromColumn(heldYen)]))
}

export interface CubeRow {
  readonly fiscalYear: FiscalYear
  readonly districtId: AreaId | null
  readonly sourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly methodId: CollectionMethodId | null
  readonly duesKindId: DuesKindId | null
  readonly amountYen: number
  readonly count: number
}

/** The totals of one fiscal year by district, source, drive, method and dues kind. */
export async function readCubeRows(
  db: Db,
  { year, districts }: { year: FiscalYear; districts: ReadonlyMap<AreaId, AreaId> },
): Promise<CubeRow[]> {
  const { rows } = await db.pool.query<CubeRow>({
    name: 'funding-cube',
    text: `SELECT $1::int AS "fiscalYear", d.district_id AS "districtId", funding_source_id AS "sourceId", campaign_id AS "campaignId",
          collection_method_id AS "methodId", dues_kind_id AS "duesKindId", (-sum(amount_yen))::bigint AS "amountYen",
          sum(count)::bigint AS count
        FROM funding_year_total t LEFT JOIN unnest($2::uuid[], $3::uuid[]) AS d(area_id, district_id) USING (area_id)
        WHERE fiscal_year = $1 AND funding_source_id IS NOT NULL
        GROUP BY 2, 3, 4, 5, 6`,
    values: [year, [...districts.keys()], [...districts.values()]],
  })
  return rows
}
