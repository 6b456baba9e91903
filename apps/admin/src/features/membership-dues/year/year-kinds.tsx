import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import {
  changeYen,
  type DuesYear,
  type DuesYearKind,
  type DuesYearShareBack,
  shareBackFilter,
  totalOfKinds,
} from '@sasaeai/domain/membership-dues/year/dues-year'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'

/** Members, 口 and money of each kind beside the same day of the year before. */
export function YearKinds({ year }: { year: DuesYear }) {
  return (
    <section aria-labelledby="year-kinds">
      <h2 id="year-kinds" className="mb-1 text-[1.125rem] font-bold">
        会員と会費
      </h2>
      <DataTable
        caption="会員と会費"
        columns={[...memberColumns, ...moneyColumns(year)]}
        rows={year.kinds}
        rowKey={({ duesKindId }) => duesKindId}
        phone="cards"
      />
    </section>
  )
}

const memberColumns: readonly Column<DuesYearKind>[] = [
  { id: 'name', header: '会員種別', isRowHeader: true, cell: ({ name }) => name, footer: '合計' },
  { id: 'members', header: '会員数', align: 'end', cell: ({ now, payer }) => membersOf(now.members, payer) },
  { id: 'lastMembers', header: '前年', align: 'end', cell: ({ last, payer }) => membersOf(last.members, payer) },
  { id: 'units', header: '口数', align: 'end', cell: ({ now }) => unitsOf(now.units) },
  { id: 'lastUnits', header: '口数の前年', align: 'end', cell: ({ last }) => unitsOf(last.units) },
]

function membersOf(members: number, payer: DuesYearKind['payer']): string {
  return `${groupDigits(members)}${memberCounter(payer)}`
}

function unitsOf(units: number | null): string {
  return units === null ? '—' : groupDigits(units)
}

function moneyColumns({ cut, kinds }: DuesYear): Column<DuesYearKind>[] {
  const total = totalOfKinds(kinds)
  const link = (side: 'this' | 'last', { duesKindId, name, ...sides }: DuesYearKind) => (
    <FigureLink
      amountYen={side === 'this' ? sides.now.receivedYen : sides.last.receivedYen}
      filter={duesFigureFilter({ cut, side, duesKindId }) ?? {}}
      label={`${name} ${side === 'this' ? '今年度' : '前年同日'}`}
    />
  )
  const sum = (side: 'this' | 'last') => (
    <FigureLink
      amountYen={side === 'this' ? total.nowYen : total.lastYen}
      filter={duesFigureFilter({ cut, side, duesKindId: undefined }) ?? {}}
      label={`会費の合計 ${side === 'this' ? '今年度' : '前年同日'}`}
    />
  )
  return [
    { id: 'now', header: '会費（円）', align: 'end', cell: (kind) => link('this', kind), footer: sum('this') },
    { id: 'last', header: '前年（円）', align: 'end', cell: (kind) => link('last', kind), footer: sum('last') },
    {
      id: 'change',
      header: '差（円）',
      align: 'end',
      cell: (kind) => formatYenDelta(changeYen(kind)),
      footer: formatYenDelta(total.changeYen),
    },
    {
      id: 'yearOnYear',
      header: '前年比',
      align: 'end',
      cell: ({ now, last }) => formatYearOnYear(now.receivedYen, last.receivedYen),
      footer: formatYearOnYear(total.nowYen, total.lastYen),
    },
  ]
}

/** 還元金 that was paid of the year's dues; left out where neither year has any. */
export function YearShareBack({ year: { cut, shareBack } }: { year: DuesYear }) {
  if (shareBack.length === 0) return null
  const link = (side: 'now' | 'last', { accountId, accountName, nowYen, lastYen }: DuesYearShareBack) => (
    <FigureLink
      amountYen={side === 'now' ? nowYen : lastYen}
      filter={shareBackFilter(cut, side, accountId)}
      label={`還元金 ${accountName} ${side === 'now' ? '今年度' : '前年同日'}`}
    />
  )
  const columns: Column<DuesYearShareBack>[] = [
    { id: 'account', header: '科目', isRowHeader: true, cell: ({ accountName }) => accountName },
    { id: 'now', header: '支払額（円）', align: 'end', cell: (row) => link('now', row) },
    { id: 'last', header: '前年（円）', align: 'end', cell: (row) => link('last', row) },
    {
      id: 'change',
      header: '差（円）',
      align: 'end',
      cell: ({ nowYen, lastYen }) => formatYenDelta(addYen(nowYen, negateYen(lastYen))),
    },
    { id: 'yearOnYear', header: '前年比', align: 'end', cell: ({ nowYen, lastYen }) => formatYearOnYear(nowYen, lastYen) },
  ]
  return (
    <section aria-labelledby="year-share-back">
      <h2 id="year-share-back" className="mb-1 text-[1.125rem] font-bold">
        還元金（支払済み）
      </h2>
      <DataTable caption="還元金" columns={columns} rows={shareBack} rowKey={({ accountId }) => accountId} phone="cards" />
    </section>
  )
}
