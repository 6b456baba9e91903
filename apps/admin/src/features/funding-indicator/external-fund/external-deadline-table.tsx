import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { daysLeftWords, type ExternalDeadline, externalDeadlines, reminderDays } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../../app/app-link.tsx'
import type { ExternalCall, ExternalFunds } from './external-funds-page.tsx'

type Deadline = ExternalDeadline<ExternalCall>

/** 期限の近いもの: what has to be applied for or reported soon, or should have been. */
export function ExternalDeadlineTable({ funds: { calls, today } }: { funds: ExternalFunds }) {
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="mb-1 text-[1.125rem] font-bold">期限の近いもの</h2>
      <p className="mb-3 text-[0.875rem] text-ink-sub">{reminderDays}日以内の締切と報告期限、過ぎて済んでいないものです。</p>
      <DataTable caption="期限の近いもの" columns={columns} rows={externalDeadlines(calls, today)} phone="cards"
        rowKey={({ what, call, application }) => `${what}${call.callId}${application?.applicationId ?? ''}`}
        empty={<EmptyState title="期限の近いものはありません">募集の締切や報告期限が近づくと、ここに並びます。</EmptyState>} />
    </section>
  )
}

const columns: Column<Deadline>[] = [
  { id: 'call', header: '募集', isRowHeader: true, isText: true, cell: ({ call, application }) => (
    <>
      <AppLink to="/external-funds/$callId" params={{ callId: call.callId }} search={{ application: application?.applicationId }}>{call.name}</AppLink>
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{call.funder}{application !== null && `　${application.projectName}`}</span>
    </>
  ) },
  { id: 'what', header: 'すること', cell: ({ what }) => (what === 'apply' ? '申込み' : '報告') },
  { id: 'due', header: '期限', cell: ({ dueOn }) => <span className="figures">{formatLocalDateShort(dueOn)}</span> },
  { id: 'left', header: '残り', cell: ({ daysLeft }) => <StatusChip tone={daysLeft < 0 ? 'error' : daysLeft <= 7 ? 'warning' : 'neutral'}>{daysLeftWords(daysLeft)}</StatusChip> },
  { id: 'who', header: '担当', cell: ({ application }) => application?.responsibleName ?? '—' },
]
