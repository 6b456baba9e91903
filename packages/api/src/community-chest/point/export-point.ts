import type { CollectionPointInput } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { collectionPointPage } from './point-entry-queries.ts'

/** One place or occasion: the money that came in there, of all years. */
export async function exportPoint(deps: Deps, { pointId, fiscalYear, postedUntil, format }: AsFile<CollectionPointInput>): Promise<ExportOutcome<'row_gone'>> {
  const page = await collectionPointPage(deps, { pointId, year: fiscalYear }, await readReportMoment(deps, postedUntil))
  if (page === null) return fail('row_gone')
  const { point, entries } = page
  return tableFile(`入金_${point.name}`, [{
    name: '入金',
    columns: [
      { heading: '日付', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '運動' }, { heading: '募金方法' }, { heading: '件数' }, { heading: '金額（円）', kind: 'yen' }, { heading: '摘要' },
    ],
    rows: entries.map((entry) => [
      entry.entryDate, entry.entryNumber, entry.campaignName, entry.methodName, countText(entry.count, entry.countMeaning), entry.amountYen, entry.description,
    ]),
    total: [null, null, `合計 ${entries.length}回`, '', '', sumYen(entries.map(({ amountYen }) => amountYen)), ''],
  }, ...momentSheets(postedUntil)], format)
}
