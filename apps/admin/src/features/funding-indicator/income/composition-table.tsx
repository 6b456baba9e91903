import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { CompositionCell, IncomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import { type IncomeTotalKind, incomeTotalKindNames } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import { formatTenths } from '@sasaeai/domain/funding-indicator/income/share-tenths'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { useState } from 'react'
import { FigureLink } from '../figure-link.tsx'
import { IncomeBreakdownDialog } from './income-breakdown-dialog.tsx'

interface CompositionTableProps {
  readonly composition: IncomeComposition
  readonly kind: IncomeTotalKind
  readonly isRefreshing: boolean
}

interface TableRow {
  readonly key: string
  readonly name: string
  /** The sum of the lines below it. */
  readonly isSum: boolean
  readonly cells: readonly CompositionCell[]
}

interface Opened {
  readonly name: string
  readonly cell: CompositionCell
}

/** Ten years stand beside each other, on a screen and on an A4. */
const onePaper = '[&_div]:max-h-none sm:[--text-cell:0.8125rem] sm:[--cell-x:0.3rem] print:[--text-cell:0.5rem] print:[--cell-x:0.1rem] print:[--cell-y:0.0625rem] print:[&_td]:leading-120 print:[&_th]:leading-120'

/** Each line with its amount and its share, year by year; every amount opens what it is made of. */
export function CompositionTable({ composition, kind, isRefreshing }: CompositionTableProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const { years, totals } = composition
  const columns: Column<TableRow>[] = [
    { id: 'name', header: '区分', isRowHeader: true, cell: ({ name, isSum }) => (isSum ? <strong>{name}</strong> : name), footer: '合計' },
    ...years.map((year, place): Column<TableRow> => {
      const total = totals[place] ?? null
      return {
        id: String(year), header: formatFiscalYear(year), align: 'end',
        cell: (row) => <Amount row={row} cell={row.cells[place]} kind={kind} onOpen={setOpened} />,
        footer: total === null ? '—' : formatYenDelta(total),
      }
    }),
  ]
  return (
    <section aria-labelledby="amounts" className={onePaper}>
      <h2 id="amounts" className="mb-1 text-[1.125rem] font-bold print:text-[0.75rem]">{incomeTotalKindNames[kind]}の額（円）と構成比</h2>
      <DataTable caption={`${incomeTotalKindNames[kind]}の額と構成比`} columns={columns} rows={tableRows(composition)} rowKey={({ key }) => key} isRefreshing={isRefreshing} isWide beginsAtEnd />
      {opened !== null && <IncomeBreakdownDialog name={opened.name} cell={opened.cell} onClose={() => setOpened(null)} />}
    </section>
  )
}

/** A category that has several lines stands above them with their sum. */
function tableRows({ rows, categories }: IncomeComposition): TableRow[] {
  return categories.flatMap(({ of: category, cells }): TableRow[] => {
    const lines = rows.filter(({ of }) => of.category === category)
    const parts = lines.map(({ of, cells: own }) => ({ key: of.lineId ?? 'none', name: of.name, isSum: false, cells: own }))
    return lines.length < 2 ? parts : [{ key: category, name: `${incomeCategoryNames[category]}（計）`, isSum: true, cells }, ...parts]
  })
}

interface AmountProps {
  readonly row: TableRow
  readonly cell: CompositionCell | undefined
  readonly kind: IncomeTotalKind
  readonly onOpen: (opened: Opened) => void
}

function Amount({ row, cell, kind, onOpen }: AmountProps) {
  if (cell === undefined || cell.amountYen === null) return '—'
  return (
    <>
      <AmountOpener {...{ row, cell, kind, onOpen }} amount={formatYenDelta(cell.amountYen)} />
      <span className="block text-[0.8125rem] text-ink-sub print:text-[0.5rem]">{formatTenths(cell.tenths)}</span>
    </>
  )
}

/** What is of one source of the ledger opens its entries at once; what is of several, or was told, opens its parts. */
function AmountOpener({ row: { name, isSum }, cell, amount, kind, onOpen }: Omit<AmountProps, 'cell'> & { readonly cell: CompositionCell; readonly amount: string }) {
  const label = `${name} ${formatFiscalYear(cell.fiscalYear)}`
  const [part, ...more] = cell.detail?.parts ?? []
  if (isSum) return amount
  if (kind === 'settled' && part !== undefined && more.length === 0 && cell.detail?.isEntered === false) {
    return <FigureLink amountYen={part.amountYen} filter={part.filter} label={label} />
  }
  return (
    <button type="button" aria-label={`${label} ${amount}円の内訳`} onClick={() => onOpen({ name, cell })}
      className="figures cursor-pointer underline decoration-solid-gray-420 underline-offset-[0.1875em] hover:decoration-2 print:no-underline">
      {amount}
    </button>
  )
}
