import type { DuesProgressRow, DuesSums } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import { duesStatusNames, type DuesStatus } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen } from '@sasaeai/domain/money/yen'
import { BarCell } from '@sasaeai/ui/bar-cell'
import type { Column } from '@sasaeai/ui/data-table'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import { AreaNameCell, type Folding } from './area-name-cell.tsx'
import { type ProgressView, receivedFilter } from './progress-view.ts'

/** The columns that tell a kind best: households where households pay, members and 口 where members do. */
export function progressColumns(view: ProgressView, folding: Folding): Column<DuesProgressRow>[] {
  return [
    { id: 'name', header: '地域', isRowHeader: true, cell: (row) => <AreaNameCell {...{ row, folding }} postedUntil={view.cut.postedUntil} />, footer: '計' },
    { id: 'status', header: '状況', cell: (row) => <StatusCell row={row} /> },
    ...amountColumns(view),
    ...(view.households === null ? [] : householdColumns(view)),
    ...(view.hasMemberColumn ? memberColumns(view) : []),
  ]
}

function householdColumns(view: ProgressView): Column<DuesProgressRow>[] {
  const { whole, allHouseholds } = view
  return [
    {
      id: 'households',
      header: '世帯',
      align: 'end',
      cell: (row) => householdsOrMembers(row, view),
      footer: ofAll(whole.paidHouseholds, allHouseholds),
    },
    {
      id: 'rate',
      header: '加入率',
      align: 'end',
      cell: (row) => formatRatio(row.paidHouseholds, row.households),
      footer: formatRatio(whole.paidHouseholds, allHouseholds),
    },
  ]
}

/** Members who pay 世帯 dues by themselves are counted by name: there are no households to hold them against. */
function householdsOrMembers(row: DuesProgressRow, { kind, hasMemberColumn }: ProgressView): string {
  if (row.households === null && row.askedMembers > 0 && kind !== undefined && !hasMemberColumn) return `会員 ${ofAll(row.paidMembers, row.askedMembers)}`
  return row.paidHouseholds === 0 && row.households === null ? '—' : ofAll(row.paidHouseholds, row.households)
}

function memberColumns({ whole, kind }: ProgressView): Column<DuesProgressRow>[] {
  const members: Column<DuesProgressRow> = {
    id: 'members',
    header: '会員',
    align: 'end',
    cell: (row) => (row.askedMembers === 0 ? '—' : ofAll(row.paidMembers, row.askedMembers)),
    footer: ofAll(whole.paidMembers, whole.askedMembers),
  }
  if (kind?.unit !== 'unit') return [members]
  const units: Column<DuesProgressRow> = {
    id: 'units',
    header: '口数',
    align: 'end',
    cell: (row) => (row.askedUnits === 0 ? '—' : groupDigits(row.askedUnits)),
    footer: groupDigits(whole.askedUnits),
  }
  return [members, units]
}

function amountColumns(view: ProgressView): Column<DuesProgressRow>[] {
  const { whole } = view
  return [
    {
      id: 'received',
      header: '納入額',
      align: 'end',
      cell: (row) => <Received {...{ view, row, side: 'this' }} />,
      footer: <Received {...{ view, side: 'this' }} />,
    },
    {
      id: 'expected',
      header: '目安額',
      align: 'end',
      cell: (row) => (row.status === 'unasked' ? '—' : formatYenDelta(row.expectedYen)),
      footer: formatYenDelta(whole.expectedYen),
    },
    {
      id: 'bar',
      header: '目安まで',
      isWideOnly: true,
      cell: ({ expectedYen, receivedYen, lastYen }) =>
        expectedYen <= 0 ? null : <BarCell isShort share={receivedYen / expectedYen} markShare={lastYen / expectedYen} />,
    },
    {
      id: 'last',
      header: '去年同日',
      align: 'end',
      cell: (row) => <Received {...{ view, row, side: 'last' }} />,
      footer: <Received {...{ view, side: 'last' }} />,
    },
    {
      id: 'change',
      header: '増減',
      align: 'end',
      cell: (row) => changeOf(row),
      footer: changeOf(whole),
    },
  ]
}

interface ReceivedProps {
  readonly view: ProgressView
  readonly side: 'this' | 'last'
  /** The whole council where no line is named. */
  readonly row?: DuesProgressRow
}

/** What came in, with the entries behind it. */
function Received({ view, side, row }: ReceivedProps) {
  const { receivedYen, lastYen } = row ?? view.whole
  const amountYen = side === 'this' ? receivedYen : lastYen
  const filter = receivedFilter(view, side, row)
  if (filter === null || amountYen === 0) return formatYenDelta(amountYen)
  return <FigureLink {...{ amountYen, filter }} label={`${row?.name ?? '計'} ${side === 'this' ? '今年度' : '去年同日'}`} />
}

function changeOf({ receivedYen, lastYen }: DuesSums): string {
  return formatYenDelta(addYen(receivedYen, negateYen(lastYen)))
}

function ofAll(part: number, all: number | null): string {
  return `${groupDigits(part)}／${all === null ? '—' : groupDigits(all)}`
}

export const duesStatusTones: Record<DuesStatus, ChipTone> = {
  paid: 'success',
  partial: 'accent',
  unpaid: 'warning',
  unasked: 'neutral',
}

/** The status of a lowest area; of those above it, how many below have brought anything. */
function StatusCell({ row }: { row: DuesProgressRow }) {
  if (row.children.length === 0) return <StatusChip tone={duesStatusTones[row.status]}>{duesStatusNames[row.status]}</StatusChip>
  const { paid, partial, unpaid } = row.lowest
  if (paid + partial + unpaid === 0) return <span className="text-ink-sub">{duesStatusNames.unasked}</span>
  return (
    <span className="text-[0.875rem] whitespace-nowrap text-ink-sub">
      納入あり {paid + partial}／{paid + partial + unpaid}
    </span>
  )
}
