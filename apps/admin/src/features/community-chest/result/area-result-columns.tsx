import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type CampaignResult, changeYen, totalOfResult } from '@sasaeai/domain/community-chest/result/campaign-result'
import { printedRate } from '@sasaeai/domain/community-chest/result/printed-rate'
import { type AreaFigures, type AreaRow, householdsOfRows, sumOfAreas, yenPerHousehold } from '@sasaeai/domain/community-chest/result/result-areas'
import { areaFilter, resultYearFilter } from '@sasaeai/domain/community-chest/result/result-figure-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { classList } from '@sasaeai/ui/class-list'
import type { Column } from '@sasaeai/ui/data-table'
import { Icon } from '@sasaeai/ui/icon'
import { goalText, ResultFigure } from './result-figure.tsx'

/** Which lines are open. */
export interface Folding {
  isOpen(row: AreaRow): boolean
  toggle(row: AreaRow): void
}

interface AreaTable {
  readonly result: CampaignResult
  readonly rows: readonly AreaRow[]
  readonly folding: Folding
}

/** One year against goal and last year; or several years side by side. */
export function areaResultColumns(table: AreaTable): Column<AreaRow>[] {
  const { result, folding } = table
  const name: Column<AreaRow> = { id: 'name', header: '地域', isRowHeader: true, cell: (row) => <AreaName {...{ row, folding }} />, footer: '計' }
  return [name, ...(result.shownYears > 1 ? yearColumns(table) : oneYearColumns(table)), ...householdColumns(table)]
}

function oneYearColumns(table: AreaTable): Column<AreaRow>[] {
  const { rules } = table.result
  const total = totalOfResult(table.result)
  return [
    { id: 'goal', header: '目標額（円）', align: 'end', cell: ({ goalYen }) => goalText(goalYen), footer: goalText(total.goalYen) },
    collectedColumn(table, 0, '実績額（円）'),
    {
      id: 'attainment',
      header: '達成率',
      align: 'end',
      cell: ({ collectedYen, goalYen }) => printedRate(collectedYen, goalYen, rules),
      footer: printedRate(total.collectedYen, total.goalYen, rules),
    },
    collectedColumn(table, 1, '前年（円）'),
    yearOnYearColumn(table),
    { id: 'change', header: '増減（円）', align: 'end', cell: (row) => formatYenDelta(changeYen(row)), footer: formatYenDelta(changeYen(total)) },
  ]
}

function yearColumns(table: AreaTable): Column<AreaRow>[] {
  const { years, shownYears } = table.result
  const amounts = years.slice(0, shownYears).map(({ fiscalYear }, place) => collectedColumn(table, place, `${formatFiscalYear(fiscalYear)}（円）`))
  return [...amounts.toReversed(), yearOnYearColumn(table)]
}

/** `place` is 0 for the year asked for, 1 for the one before … */
function collectedColumn({ result, rows }: AreaTable, place: number, header: string): Column<AreaRow> {
  const year = result.years[place]
  const filter = year === undefined ? null : resultYearFilter(result.scope, year)
  const [root] = [...result.areas].find(([, { parentId }]) => parentId === null) ?? [null]
  const amountIn = (figures: AreaFigures): Yen => (place === 1 ? figures.lastYen : (figures.byYear[place] ?? yen(0)))
  const label = year === undefined ? '' : formatFiscalYear(year.fiscalYear)
  return {
    id: `collected-${place}`,
    header,
    align: 'end',
    cell: (row) => (
      <ResultFigure amountYen={amountIn(row)} filter={filter === null ? null : areaFilter(filter, row, root)} label={`${row.name} ${label}`} />
    ),
    footer: <ResultFigure amountYen={amountIn(sumOfAreas(rows))} filter={filter} label={`計 ${label}`} />,
  }
}

function yearOnYearColumn({ result, rows }: AreaTable): Column<AreaRow> {
  const total = sumOfAreas(rows)
  return {
    id: 'yearOnYear',
    header: '前年比',
    align: 'end',
    cell: ({ collectedYen, lastYen }) => printedRate(collectedYen, lastYen, result.rules),
    footer: printedRate(total.collectedYen, total.lastYen, result.rules),
  }
}

function householdColumns({ result, rows }: AreaTable): Column<AreaRow>[] {
  const total = sumOfAreas(rows)
  const households = householdsOfRows(rows)
  const perHousehold = (row: Pick<AreaRow, 'householdYen' | 'households'>) => {
    const amount = yenPerHousehold(row)
    return amount === null ? '—' : formatYenDelta(amount)
  }
  return [
    { id: 'households', header: '世帯数', align: 'end', cell: (row) => countOf(row.households), footer: countOf(households) },
    {
      id: 'perHousehold',
      header: '1世帯当たり（円）',
      align: 'end',
      cell: perHousehold,
      footer: perHousehold({ householdYen: total.householdYen, households }),
    },
    {
      id: 'householdShare',
      header: '戸別比率',
      align: 'end',
      cell: ({ householdYen, collectedYen }) => printedRate(householdYen, collectedYen, result.rules),
      footer: printedRate(total.householdYen, total.collectedYen, result.rules),
    },
  ]
}

function countOf(households: number | null): string {
  return households === null ? '—' : groupDigits(households)
}

const indents = ['', 'pl-6', 'pl-11', 'pl-16'] as const

/** The name of a line, further in the deeper it stands, with the button that opens what is below it. */
function AreaName({ row, folding }: { row: AreaRow; folding: Folding }) {
  const isOpen = folding.isOpen(row)
  return (
    <span className={classList('flex items-center gap-1 whitespace-nowrap max-sm:whitespace-normal', indents[row.depth] ?? 'pl-20')}>
      {row.children.length > 0 && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`${row.name}の下の地域を${isOpen ? '閉じる' : '開く'}`}
          onClick={() => folding.toggle(row)}
          className="-my-1 grid size-8 shrink-0 cursor-pointer place-items-center rounded-6 hover:bg-surface-sub print-hidden"
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        </button>
      )}
      <span className={row.children.length > 0 ? '' : 'pl-1'}>{row.name}</span>
    </span>
  )
}
