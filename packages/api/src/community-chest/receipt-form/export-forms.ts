import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { blocksInFull, formsOfYear } from './form-queries.ts'
import { formSheets } from './form-sheets.ts'

/** 受払簿 as an Excel workbook. It names to whom forms were issued, so whoever takes it leaves a trace. */
export async function exportForms(deps: Deps, actor: Actor, { fiscalYear: year, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const forms = await formsOfYear(deps, year)
  const sheets = formSheets(forms, await blocksInFull(deps, forms.blocks.map(({ blockId }) => blockId)))
  const name = `領収書用紙の受払簿_${formatFiscalYear(year)}`
  const after = { title: name, count: forms.blocks.length }
  const written = await tableFile(name, sheets, format)
  if (written.ok) await recordExport(deps, actor, { action: 'receipt_form_block.export', subjectKind: 'receipt_form_block', subjectId: String(year), after })
  return written
}
