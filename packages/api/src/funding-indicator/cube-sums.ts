import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { BooksState } from '../ledger/in-one-state.ts'
import type { SumsQuestion } from '../ledger/kept-sums.ts'
import type { YearSpan } from '../ledger/read-new-postings.ts'
import type { Districts } from './districts-of-ground.ts'

/** What came in of one year by district, source, drive, method and dues kind. */
export interface CubeSum {
  readonly fiscalYear: FiscalYear
  readonly districtId: AreaId | null
  readonly sourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly methodId: CollectionMethodId | null
  readonly duesKindId: DuesKindId | null
  amountYen: number
  count: number
}

/** The cells of some years, the years in their order. */
export function cubeSums(years: YearSpan, districts: Districts): SumsQuestion<Map<string, CubeSum>> {
  return {
    name: `cube of ${years.first} to ${years.last} in ${districts.name}`,
    years,
    count: async (books) => new Map((await readCells(books, years, districts)).map((sum) => [keyOf(sum), sum])),
    add: (sums, posting) => {
      const { funding_source_id: sourceId, area_id: areaId, amount_yen: yen } = posting
      if (sourceId === null) return
      const added: CubeSum = {
        fiscalYear: posting.fiscal_year,
        districtId: areaId === null ? null : (districts.byArea.get(areaId) ?? null),
        sourceId,
        campaignId: posting.campaign_id,
        methodId: posting.collection_method_id,
        duesKindId: posting.dues_kind_id,
        amountYen: -yen,
        count: posting.count,
      }
      const sum = sums.get(keyOf(added))
      if (sum === undefined) return void sums.set(keyOf(added), added)
      sum.amountYen += added.amountYen
      sum.count += added.count
    },
    rowsIn: (sums) => sums.size,
  }
}

function keyOf({ fiscalYear, districtId, sourceId, campaignId, methodId, duesKindId }: CubeSum): string {
  return `${fiscalYear} ${districtId} ${sourceId} ${campaignId} ${methodId} ${duesKindId}`
}

async function readCells(books: BooksState, { first, last }: YearSpan, { byArea }: Districts): Promise<CubeSum[]> {
  const { rows } = await books.query<CubeSum>({
    name: 'funding-cube',
    text: `SELECT fiscal_year AS "fiscalYear", d.district_id AS "districtId", funding_source_id AS "sourceId", campaign_id AS "campaignId",
          collection_method_id AS "methodId", dues_kind_id AS "duesKindId", (-sum(amount_yen))::bigint AS "amountYen",
          sum(count)::bigint AS count
        FROM funding_year_total LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS d(area_id, district_id) USING (area_id)
        WHERE fiscal_year BETWEEN $1 AND $2 AND funding_source_id IS NOT NULL
        GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [first, last, [...byArea.keys()], [...byArea.values()]],
  })
  // Ordered there, the cells would be sorted by all that they are grouped by.
  return rows.toSorted((left, right) => left.fiscalYear - right.fiscalYear)
}
