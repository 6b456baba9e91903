import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { type GoodwillActKind, goodwillActKindNames, goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import type { GoodwillListInput } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordExport } from '../../user/record-export.ts'
import { type GoodwillAct, listGoodwillActs, readGoodwillActs } from '../act/list-goodwill-acts.ts'
import { listPurposeMoney } from '../stock/list-purpose-money.ts'
import { listStock } from '../stock/list-stock.ts'
import { readGoodsItem } from '../stock/read-goods-item.ts'
import { readGoodwillYear } from '../year/read-goodwill-year.ts'
import { depositSheet, goodsMoveSheet, goodwillYearSheets, itemMoveSheet, purposeMoneySheet, stockSheet, withdrawalSheet } from './goodwill-sheets.ts'

/** A list of 善意銀行 as a file. Who takes names out of the program leaves a trace. */
export async function exportGoodwillList(deps: Deps, actor: Actor, { format, ...input }: AsFile<GoodwillListInput>): Promise<ExportOutcome<'row_gone'>> {
  const list = await listOf(deps, input)
  if (list === null) return fail('row_gone')
  const written = await tableFile(list.name, list.sheets, format)
  if (written.ok && list.isPersonal) {
    const after = { title: list.name, count: list.sheets.reduce((sum, { rows }) => sum + rows.length, 0) }
    await recordExport(deps, actor, { action: 'goodwill_list.export', subjectKind: 'goodwill_list', subjectId: list.name, after })
  }
  return written
}

/** Null where the one thing that was asked for is not there any more. */
async function listOf(deps: Deps, input: GoodwillListInput): Promise<ListSheets | null> {
  switch (input.list) {
    case 'stock': {
      const at = await readReportMoment(deps, input.postedUntil)
      const [stock, money] = await Promise.all([listStock(deps, input.asOf, at), listPurposeMoney(deps, { fiscalYear: fiscalYearOf(input.asOf), asOf: input.asOf }, at)])
      return { name: `善意銀行の在庫と残高_${input.asOf}`, sheets: [stockSheet(stock), purposeMoneySheet(money), ...momentSheets(input.postedUntil)], isPersonal: false }
    }
    case 'act': {
      const [act] = await readGoodwillActs(deps, [input.actId])
      if (act === undefined) return null
      return { name: `善意銀行_${goodwillActName(act)}`, sheets: actSheets(act.kind, [act]), isPersonal: act.kind === 'deposit' }
    }
    case 'item': {
      const found = await readGoodsItem(deps, input)
      return found && { name: `善意銀行の出入り_${found.item.name}`, sheets: [itemMoveSheet(found.item, found.moves), ...momentSheets(input.postedUntil)], isPersonal: false }
    }
    case 'year':
      return {
        name: `善意銀行の年間報告_${formatFiscalYear(input.fiscalYear)}`,
        sheets: [...goodwillYearSheets(await readGoodwillYear(deps, input.fiscalYear, await readReportMoment(deps, input.postedUntil))), ...momentSheets(input.postedUntil)],
        isPersonal: false,
      }
    case 'acts': {
      const acts = await listGoodwillActs(deps, input)
      const name = `善意銀行_${goodwillActKindNames[input.kind]}_${formatFiscalYear(input.fiscalYear)}`
      return { name, sheets: [...actSheets(input.kind, acts), ...momentSheets(input.postedUntil)], isPersonal: input.kind === 'deposit' }
    }
  }
}

/** What the acts of a kind say, and what moved by them. */
function actSheets(kind: GoodwillActKind, acts: readonly GoodwillAct[]): WorkbookSheet[] {
  const head = kind === 'deposit' ? [depositSheet(acts)] : kind === 'withdrawal' ? [withdrawalSheet(acts)] : []
  return [...head, goodsMoveSheet(acts)]
}
