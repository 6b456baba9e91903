import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type ExternalApplicationState, externalApplicationStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import { formatYen, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { ExternalApplication, ExternalCall } from './external-funds-page.tsx'

interface Line {
  readonly call: ExternalCall
  readonly application: ExternalApplication
}

/** Everything that was applied for, with what was awarded and what came. */
export function ExternalApplicationsTable({ calls, postedUntil }: MomentSearch & { readonly calls: readonly ExternalCall[] }) {
  const lines = calls.flatMap((call) => call.applications.map((application) => ({ call, application })))
  const total = (figure: 'requestedYen' | 'awardedYen' | 'receivedYen') => formatYen(sumYen(lines.map(({ application }): Yen => application[figure] ?? yen(0))))
  const columns: Column<Line>[] = [
    { id: 'name', header: '事業名', isRowHeader: true, isText: true, footer: '合計', cell: ({ call, application }) => (
      <>
        <AppLink to="/external-funds/$callId" params={{ callId: call.callId }} search={{ application: application.applicationId, postedUntil }}>{application.projectName}</AppLink>
        <span className="block text-[0.8125rem] font-normal text-ink-sub">{call.funder}　{call.name}</span>
      </>
    ) },
    { id: 'state', header: '状態', cell: ({ application }) => <ApplicationState state={application.state} /> },
    { id: 'applied', header: '申込日', isWideOnly: true, cell: ({ application }) => <Day of={application.appliedOn} /> },
    { id: 'requested', header: '申込額（円）', align: 'end', cell: ({ application }) => <Amount of={application.requestedYen} />, footer: total('requestedYen') },
    { id: 'awarded', header: '決定額（円）', align: 'end', cell: ({ application }) => <Amount of={application.awardedYen} />, footer: total('awardedYen') },
    { id: 'received', header: '入金（円）', align: 'end', cell: ({ application: { awardedYen, receivedYen } }) => <Amount of={awardedYen === null ? null : receivedYen} />, footer: total('receivedYen') },
    { id: 'report', header: '報告期限', cell: ({ application }) => <Report application={application} /> },
    { id: 'who', header: '担当', cell: ({ application }) => application.responsibleName ?? '—' },
  ]
  return (
    <DataTable caption="申込" columns={columns} rows={lines} rowKey={({ application }) => application.applicationId} phone="cards"
      empty={<EmptyState title="申込はまだありません">募集を開いて「申込を追加する」から登録します。</EmptyState>} />
  )
}

const tones: Record<ExternalApplicationState, ChipTone> = { preparing: 'warning', applied: 'accent', awarded: 'success', rejected: 'neutral', withdrawn: 'neutral' }

export function ApplicationState({ state }: { state: ExternalApplicationState }) {
  return <StatusChip tone={tones[state]}>{externalApplicationStateNames[state]}</StatusChip>
}

function Day({ of }: { of: LocalDate | null }) {
  return of === null ? '—' : <span className="figures">{formatLocalDateShort(of)}</span>
}

function Amount({ of }: { of: Yen | null }) {
  return of === null ? '—' : formatYen(of)
}

/** When a report is due, or that it was handed in. */
function Report({ application: { reportDueOn, reportedOn } }: { application: ExternalApplication }) {
  return (
    <>
      <Day of={reportDueOn} />
      {reportedOn !== null && <span className="block text-[0.8125rem] text-ink-sub">{formatLocalDateShort(reportedOn)} 報告済み</span>}
    </>
  )
}
