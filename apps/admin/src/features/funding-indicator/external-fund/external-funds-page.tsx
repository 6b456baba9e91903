import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { Button } from '@sasaeai/ui/button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { Tabs } from '@sasaeai/ui/tabs'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Answered } from '../../../app/answered.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PageMoment } from '../page-moment.tsx'
import { ExternalApplicationsTable } from './external-applications-table.tsx'
import { ExternalCalendar } from './external-calendar.tsx'
import { ExternalDeadlineTable } from './external-deadline-table.tsx'
import { externalFundTabs } from './external-fund-search.ts'
import { ExternalSuccessTables } from './external-success-tables.tsx'

const ExternalCallDialog = lazy(async () => ({ default: (await import('./external-call-dialog.tsx')).ExternalCallDialog }))

export type ExternalFunds = RouterOutput['externalFund']['list']
export type ExternalCall = ExternalFunds['calls'][number]
export type ExternalApplication = ExternalCall['applications'][number]

/** 外部資金: what is due, the calendar of calls, everything that was applied for, and how much of it was awarded. */
export function ExternalFundsPage() {
  const { postedUntil } = useSearch({ from: '/staff/external-funds' })
  const answer = useQuery({ ...trpc.externalFund.list.queryOptions({ postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.externalFund.export.mutationOptions())
  const mayWrite = useMayDo('externalFund.write') && postedUntil === undefined
  const [isAdding, setAdding] = useState(false)
  const open = useCallToOpen()
  return (
    <>
      <PageHeader title="外部資金" description={postedUntil === undefined ? '助成金・公募の募集から、申込み、決定、入金、報告までをひと続きで管理します。' : `助成金・公募の募集・申込・決定・入金・報告の、${postedUntilWords(postedUntil)}です。`}
        actions={
          <>
            <ExportChoice subject="外部資金" write={(format) => write.mutateAsync({ postedUntil, format })} />
            {mayWrite && <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>募集を追加する</Button>}
          </>
        } />
      <PageMoment postedUntil={postedUntil} />
      <Answered answer={answer}>{(data) => <Funds funds={data} />}</Answered>
      <Suspense>{isAdding && <ExternalCallDialog call={null} onSaved={open} onClose={() => setAdding(false)} />}</Suspense>
    </>
  )
}

function useCallToOpen(): (callId: string) => void {
  const navigate = useNavigate()
  return (callId) => void navigate({ to: '/external-funds/$callId', params: { callId } })
}

function Funds({ funds }: { funds: ExternalFunds }) {
  const { tab = 'calls', postedUntil } = useSearch({ from: '/staff/external-funds' })
  const navigate = useNavigate()
  const show = (next: string) => void navigate({ to: '/external-funds', search: { postedUntil, tab: choiceIn(externalFundTabs, next) }, replace: true })
  const items = [
    { id: 'calls', label: '募集のカレンダー', content: tab === 'calls' && <ExternalCalendar funds={funds} /> },
    { id: 'applications', label: '申込', content: tab === 'applications' && <ExternalApplicationsTable calls={funds.calls} postedUntil={postedUntil} /> },
    { id: 'success', label: '採択率', content: tab === 'success' && <ExternalSuccessTables calls={funds.calls} /> },
  ]
  return (
    <div className="flex flex-col gap-8">
      {postedUntil === undefined && <ExternalDeadlineTable funds={funds} />}
      <Tabs label="外部資金" selectedId={tab} onSelect={show} items={items} />
    </div>
  )
}
