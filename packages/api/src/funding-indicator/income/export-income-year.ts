import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { ToldCell } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { yearFigureNames } from '@sasaeai/domain/funding-indicator/income/year-figure'
import { addYen, sumYen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { readIncomeSheet } from './read-income-sheet.ts'

const toldColumns = [{ heading: '出典' }, { heading: '時点', kind: 'date' }, { heading: '備考' }] as const

/** 収入の年額 and 基礎数値 of a year: what was told, beside what the ledger holds. */
export async function exportIncomeYear(deps: Deps, { fiscalYear, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const [{ lines, withoutLine, figures }, { accounts }] = await Promise.all([readIncomeSheet(deps, fiscalYear), readGroundData(deps.db)])
  const ledgerOf = (parts: (typeof lines)[number]['parts']) => sumYen(parts.map(({ amountYen }) => amountYen))
  return tableFile(`収入の年額_${formatFiscalYear(fiscalYear)}`, [
    {
      name: '収入の年額',
      columns: [
        { heading: 'コード' }, { heading: '区分' }, { heading: '種類' }, { heading: '予算（円）', kind: 'yen' }, { heading: '帳簿の額（円）', kind: 'yen' }, { heading: '帳簿のほか（円）', kind: 'yen' },
        { heading: '決算の計（円）', kind: 'yen' }, ...toldColumns,
      ],
      rows: [
        ...lines.map(({ code, name, category, parts, budget, settled }) => {
          const [ledgerYen, enteredYen] = [ledgerOf(parts), settled?.amountYen ?? null]
          const amounts = [budget?.amountYen ?? null, ledgerYen, enteredYen, addYen(ledgerYen, enteredYen ?? yen(0))]
          return [code, name, incomeCategoryNames[category], ...amounts, ...toldCells(settled ?? budget)]
        }),
        ...(withoutLine.length === 0 ? [] : [['', '区分のない財源', '', null, ledgerOf(withoutLine), null, ledgerOf(withoutLine), '', null, '']]),
      ],
    },
    {
      name: '基礎数値',
      columns: [{ heading: '数値' }, { heading: '帳簿の額（円）', kind: 'yen' }, { heading: '帳簿の科目' }, { heading: '入れた額（円）', kind: 'yen' }, ...toldColumns],
      rows: figures.map(({ figure, ledgerYen, accountIds, told }) => [
        yearFigureNames[figure], ledgerYen, accountIds.map((accountId) => accounts.get(accountId)?.name ?? '').join('、'), told?.amountYen ?? null, ...toldCells(told),
      ]),
    },
  ], format)
}

function toldCells(told: ToldCell<unknown> | null): (string | null)[] {
  return [told?.source ?? '', told?.asOf ?? null, told?.note ?? '']
}
