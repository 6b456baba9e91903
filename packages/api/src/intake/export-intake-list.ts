import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { IntakeFilter } from '@sasaeai/domain/intake/intake-inputs'
import { intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import type { Actor, Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { recordExport } from '../user/record-export.ts'
import { listIntakeBatches } from './intake-list-queries.ts'

/** More batches than any council has. */
const everyBatch = 1_000_000

const columns: readonly WorkbookColumn[] = [
  { heading: '状態' }, { heading: '年度', kind: 'number' }, { heading: '受付番号', kind: 'count' }, { heading: '受入日', kind: 'date' }, { heading: '地域' }, { heading: '持参者' }, { heading: '件数', kind: 'count' },
  { heading: '合計（円）', kind: 'yen' }, { heading: '統制合計（円）', kind: 'yen' }, { heading: '依頼者' }, { heading: '更新した日', kind: 'date' }, { heading: '更新した人' }, { heading: '備考' },
]

/** 受付の一覧 as the filters narrow it, with its sums. It names who brought what, so whoever takes it leaves a trace. */
export async function exportIntakeList(deps: Deps, actor: Actor, { format, ...filter }: AsFile<IntakeFilter>): Promise<ExportOutcome> {
  const { rows, count, totalYen } = await listIntakeBatches(deps, { ...filter, cursor: null, limit: everyBatch })
  const name = `受付の一覧_${intakeStatusNames[filter.status]}_${localDateInTokyo(deps.now())}`
  const lines = rows.reduce((sum, batch) => sum + batch.count, 0)
  const written = await tableFile(name, [{
    name: '受付の一覧',
    columns,
    rows: rows.map((batch) => [
      intakeStatusNames[batch.status], batch.fiscalYear, batch.intakeNumber, batch.receivedOn, batch.areaName ?? '', batch.bearer, batch.count, batch.totalYen, batch.controlTotalYen,
      batch.submittedByName ?? '', localDateInTokyo(new Date(batch.updatedAt)), batch.updatedByName, batch.note,
    ]),
    total: ['', null, null, null, `合計 ${count}件`, '', lines, totalYen, null, '', null, '', ''],
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'intake.export', subjectKind: 'intake', subjectId: name, after: { name, rows: rows.length } })
  return written
}
