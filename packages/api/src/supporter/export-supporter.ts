import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { SupporterMoneyInput } from '@sasaeai/domain/ledger/supporter-money-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { recordExport } from '../user/record-export.ts'
import { readSupporter } from './list-supporters.ts'

/** What the other terms keep of one supporter, as far as the actor may read it. It comes from where all terms are known. */
export type SheetsOfSupporter = (deps: Deps, actor: Actor, asked: SupporterMoneyInput) => Promise<WorkbookSheet[]>

interface SupporterAsking {
  readonly asked: AsFile<SupporterMoneyInput>
  readonly sheetsOf: SheetsOfSupporter
}

/** What one supporter gave, paid, was given a receipt for and was granted. Who takes it out of the program leaves a trace. */
export async function exportSupporter(deps: Deps, actor: Actor, { asked: { format, ...asked }, sheetsOf }: SupporterAsking): Promise<ExportOutcome<'supporter_not_found'>> {
  const supporter = await readSupporter(deps, asked.supporterId)
  if (supporter === null) return fail('supporter_not_found')
  const sheets = await sheetsOf(deps, actor, asked)
  const name = `納入・寄附_${supporter.number}_${supporter.name}`
  const written = await tableFile(name, sheets, format)
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  if (written.ok) await recordExport(deps, actor, { action: 'supporter.export', subjectKind: 'supporter', subjectId: asked.supporterId, after: { title: name, count } })
  return written
}
