import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { externalCallKindNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { externalCallState, externalCallStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-state'
import { daysLeftWords } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, sumYen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { ExternalApplicationsOfCall } from './external-applications-of-call.tsx'
import { ExternalReceiptsTable } from './external-receipts-table.tsx'

const ExternalCallDialog = lazy(async () => ({ default: (await import('./external-call-dialog.tsx')).ExternalCallDialog }))
const ExternalApplicationDialog = lazy(async () => ({ default: (await import('./external-application-dialog.tsx')).ExternalApplicationDialog }))

export type ExternalCallInFull = NonNullable<RouterOutput['externalFund']['get']>

/** One 募集 with what was applied for, decided, received and reported. */
export function ExternalCallPage() {
  const callId = id<'ExternalCallId'>(useParams({ from: '/staff/external-funds/$callId' }).callId)
  const { postedUntil } = useSearch({ from: '/staff/external-funds/$callId' })
  const answer = useQuery({ ...trpc.externalFund.get.queryOptions({ callId, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  if (answer.data == null) return <EmptyState title="見つかりません">削除されたのかもしれません。外部資金の一覧からもう一度選んでください。</EmptyState>
  return <InFull full={answer.data} postedUntil={postedUntil} />
}

function InFull({ full, postedUntil }: MomentSearch & { readonly full: ExternalCallInFull }) {
  const router = useRouter()
  const navigate = useNavigate({ from: '/external-funds/$callId' })
  const isNow = postedUntil === undefined
  const { call, today, receipts } = full
  const state = externalCallState(call, today)
  const sum = (figure: 'requestedYen' | 'awardedYen' | 'receivedYen') => sumYen(call.applications.map((each) => each[figure] ?? yen(0)))
  const [awardedYen, receivedYen] = [sum('awardedYen'), sum('receivedYen')]
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={call.name} crumbs={[{ label: '外部資金', href: router.buildLocation({ to: '/external-funds', search: { postedUntil } }).href }, { label: call.name }]}
          description={`${call.funder}　${externalCallKindNames[call.kind]}　${externalCallStateNames[state]}${isNow ? '' : `　${postedUntilWords(postedUntil)}`}`}
          actions={isNow && <CallActs full={full} />} />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {call.passedOn !== null && <NoticeBanner tone="info" title={`${formatLocalDate(call.passedOn)}に見送りました`}>期限の一覧には出ません。申し込むことにしたときは、「編集」で見送りを決めた日を消してください。</NoticeBanner>}
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3 print:gap-4">
        <StatFigure label="申込額" value={formatYen(sum('requestedYen'))} unit="円" note={`申込 ${call.applications.length}件`} />
        <StatFigure label="決定額" value={formatYen(awardedYen)} unit="円" />
        <StatFigure label="入金" value={formatYen(receivedYen)} unit="円" href="#receipts" note={awardedYen > receivedYen ? `残り ${formatYen(sumYen([awardedYen, yen(-receivedYen)]))}円` : undefined} />
      </div>
      <DetailList lines={linesOf(full)} />
      {call.url !== '' && <p className="break-all"><TextLink href={call.url}>募集のホームページ（{call.url}）</TextLink></p>}
      <ExternalApplicationsOfCall full={full} isNow={isNow} />
      <ExternalReceiptsTable receipts={receipts} isNow={isNow} />
    </div>
  )
}

function linesOf({ call, today }: ExternalCallInFull): [string, string][] {
  const { funder, funderName, theme, opensOn, deadlineOn, resultOn, amountYen, note, passedOn } = call
  const day = (date: LocalDate | null) => (date === null ? '' : formatLocalDate(date))
  const left = passedOn === null && today <= deadlineOn ? `（${daysLeftWords(daysBetween(today, deadlineOn))}）` : ''
  return [
    ['募集元', funderName === null || funderName === funder ? funder : `${funder}（名簿：${funderName}）`], ['テーマ', theme], ['受付開始日', day(opensOn)], ['締切日', `${formatLocalDate(deadlineOn)}${left}`],
    ['結果の予定日', day(resultOn)], ['上限額', amountYen === null ? '' : `${formatYen(amountYen)}円`], ['備考', note],
  ]
}

function CallActs({ full }: { full: ExternalCallInFull }) {
  const { call } = full
  const navigate = useNavigate()
  const run = useRunCommand()
  const mayWrite = useMayDo('externalFund.write')
  const [opened, setOpened] = useState<'edit' | 'apply' | 'delete'>()
  const remove = useMutation(trpc.externalFund.removeCall.mutationOptions())
  const close = () => setOpened(undefined)
  const removeCall = async () => {
    const isRemoved = await run(() => remove.mutateAsync({ callId: call.callId }), { done: `「${call.name}」を削除しました` })
    close()
    if (isRemoved) void navigate({ to: '/external-funds' })
  }
  if (!mayWrite) return null
  return (
    <>
      <Button onClick={() => setOpened('edit')}>編集</Button>
      {call.applications.length === 0 && <Button onClick={() => setOpened('delete')}>削除</Button>}
      <Button variant="primary" icon="plus" onClick={() => setOpened('apply')}>申込を追加する</Button>
      <Suspense>
        {opened === 'edit' && <ExternalCallDialog key={call.revision} call={call} onClose={close} />}
        {opened === 'apply' && <ExternalApplicationDialog full={full} application={null} onClose={close} />}
      </Suspense>
      <ConfirmDialog isOpen={opened === 'delete'} onClose={close} onConfirm={() => void removeCall()} title={`募集「${call.name}」を削除しますか？`} confirmLabel="削除する" isDangerous isBusy={remove.isPending}>
        元に戻せません。
      </ConfirmDialog>
    </>
  )
}
