import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { goodwillActKindNames } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import type { GoodwillListInput } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import type { Actor, Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordExport } from '../../user/record-export.ts'
import { listGoodwillActs } from '../act/list-goodwill-acts.ts'
import { listStock } from '../stock/list-stock.ts'
import { readGoodwillYear } from '../year/read-goodwill-year.ts'
import { depositSheet, goodsMoveSheet, goodwillYearSheets, stockSheet, withdrawalSheet } from './goodwill-sheets.ts'

/** A list of 善意銀行 as a file. Who takes names out of the program leaves a trace. */
export async function exportGoodwillList(deps: Deps, actor: Actor, { format, ...input }: AsFile<GoodwillListInput>): Promise<ExportOutcome> {
  const list = await listOf(deps, input)
  const written = await tableFile(list.name, list.sheets, format)
  if (written.ok && list.isPersonal) {
    const after = { title: list.name, count: list.sheets.reduce((sum, { rows }) => sum + rows.length, 0) }
    await recordExport(deps, actor, { action: 'goodwill_list.export', subjectKind: 'goodwill_list', subjectId: list.name, after })
  }
  return written
}

async function listOf(deps: Deps, input: GoodwillListInput): Promise<ListSheets> {
  switch (input.list) {
    case 'stock':
      return { name: `善意銀行の在庫_${input.asOf}`, sheets: [stockSheet(await listStock(deps, input.asOf, await readReportMoment(deps, input.postedUntil))), ...momentSheets(input.postedUntil)], isPersonal: false }
    case 'year':
      return {
        name: `善意銀行の年間報告_${formatFiscalYear(input.fiscalYear)}`,
        sheets: [...goodwillYearSheets(await readGoodwillYear(deps, input.fiscalYear, await readReportMoment(deps, input.postedUntil))), ...momentSheets(input.postedUntil)],
        isPersonal: false,
      }
    case 'acts': {
      const acts = await listGoodwillActs(deps, input)
      const name = `善意銀行_${goodwillActKindNames[input.kind]}_${formatFiscalYear(input.fiscalYear)}`
      const head = input.kind === 'deposit' ? [depositSheet(acts)] : input.kind === 'withdrawal' ? [withdrawalSheet(acts)] : []
      return { name, sheets: [...head, goodsMoveSheet(acts), ...momentSheets(input.postedUntil)], isPersonal: input.kind === 'deposit' }
    }
  }
}
