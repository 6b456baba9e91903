import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CollectionPointExport } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { collectionPointKindNames } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listCollectionPoints } from './collection-point-queries.ts'

/** The list of one kind as an Excel workbook, those out of use included. */
export async function exportPoints(deps: Deps, { fiscalYear: year, kind, postedUntil, format }: AsFile<CollectionPointExport>): Promise<ExportOutcome> {
  const points = (await listCollectionPoints(deps, year, await readReportMoment(deps, postedUntil))).filter((point) => point.kind === kind)
  const name = collectionPointKindNames[kind]
  const sheet = {
    name,
    columns: [
      { heading: '番号' }, { heading: '名称' }, { heading: '場所' }, { heading: '地域' }, { heading: '協力者' }, { heading: '運動' }, { heading: '設置日・実施日', kind: 'date' },
      { heading: '参加者・担当' }, { heading: `${formatFiscalYear(year)}（円）`, kind: 'yen' }, { heading: '前年度（円）', kind: 'yen' }, { heading: '入金の回数', kind: 'count' },
      { heading: '最後の入金日', kind: 'date' }, { heading: '使用終了日', kind: 'date' }, { heading: '備考' },
    ] as const,
    rows: points.map((point) => [
      point.code, point.name, point.place, point.areaName, point.supporterName, point.campaignName, point.startsOn, point.staff, point.thisYearYen, point.lastYearYen,
      point.thisYearTimes, point.lastReceivedOn, point.closedOn, point.note,
    ]),
    total: [
      '', '合計', '', '', '', '', null, '', sumYen(points.map(({ thisYearYen }) => thisYearYen)), sumYen(points.map(({ lastYearYen }) => lastYearYen)), null, null, null, '',
    ],
  }
  return tableFile(`${name}_${formatFiscalYear(year)}`, [sheet, ...momentSheets(postedUntil)], format)
}
