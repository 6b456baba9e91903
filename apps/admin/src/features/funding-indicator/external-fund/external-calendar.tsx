import { formatLocalDateShort, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { externalApplicationStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import { externalCallKindNames, externalCallKinds } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { externalCallState, externalCallStateNames, externalCallStates } from '@sasaeai/domain/funding-indicator/external-fund/external-call-state'
import { daysLeftWords } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { formatYen } from '@sasaeai/domain/money/yen'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { ExternalFundSearch } from './external-fund-search.ts'
import type { ExternalCall, ExternalFunds } from './external-funds-page.tsx'

/** The calls by the month of their deadlines: first those to come, the nearest on top, then those that are over. */
export function ExternalCalendar({ funds: { calls, today } }: { funds: ExternalFunds }) {
  const search = useSearch({ from: '/staff/external-funds' })
  const { state, kind, postedUntil } = search
  const shown = calls.filter((call) => (state === undefined || externalCallState(call, today) === state) && (kind === undefined || call.kind === kind))
  const coming = shown.filter(({ deadlineOn }) => deadlineOn >= today).toReversed()
  const over = shown.filter(({ deadlineOn }) => deadlineOn < today)
  return (
    <>
      <Filter search={search} />
      {shown.length === 0 && (
        <EmptyState title={calls.length === 0 ? '募集はまだありません' : '条件に合う募集はありません'}>
          {calls.length === 0 ? '「募集を追加する」から、助成金・公募の締切やテーマを登録します。' : '状況か種類を「すべて」にすると、ほかの募集が並びます。'}
        </EmptyState>
      )}
      <Months heading="これからの締切" calls={coming} {...{ today, postedUntil }} />
      <Months heading="過ぎた締切" calls={over} {...{ today, postedUntil }} />
    </>
  )
}

function Filter({ search }: { search: ExternalFundSearch }) {
  const navigate = useNavigate()
  const show = (change: ExternalFundSearch) => void navigate({ to: '/external-funds', search: { ...search, ...change }, replace: true })
  return (
    <search className="mb-6 flex flex-wrap gap-4 print-hidden">
      <SelectField label="状況" emptyLabel="すべて" width="short" value={search.state ?? ''} options={externalCallStates.map((value) => ({ value, label: externalCallStateNames[value] }))}
        onChange={(event) => show({ state: choiceIn(externalCallStates, event.currentTarget.value) })} />
      <SelectField label="種類" emptyLabel="すべて" width="short" value={search.kind ?? ''} options={externalCallKinds.map((value) => ({ value, label: externalCallKindNames[value] }))}
        onChange={(event) => show({ kind: choiceIn(externalCallKinds, event.currentTarget.value) })} />
    </search>
  )
}

interface MonthsProps extends MomentSearch {
  readonly heading: string
  readonly calls: readonly ExternalCall[]
  readonly today: LocalDate
}

function Months({ heading, calls, today, postedUntil }: MonthsProps) {
  if (calls.length === 0) return null
  const months = Map.groupBy(calls, ({ deadlineOn }) => localDate(`${deadlineOn.slice(0, 7)}-01`))
  return (
    <section className="mb-10">
      <h2 className="mb-4 text-[1.125rem] font-bold">{heading}</h2>
      {/* The columns of all months stand below each other. */}
      <div className="flex flex-col gap-6 sm:[&_table]:table-fixed sm:[&_thead_th:first-child]:w-[26%] print:[&_table]:table-fixed print:[&_thead_th:first-child]:w-[26%]">
        {[...months].map(([month, of]) => (
          <section key={month}>
            <h3 className="mb-1 font-bold">{formatLocalMonth(month)}</h3>
            <DataTable caption={`${formatLocalMonth(month)}が締切の募集`} columns={columnsOf(today, postedUntil)} rows={of} rowKey={({ callId }) => callId} phone="cards" />
          </section>
        ))}
      </div>
    </section>
  )
}

const tones = { coming: 'neutral', open: 'accent', ended: 'neutral', passed: 'neutral' } as const

function columnsOf(today: LocalDate, postedUntil: MomentSearch['postedUntil']): Column<ExternalCall>[] {
  return [
    { id: 'name', header: '募集', isRowHeader: true, isText: true, cell: ({ callId, name, funder }) => (
      <>
        <AppLink to="/external-funds/$callId" params={{ callId }} search={{ postedUntil }}>{name}</AppLink>
        <span className="block text-[0.8125rem] font-normal text-ink-sub">{funder}</span>
      </>
    ) },
    { id: 'kind', header: '種類', cell: ({ kind }) => externalCallKindNames[kind] },
    { id: 'theme', header: 'テーマ', cell: ({ theme }) => theme || '—' },
    { id: 'deadline', header: '締切', cell: (call) => <Deadline call={call} today={today} /> },
    { id: 'amount', header: '上限額（円）', align: 'end', cell: ({ amountYen }) => (amountYen === null ? '—' : formatYen(amountYen)) },
    { id: 'state', header: '状況', cell: (call) => <StatusChip tone={tones[externalCallState(call, today)]}>{externalCallStateNames[externalCallState(call, today)]}</StatusChip> },
    { id: 'applications', header: '申込', cell: ({ applications }) => (applications.length === 0 ? '—' : applications.map(({ state }) => externalApplicationStateNames[state]).join('・')) },
  ]
}

function Deadline({ call, today }: { call: ExternalCall; today: LocalDate }) {
  const state = externalCallState(call, today)
  return (
    <>
      <span className="figures">{formatLocalDateShort(call.deadlineOn)}</span>
      {(state === 'open' || state === 'coming') && <span className="block text-[0.8125rem] text-ink-sub">{daysLeftWords(daysBetween(today, call.deadlineOn))}</span>}
    </>
  )
}
