import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { daysLeftWords, type ExternalDeadline, externalDeadlines, reminderDays } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { reminderDaysWords } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder-days'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import type { ExternalCall, ExternalFunds } from './external-funds-page.tsx'

const ReportReminderDialog = lazy(async () => ({ default: (await import('./report-reminder-dialog.tsx')).ReportReminderDialog }))

type Deadline = ExternalDeadline<ExternalCall>

/** 期限の近いもの: what has to be applied for or reported soon, or should have been. */
export function ExternalDeadlineTable({ funds: { calls, today, reminder } }: { funds: ExternalFunds }) {
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="mb-1 text-[1.125rem] font-bold">期限の近いもの</h2>
      <p className="mb-3 text-[0.875rem] text-ink-sub">{reminderDays}日以内の締切と報告期限、過ぎて済んでいないものです。</p>
      <DataTable caption="期限の近いもの" columns={columns} rows={externalDeadlines(calls, today)} phone="cards"
        rowKey={({ what, call, application }) => `${what}${call.callId}${application?.applicationId ?? ''}`}
        empty={<EmptyState title="期限の近いものはありません">募集の締切や報告期限が近づくと、ここに並びます。</EmptyState>} />
      <ReminderLine reminder={reminder} />
    </section>
  )
}

/** When people are mailed of reports that are due, which whoever keeps ground data can change. */
function ReminderLine({ reminder }: Pick<ExternalFunds, 'reminder'>) {
  const mayManage = useMayDo('ground.manage')
  const [isOpen, setOpen] = useState(false)
  const words = reminderDaysWords(reminder.reportReminderDays)
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.875rem] print-hidden">
      <p>{words === '' ? '報告の担当へのメールのお知らせは、送らないことにしています。' : `報告の担当には、${words}にメールでお知らせします。`}</p>
      {mayManage && <Button variant="quiet" size="small" className="max-sm:-ml-3" onClick={() => setOpen(true)}>お知らせの日を変える</Button>}
      <Suspense>{isOpen && <ReportReminderDialog reminder={reminder} onClose={() => setOpen(false)} />}</Suspense>
    </div>
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
