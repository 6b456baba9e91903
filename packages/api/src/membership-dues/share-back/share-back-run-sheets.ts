import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ShareBackOfYearInput } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import { shareBackStatusNames } from '@sasaeai/domain/membership-dues/share-back/share-back-status'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listShareBackRuns } from './list-share-back-runs.ts'

/**
 * 還元金の計算 of a year, the newest first. Each calculation looks at everything since April, so that only what they pay
 * can be added up.
 */
export async function shareBackRunSheets(deps: Pick<Deps, 'db'>, { fiscalYear, postedUntil }: ShareBackOfYearInput): Promise<WorkbookSheet[]> {
  const { runs } = await listShareBackRuns(deps, fiscalYear, await readReportMoment(deps, postedUntil))
  const hasDraft = runs.some(({ status }) => status === 'draft')
  return [
    {
      name: '還元金の計算',
      columns: [
        { heading: '回', kind: 'count' }, { heading: '状態' }, { heading: '基準日', kind: 'date' }, { heading: '支払日', kind: 'date' },
        { heading: '渡す先（件）', kind: 'count' }, { heading: '納入額（円）', kind: 'yen' }, { heading: '還元額（円）', kind: 'yen' },
        { heading: 'それまでの支払（円）', kind: 'yen' }, { heading: '支払う額（円）', kind: 'yen' }, { heading: '計算した人' }, { heading: '計算した日', kind: 'date' },
      ],
      rows: runs.map((run) => [
        run.sequence, shareBackStatusNames[run.status], run.cutOffOn, run.paidOn, run.payees, run.receivedYen, run.earnedYen,
        run.alreadyYen, run.payableYen, run.calculatedBy, localDateInTokyo(new Date(run.calculatedAt)),
      ]),
      total: [null, hasDraft ? '合計（確認中を含む）' : '合計', null, null, null, null, null, null, sumYen(runs.map(({ payableYen }) => payableYen)), '', null],
    },
    ...momentSheets(postedUntil),
  ]
}
