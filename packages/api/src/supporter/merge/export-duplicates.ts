import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { duplicateEvidenceWords } from '@sasaeai/domain/supporter/merge/duplicate-score'
import { supporterKindNames } from '@sasaeai/domain/supporter/supporter-kind'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { type DuplicateSide, listDuplicates } from './list-duplicates.ts'

/** The open candidates as an Excel workbook, to go through them on paper. Who takes names out of the program leaves a trace. */
export async function exportDuplicates(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const { rows } = await listDuplicates(deps, { cursor: null, limit: 2_000 })
  const sideHeadings = ['番号', '種類', '名前', 'フリガナ', '電話番号', '住所']
  const written = await tableFile('名寄せの候補', [{
    name: '候補',
    columns: [
      { heading: '確からしさ', kind: 'count' }, { heading: '手がかり' },
      ...['一つ目', '二つ目'].flatMap((side) => sideHeadings.map((heading) => ({ heading: `${side}の${heading}` }))),
    ],
    rows: rows.map(({ score, evidence, first, second }) => [
      score, evidence.map((kind) => duplicateEvidenceWords[kind]).join('、'), ...cellsOf(first), ...cellsOf(second),
    ]),
  }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'supporter.export', subjectKind: 'supporter', subjectId: 'all', after: { title: '名寄せの候補', rows: rows.length } })
  return written
}

function cellsOf({ number, kind, name, kana, phone, address }: DuplicateSide): string[] {
  return [String(number), supporterKindNames[kind], name, kana, phone, address]
}
