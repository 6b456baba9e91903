import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile, ExportAsking } from '@sasaeai/domain/document/export-format'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { mostImportLines, type WholeImportInput } from '@sasaeai/domain/supporter/import/supporter-import-input'
import { importStateWords } from '@sasaeai/domain/supporter/import/supporter-import-state'
import { importChoiceNames, importStatusNames } from '@sasaeai/domain/supporter/import/supporter-import-status'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { listSupporterImports, readImportLines } from './supporter-import-queries.ts'

/** これまでの取込み: every file that was chosen, and what became of it. */
export async function exportSupporterImports(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const imports = await listSupporterImports(deps)
  const instant = (moment: string | null) => (moment === null ? '' : formatPostingMoment(moment))
  return tableFile(`名簿の取込み_${localDateInTokyo(deps.now())}`, [{
    name: 'これまでの取込み',
    columns: [
      { heading: 'ファイル' }, { heading: '選んだ日時' }, { heading: '選んだ人' }, { heading: '取り込む行', kind: 'count' }, { heading: '取り込んだ行', kind: 'count' }, { heading: '状態' },
      { heading: '終えた日時' }, { heading: '取り消した日時' },
    ],
    rows: imports.map((each) => [
      each.fileName, instant(each.startedAt), each.startedBy, each.total, each.done, importStateWords(each), instant(each.finishedAt), instant(each.undoneAt),
    ]),
  }], format)
}

/** The lines of one file, all or those of one status, with what is wrong with them. It names people, so whoever takes it leaves a trace. */
export async function exportImportLines(deps: Deps, actor: Actor, { format, importId, status }: AsFile<WholeImportInput>): Promise<ExportOutcome> {
  const lines = await readImportLines(deps, { importId, status, cursor: null }, mostImportLines)
  const name = `名簿の取込みの各行${status === null ? '' : `_${importStatusNames[status]}`}`
  const written = await tableFile(name, [{
    name: 'ファイルの各行',
    columns: [{ heading: '行', kind: 'count' }, { heading: '名前' }, { heading: '結果' }, { heading: '内容' }, { heading: '扱い' }, { heading: '取込み' }],
    rows: lines.map((line) => [
      line.lineNumber, line.name, importStatusNames[line.status], [...line.errors.map(({ column, words }) => `${column}：${words}`), ...line.remarks].join('\n'),
      importChoiceNames[line.choice], line.isTaken ? '取り込み済み' : '',
    ]),
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'supporter_import.export', subjectKind: 'supporter_import', subjectId: importId, after: { name, rows: lines.length } })
  return written
}
