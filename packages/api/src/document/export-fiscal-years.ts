import { formatFiscalYear, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { listFiscalYears } from '../council/council-queries.ts'
import type { Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from './table-file.ts'

/** 年度と締め: every month of every year that was opened, and whether it is closed. */
export async function exportFiscalYears(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const years = await listFiscalYears(deps)
  return tableFile('年度と締め', [{
    name: '年度と締め',
    columns: [{ heading: '年度' }, { heading: '月' }, { heading: '状態' }, { heading: '締めた日時' }, { heading: '締めた人' }, { heading: '未記帳の受付', kind: 'count' }],
    rows: years.flatMap(({ year, months }) =>
      months.map(({ firstDay, closedAt, closedByName, openBatches }) => [
        formatFiscalYear(year), formatLocalMonth(firstDay), closedAt === null ? '記帳できます' : '締め済み', closedAt === null ? '' : formatPostingMoment(closedAt), closedByName ?? '', openBatches,
      ])),
  }], format)
}
