import type { CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { YearSpan } from '../ledger/read-new-postings.ts'
import type { PastSumsQuestion } from '../ledger/sums-at.ts'
import { addToTally, type AreaTally, copyTally, dropEmptyCells, readTally, rowsOfTally } from './area-tally.ts'

/** What came in by source, drive, method and dues kind: yen and 件数, by area and fiscal year. */
export type CubeTally = AreaTally<readonly [FundingSourceId, CampaignId | null, CollectionMethodId | null, DuesKindId | null]>

/** The cells of some years. */
export function cubeSums(years: YearSpan): PastSumsQuestion<CubeTally> {
  return {
    name: `cube of ${years.first} to ${years.last}`,
    years,
    count: (books) =>
      readTally(books, {
        name: 'funding-cube',
        cells: `SELECT *, fiscal_year AS part, -amount_yen AS yen FROM funding_year_total
          WHERE fiscal_year BETWEEN $1 AND $2 AND funding_source_id IS NOT NULL`,
        values: [years.first, years.last],
        dimensions: 'funding_source_id, campaign_id, collection_method_id, dues_kind_id',
        figures: ['yen', 'count'],
      }),
    add: (sums, posting) => {
      const { funding_source_id: sourceId, campaign_id: campaignId, collection_method_id: methodId, dues_kind_id: duesKindId } = posting
      if (sourceId === null) return
      addToTally(sums, {
        of: [sourceId, campaignId, methodId, duesKindId],
        areaId: posting.area_id,
        part: posting.fiscal_year,
        figures: [-posting.amount_yen, posting.count],
      })
    },
    rowsIn: rowsOfTally,
    copy: copyTally,
    dropEmpty: dropEmptyCells,
  }
}
