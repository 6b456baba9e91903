import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { pledgeSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import type { PledgeId } from '@sasaeai/domain/ids'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'
import { EndPledgeDialog, ReplanDialog } from './change-pledge-dialogs.tsx'
import { InstalmentChip, type Pledge } from './pledge-columns.tsx'

/** One promise: its instalments, and the gifts that came. */
export function PledgePage() {
  const { pledgeId } = useParams({ from: '/staff/donations/pledges/$pledgeId' })
  const known = pledgeSchema.safeParse({ pledgeId })
  return known.success ? <KnownPledge pledgeId={known.data.pledgeId} /> : <EmptyState title="予約が見つかりません">一覧から選び直してください。</EmptyState>
}

function KnownPledge({ pledgeId }: { pledgeId: PledgeId }) {
  const pledge = useQuery(trpc.donation.pledge.get.queryOptions({ pledgeId }))
  if (pledge.isError) return <PageError reset={() => void pledge.refetch()} />
  if (pledge.data === undefined) return <LoadingSkeleton lines={8} />
  const { supporterId, supporterName, kind, fundName, pledgedOn, channelName, staff, note, endedOn, endReason, instalments } = pledge.data
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader title={`${supporterName}の予約`} crumbs={[{ label: '予約・分割', href: '/admin/donations/pledges' }, { label: supporterName }]}
          status={endedOn !== null && <StatusChip>終了</StatusChip>} actions={<PledgeActs pledge={pledge.data} />} />
      </div>
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3">
        <StatFigure label="予定額" value={formatYen(sumYen(instalments.map(({ plannedYen }) => plannedYen)))} unit="円" note={`${instalments.length}回`} />
        <StatFigure label="受領額" value={formatYen(sumYen(instalments.map(({ receivedYen }) => receivedYen)))} unit="円" />
        <StatFigure label="種類" value={donationKindNames[kind]} />
      </div>
      <Instalments pledge={pledge.data} />
      <DetailList lines={[
        ['使いみち', fundName ?? '社協におまかせ'], ['申込日', formatLocalDate(pledgedOn)], ['きっかけ', channelName ?? ''], ['担当', staff], ['備考', note],
        ...(endedOn === null ? [] : [['終了', `${formatLocalDate(endedOn)}${endReason === '' ? '' : `（${endReason}）`}`] as const]),
      ]} />
      <p className="print-hidden"><AppLink to="/supporters/$supporterId" params={{ supporterId }}>支援者のページ</AppLink></p>
    </div>
  )
}

function Instalments({ pledge }: { pledge: Pledge }) {
  const today = useToday()
  return (
    <DataTable
      caption="予約の分割"
      rows={pledge.instalments}
      rowKey={({ instalmentId }) => instalmentId}
      phone="cards"
      columns={[
        { id: 'sequence', header: '回', isRowHeader: true, cell: ({ sequence }) => `${sequence}回目` },
        { id: 'planned', header: '予定日', cell: ({ plannedOn }) => <span className="figures">{formatLocalDateShort(plannedOn)}</span> },
        { id: 'plannedYen', header: '予定額（円）', align: 'end', cell: ({ plannedYen }) => formatYen(plannedYen) },
        {
          id: 'received', header: '受領額（円）', align: 'end',
          cell: ({ receivedYen, entryId }) => (entryId === null ? '—' : <AppLink to="/donations/$entryId" params={{ entryId }}>{formatYen(receivedYen)}</AppLink>),
        },
        { id: 'receivedOn', header: '受領日', cell: ({ receivedOn }) => (receivedOn === null ? '' : <span className="figures">{formatLocalDateShort(receivedOn)}</span>) },
        { id: 'state', header: '状況', cell: (instalment) => <InstalmentChip line={{ ...instalment, endedOn: pledge.endedOn }} today={today} /> },
      ]}
    />
  )
}

function PledgeActs({ pledge }: { pledge: Pledge }) {
  const mayWrite = useMayDo('donation.write')
  const resume = useMutation(trpc.donation.pledge.resume.mutationOptions())
  const run = useRunCommand()
  const [open, setOpen] = useState<'replan' | 'end'>()
  if (!mayWrite) return null
  const { pledgeId, revision, endedOn } = pledge
  if (endedOn !== null) return <Button icon="undo" onClick={() => void run(() => resume.mutateAsync({ pledgeId, revision }), { done: '予約の終了を取り消しました' })}>終了を取り消す</Button>
  return (
    <>
      <Button icon="pencil" onClick={() => setOpen('replan')}>残りを立て直す</Button>
      <Button onClick={() => setOpen('end')}>予約を終了する</Button>
      {open === 'replan' && <ReplanDialog pledge={pledge} onClose={() => setOpen(undefined)} />}
      {open === 'end' && <EndPledgeDialog pledge={pledge} onClose={() => setOpen(undefined)} />}
    </>
  )
}
