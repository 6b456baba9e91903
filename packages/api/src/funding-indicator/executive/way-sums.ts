import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignId, CollectionMethodId, DuesKindId, FundingSourceId } from '@sasaeai/domain/ids'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'
import { addToTally, type AreaTally, copyTally, dropEmptyCells, readTally, rowsOfTally } from '../area-tally.ts'

/** What came in of a year until a day, by source, drive, method and dues kind, and by area: yen and 件数. */
export type WayTally = AreaTally<readonly [FundingSourceId, CampaignId | null, CollectionMethodId | null, DuesKindId | null]>

/** The whole is one part. */
const part = 0

export function waySums(year: FiscalYear, until: LocalDate): PastSumsQuestion<WayTally> {
  return {
    name: `ways of ${year} until ${until}`,
    years: { first: year, last: year },
    count: (books) =>
      readTally(books, {
        name: 'funding-ways',
        // Summed before the groups are made: the days are gone then, and a tenth of the rows is left.
        cells: `SELECT funding_source_id, campaign_id, collection_method_id, dues_kind_id, area_id, ${part} AS part,
            (-sum(amount_yen))::bigint AS yen, sum(count)::bigint AS count
          FROM funding_total WHERE fiscal_year = $1 AND entry_date <= $2::date AND funding_source_id IS NOT NULL
          GROUP BY funding_source_id, campaign_id, collection_method_id, dues_kind_id, area_id`,
        values: [year, until],
        dimensions: 'funding_source_id, campaign_id, collection_method_id, dues_kind_id',
        figures: ['yen', 'count'],
      }),
    add: (sums, posting) => {
      const { funding_source_id: sourceId, campaign_id: campaignId, collection_method_id: methodId, dues_kind_id: duesKindId } = posting
      if (sourceId === null || posting.entry_date > until) return
      const figures = [-posting.amount_yen, posting.count]
      addToTally(sums, { of: [sourceId, campaignId, methodId, duesKindId], areaId: posting.area_id, part, figures })
    },
    rowsIn: rowsOfTally,
    copy: copyTally,
    dropEmpty: dropEmptyCells,
  }
}
