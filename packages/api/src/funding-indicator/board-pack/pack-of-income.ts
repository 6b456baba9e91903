import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { incomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import type { IncomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import { formatRatio } from '@sasaeai/domain/money/ratio'

/** So many years of amounts in full yen stand beside each other on A4; more of them are a table of their own. */
const yearsAcross = 5

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
    ...spansOf(told.length).map(({ first, end }): PackBlock => {
      const shown = told.slice(first, end)
      return {
        kind: 'table',
        table: {
          title: '収入の種類ごとの金額（円）',
          columns: [{ heading: '種類', kind: 'text' }, ...shown.map(({ name }) => ({ heading: name, kind: 'yen' as const }))],
          rows: rows.map(({ name, cells }) => [name, ...cells.slice(first, end).map((cell) => cell?.amountYen ?? null)]),
          total: ['計', ...shown.map(({ whole }) => whole)],
        },
      }
    }),
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

/** The years in tables of as many as fit, the fewer ones first: the newest five stand together. */
function spansOf(years: number): { readonly first: number; readonly end: number }[] {
  const tables = Math.ceil(years / yearsAcross)
  return Array.from({ length: tables }, (_, table) => {
    const end = years - (tables - 1 - table) * yearsAcross
    return { first: Math.max(0, end - yearsAcross), end }
  })
}
