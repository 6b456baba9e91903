import type { AsFile } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { WholeRegisterInput } from '@sasaeai/domain/receipt/receipt-input'
import { registerStateNames } from '@sasaeai/domain/receipt/register-state'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { readWholeRegister } from './register-queries.ts'
import { nameOfRegister, remarksOf } from './register-words.ts'

/** 番号簿 as an Excel workbook. It names who gave what, so whoever takes it leaves a trace. */
export async function exportRegister(deps: Deps, actor: Actor, { format, ...asked }: AsFile<WholeRegisterInput>): Promise<ExportOutcome<'document_subject_gone'>> {
  const name = await nameOfRegister(deps, asked)
  if (name === null) return fail('document_subject_gone')
  const { rows, counts } = await readWholeRegister(deps, asked)
  const after = { title: name, count: rows.length }
  const written = await tableFile(name.replaceAll('　', '_'), [{
    name: '番号簿',
    columns: [
      { heading: '番号' }, { heading: '発行日', kind: 'date' }, { heading: '状態' }, { heading: '宛名' }, { heading: '金額（円）', kind: 'yen' }, { heading: '摘要' }, { heading: '扱った人' },
    ],
    rows: rows.map((row) => [row.printed ?? `${row.number}番`, row.issuedOn, registerStateNames[row.state], row.payer, row.amountYen, remarksOf(row), row.byName]),
    total: ['有効の合計', null, '', '', counts.liveYen, '', ''],
  }, ...momentSheets(asked.postedUntil)], format)
  if (written.ok) await recordExport(deps, actor, { action: 'receipt_register.export', subjectKind: 'receipt_series', subjectId: asked.seriesId, after })
  return written
}
