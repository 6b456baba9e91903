import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import {
  type CampaignUnderGoal, type ExecutivePage, type HeldMoney, type MembersLost, missingOf, type ReportDue,
} from '@sasaeai/domain/funding-indicator/executive/executive-page'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatAttainment, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { figureLook } from '@sasaeai/ui/text-link'
import type { ReactNode } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { FigureLink } from '../figure-link.tsx'
import type { ExecutiveSearch } from './executive-search.ts'

/** 気をつけること: goals that are not reached, money held, members who left, and reports that somebody owes. */
export function RiskSections({ page, search }: { readonly page: ExecutivePage; readonly search: ExecutiveSearch }) {
  const { postedUntil } = search
  const { cut, campaigns, custody, members, reports } = page
  return (
    <div className="grid items-start gap-8 xl:grid-cols-2 print:grid-cols-2 print:gap-4">
      <Risk title="目標に届いていない運動" isWide none="目標に届いていない運動はありません。" rows={campaigns} columns={campaignColumns(cut, search)} keyOf={({ campaignId }) => campaignId} />
      <Risk title="預かっているお金" none="預かっているお金はありません。" rows={custody} columns={custodyColumns(cut, search)} keyOf={({ campaignId }) => campaignId} />
      <Risk title="会員の退会と、まだ納入のない継続会員" none="世帯のほかに会員種別がありません。" rows={members} columns={memberColumns(cut, search)} keyOf={({ duesKindId }) => duesKindId} />
      <Risk title={postedUntil !== undefined ? '提出を待っている報告（3か月以内、いまの登録）' : '提出を待っている報告（3か月以内）'} isWide none="3か月以内に期限の来る報告はありません。" rows={reports} columns={reportColumns} keyOf={({ id, dueOn, externalApplicationId }) => `${id} ${dueOn} ${externalApplicationId ?? ''}`} />
    </div>
  )
}

interface RiskProps<Row> {
  readonly title: string
  readonly none: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** Its columns want more than half of the page. */
  readonly isWide?: boolean
}

function Risk<Row>({ title, none, rows, columns, keyOf, isWide = false }: RiskProps<Row>) {
  return (
    <section className={`min-w-0 print:break-inside-avoid ${isWide ? 'xl:col-span-2 print:col-span-2' : ''}`}>
      <h3 className="mb-1 text-[1.125rem] font-bold print:text-[0.8125rem]">{title}</h3>
      {rows.length === 0 ? <p className="text-[0.9375rem] text-ink-sub">{none}</p> : <DataTable caption={title} columns={columns} rows={rows} rowKey={keyOf} phone="cards" />}
    </section>
  )
}

function campaignColumns(cut: FundingCut, { postedUntil }: ExecutiveSearch): Column<CampaignUnderGoal>[] {
  return [
    { id: 'name', header: '運動', isRowHeader: true, cell: ({ campaignId, name }) => <AppLink to="/chest/$campaignId" params={{ campaignId }} search={{ postedUntil }}>{name}</AppLink> },
    { id: 'collected', header: '実績（円）', align: 'end', cell: ({ campaignId, name, collectedYen }) => <FigureLink amountYen={collectedYen} filter={figureFilter(cut, 'this', { campaignId })} label={`${name} 実績`} /> },
    { id: 'attainment', header: '達成率', align: 'end', cell: ({ collectedYen, goalYen }) => formatAttainment(collectedYen, goalYen) },
    { id: 'missing', header: '目標まで（円）', align: 'end', cell: (row) => formatYenDelta(missingOf(row)) },
    { id: 'yearOnYear', header: '前年比', align: 'end', isWideOnly: true, cell: ({ collectedYen, lastCollectedYen }) => formatYearOnYear(collectedYen, lastCollectedYen) },
    { id: 'closes', header: '最終日', align: 'end', cell: ({ closesOn }) => formatLocalDateShort(closesOn) },
  ]
}

function custodyColumns(cut: FundingCut, { postedUntil }: ExecutiveSearch): Column<HeldMoney>[] {
  return [
    { id: 'name', header: '運動', isRowHeader: true, cell: ({ campaignId, name, fiscalYear }) => (
      <AppLink to="/chest/custody/$campaignId" params={{ campaignId }} search={{ postedUntil }}>{name}{fiscalYear === cut.fiscalYear ? '' : `（${formatFiscalYear(fiscalYear)}）`}</AppLink>
    ) },
    { id: 'held', header: '預り残高（円）', align: 'end', cell: ({ campaignId, name, heldYen }) => (
      <AppLink to="/chest/custody/$campaignId" params={{ campaignId }} search={{ postedUntil }} aria-label={`${name} 預り残高 ${formatYenDelta(heldYen)}円の内訳`} className={figureLook}>{formatYenDelta(heldYen)}</AppLink>
    ) },
    { id: 'days', header: '最も古い分', align: 'end', cell: ({ days }) => `${groupDigits(days)}日` },
    { id: 'deadline', header: '送金の期限', align: 'end', cell: ({ deadline, isLate }) => <Due day={deadline} isLate={isLate} /> },
  ]
}

function memberColumns({ lastYear, lastAsOf }: FundingCut, { asOf, postedUntil }: ExecutiveSearch): Column<MembersLost>[] {
  return [
    { id: 'name', header: '会員種別', isRowHeader: true, cell: ({ name }) => name },
    { id: 'left', header: '今年度の退会', align: 'end', cell: ({ duesKindId, name, left, counter }) => (
      <AppLink to="/dues/members" search={{ duesKindId, state: 'left', asOf, postedUntil }} aria-label={`${name} 今年度の退会 ${groupDigits(left)}${counter}の一覧`} className={figureLook}>{groupDigits(left)}{counter}</AppLink>
    ) },
    { id: 'lastLeft', header: '前年同日', align: 'end', cell: ({ duesKindId, name, lastLeft, counter }) => (
      <AppLink to="/dues/members" search={{ fiscalYear: lastYear, duesKindId, state: 'left', asOf: lastAsOf, postedUntil }} aria-label={`${name} 前年同日までの退会 ${groupDigits(lastLeft)}${counter}の一覧`} className={figureLook}>{groupDigits(lastLeft)}{counter}</AppLink>
    ) },
    { id: 'now', header: '会員', align: 'end', cell: ({ duesKindId, name, now, counter }) => (
      <AppLink to="/dues/members" search={{ duesKindId, asOf, postedUntil }} aria-label={`${name} 会員 ${groupDigits(now)}${counter}の一覧`} className={figureLook}>{groupDigits(now)}{counter}</AppLink>
    ) },
    { id: 'unrenewed', header: '継続でまだ納入なし', align: 'end', cell: ({ duesKindId, name, unrenewed, counter }) => (
      <AppLink to="/dues/members" search={{ duesKindId, state: 'continuing', payment: 'unpaid', asOf, postedUntil }} aria-label={`${name} 継続でまだ納入のない会員 ${groupDigits(unrenewed)}${counter}の一覧`} className={figureLook}>{groupDigits(unrenewed)}{counter}</AppLink>
    ) },
  ]
}

const reportColumns: Column<ReportDue>[] = [
  { id: 'name', header: '報告', isRowHeader: true, cell: (report) => <ReportName {...report} /> },
  { id: 'reports', header: '残り', align: 'end', cell: (report) => <ReportsLeft {...report} /> },
  { id: 'due', header: '期限', align: 'end', cell: ({ dueOn, isLate }) => <Due day={dueOn} isLate={isLate} /> },
]

function ReportName({ kind, id, externalApplicationId, name }: ReportDue): ReactNode {
  if (kind === 'grant') return <AppLink to="/grants/$callId" params={{ callId: id }}>{name}</AppLink>
  if (kind === 'allocation_use') return <AppLink to="/chest/allocations/$allocationId" params={{ allocationId: id }}>{name}（使途）</AppLink>
  return <AppLink to="/external-funds/$callId" params={{ callId: id }} search={{ application: externalApplicationId ?? undefined }}>{name}（外部資金）</AppLink>
}

/** How many there are; of a grant, those who owe one. */
function ReportsLeft({ kind, id, externalApplicationId, name, reports }: ReportDue): ReactNode {
  const count = `${groupDigits(reports)}件`
  const label = `${name} 残り${count}の一覧`
  if (kind === 'grant') return <AppLink to="/grants/$callId" params={{ callId: id }} search={{ tab: 'applications', isOwing: true }} aria-label={label} className={figureLook}>{count}</AppLink>
  if (kind === 'allocation_use') return <AppLink to="/chest/allocations/$allocationId" params={{ allocationId: id }} hash="uses" aria-label={label} className={figureLook}>{count}</AppLink>
  return <AppLink to="/external-funds/$callId" params={{ callId: id }} search={{ application: externalApplicationId ?? undefined }} aria-label={label} className={figureLook}>{count}</AppLink>
}

function Due({ day, isLate }: { day: Parameters<typeof formatLocalDateShort>[0]; isLate: boolean }): ReactNode {
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-1.5 xl:flex-nowrap xl:whitespace-nowrap">
      {isLate && <StatusChip tone="warning">期限を過ぎています</StatusChip>}
      {formatLocalDateShort(day)}
    </span>
  )
}
