import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { incomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import type { IncomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import { formatRatio } from '@sasaeai/domain/money/ratio'

/** 収入の構成 over the years of which anything is told: a column for each year, and the same in yen and as shares. */
export function packOfIncome(income: IncomeYears): PackBlock[] {
  const { years, categories, totals } = incomeComposition(income, 'settled')
  const told = years.flatMap((year, place) => (totals[place] === null || totals[place] === undefined ? [] : [{ name: formatFiscalYear(year), place, whole: totals[place] }]))
  if (told.length === 0) return []
  const rows = categories.map(({ of, cells }) => ({ name: incomeCategoryNames[of], cells: told.map(({ place }) => cells[place]) }))
  return [
    {
      kind: 'stack',
      title: '収入の構成の推移',
      names: rows.map(({ name }) => name),
      years: told.map(({ name }, year) => ({ name, parts: rows.map(({ cells }) => cells[year]?.amountYen ?? 0) })),
    },
    {
      kind: 'table',
      table: {
        title: '収入の種類ごとの金額（円）',
        columns: [{ heading: '種類', kind: 'text' }, ...told.map(({ name }) => ({ heading: name, kind: 'yen' as const }))],
        rows: rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.amountYen ?? null)]),
        total: ['計', ...told.map(({ whole }) => whole)],
      },
    },
    {
      kind: 'table',
      table: {
        title: '収入構成比',
        columns: [{ heading: '種類', kind: 'text' }, ...told.map(({ name }) => ({ heading: name, kind: 'rate' as const }))],
        rows: rows.map(({ name, cells }) => [name, ...cells.map((cell) => formatRatio(cell?.tenths, 1_000))]),
        total: null,
      },
    },
    { kind: 'notes', lines: ['帳簿の収入に、ほかで記帳した年額を合わせたものです。募金の預り金は収入ではないので含みません。'] },
  ]
}
