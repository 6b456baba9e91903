import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { allocationStanding, sumOfStandings, reportStateOf } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { figureLook, TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { Allocation } from './allocations-page.tsx'

interface AllocationsTableProps extends MomentSearch {
  readonly allocations: readonly Allocation[]
  readonly today: LocalDate
  readonly isRefreshing: boolean
}

/** Each 配分金 of a year with its sums. */
export function AllocationsTable({ allocations, today, postedUntil, isRefreshing }: AllocationsTableProps) {
  return (
    <DataTable caption="配分金" columns={columnsOf(allocations, { today, postedUntil })} rows={allocations} rowKey={({ allocationId }) => allocationId} phone="cards"
      isRefreshing={isRefreshing}
      empty={
        <EmptyState title="この年度に交付された配分金はまだありません" icon="yen">
          共同募金会から決定の通知が届いたら、「配分金を追加する」から決定額を記録します。
        </EmptyState>
      } />
  )
}

function columnsOf(allocations: readonly Allocation[], { today, postedUntil }: MomentSearch & { readonly today: LocalDate }): Column<Allocation>[] {
  const total = sumOfStandings(allocations.map(allocationStanding))
  const sum = (figure: keyof typeof total) => formatYenDelta(total[figure])
  const cell = (figure: keyof typeof total) => (allocation: Allocation) => formatYenDelta(allocationStanding(allocation)[figure])
  return [
    { id: 'name', header: '配分金', isRowHeader: true, cell: (allocation) => <Named {...{ allocation, postedUntil }} />, footer: '合計' },
    { id: 'source', header: '原資', cell: (allocation) => <Source allocation={allocation} /> },
    { id: 'decidedOn', header: '決定日', isWideOnly: true, cell: ({ decidedOn }) => <span className="figures">{formatLocalDateShort(decidedOn)}</span> },
    { id: 'decided', header: '決定額（円）', align: 'end', cell: cell('decidedYen'), footer: sum('decidedYen') },
    { id: 'received', header: '受入額（円）', align: 'end', cell: (allocation) => <Received {...{ allocation, postedUntil }} />, footer: <ReceivedTotal {...{ allocations, postedUntil }} amount={sum('receivedYen')} /> },
    { id: 'used', header: '使途の額（円）', align: 'end', cell: cell('usedYen'), footer: sum('usedYen') },
    { id: 'remaining', header: '残り（円）', align: 'end', cell: cell('remainingYen'), footer: sum('remainingYen') },
    { id: 'reports', header: '使途の報告', cell: (allocation) => <Reports allocation={allocation} today={today} /> },
  ]
}

function Named({ allocation: { allocationId, name, fundingSourceName, closedOn }, postedUntil }: MomentSearch & { readonly allocation: Allocation }) {
  return (
    <>
      <AppLink to="/chest/allocations/$allocationId" params={{ allocationId }} search={{ postedUntil }}>{name}</AppLink> {closedOn !== null && <StatusChip>使用終了</StatusChip>}
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{fundingSourceName}</span>
    </>
  )
}

/** Opens the postings behind it. */
function Received({ allocation, postedUntil }: MomentSearch & { readonly allocation: Allocation }) {
  const amount = formatYenDelta(allocationStanding(allocation).receivedYen)
  if (allocation.receipts.length === 0) return amount
  const { allocationId, name } = allocation
  return <FigureLink href={entriesHref({ allocationId, postedUntil })} label={`${name} 受入額 ${amount}円の内訳`}>{amount}</FigureLink>
}

/** All allocations of a table are given in the same year. */
function ReceivedTotal({ allocations, amount, postedUntil }: MomentSearch & { readonly allocations: readonly Allocation[]; readonly amount: string }) {
  const [first] = allocations
  if (first === undefined || allocations.every(({ receipts }) => receipts.length === 0)) return amount
  return <FigureLink href={entriesHref({ allocationYear: first.fiscalYear, postedUntil })} label={`受入額の合計 ${amount}円の内訳`}>{amount}</FigureLink>
}

function FigureLink({ href, label, children }: { href: string; label: string; children: string }) {
  return <TextLink href={href} aria-label={label} className={figureLook}>{children}</TextLink>
}

function Source({ allocation: { sourceYear, drive, label } }: { allocation: Allocation }) {
  return (
    <>
      <span className="whitespace-nowrap">{formatFiscalYear(sourceYear)}</span> {driveKindNames[drive]}
      {label !== '' && <span className="block text-[0.8125rem] text-ink-sub">{label}</span>}
    </>
  )
}

function Reports({ allocation: { uses }, today }: { allocation: Allocation; today: LocalDate }) {
  const states = uses.map((use) => reportStateOf(use, today))
  const count = (wanted: (typeof states)[number]) => states.filter((state) => state === wanted).length
  if (uses.length === 0) return '—'
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span className="figures">{`${count('reported')}／${uses.length}件`}</span>
      {count('overdue') > 0 && <StatusChip tone="warning">{`期限を過ぎたもの${count('overdue')}件`}</StatusChip>}
    </span>
  )
}
