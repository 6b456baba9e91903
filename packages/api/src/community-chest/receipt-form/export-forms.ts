import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { formNumbers, formRuns } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { ReceiptFormBlockId } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordExport } from '../../user/record-export.ts'
import { blocksInFull, formsOfYear, readFormBlock } from './form-queries.ts'
import { formSheets, runSheet } from './form-sheets.ts'

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

/** One 冊, every number of it. */
export async function exportFormBlock(deps: Deps, actor: Actor, { blockId, format }: AsFile<{ blockId: ReceiptFormBlockId }>): Promise<ExportOutcome<'row_gone'>> {
  const block = await readFormBlock(deps, blockId)
  if (block === null) return fail('row_gone')
  const runs = formRuns(block, block.forms)
  const name = `領収書用紙_${block.series}_${formNumbers(block)}`
  const written = await tableFile(name, [runSheet([{ series: block.series, runs }])], format)
  if (written.ok) await recordExport(deps, actor, { action: 'receipt_form_block.export', subjectKind: 'receipt_form_block', subjectId: blockId, after: { title: name, count: runs.length } })
  return written
}
