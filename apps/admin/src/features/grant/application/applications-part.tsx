import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { grantApplicationState, grantApplicationStateNames, isReportOverdue, owesReport, type GrantApplicationState, unpaidYen, unspentYen } from '@sasaeai/domain/grant/application/grant-application-state'
import { formatYen, sumYen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { lazy, Suspense, useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import type { GrantApplication, GrantCall } from '../call/grant-call-page.tsx'
import { ApplicationActs } from './application-acts.tsx'
import { progressOf } from './application-progress.ts'

const ApplicationDialog = lazy(async () => ({ default: (await import('./application-dialog.tsx')).ApplicationDialog }))
const PayGrantsDialog = lazy(async () => ({ default: (await import('./pay-grants-dialog.tsx')).PayGrantsDialog }))
const GrantReportDialog = lazy(async () => ({ default: (await import('./grant-report-dialog.tsx')).GrantReportDialog }))

type Opened = { readonly dialog: 'application'; readonly application: GrantApplication | null } | { readonly dialog: 'pay' } | { readonly dialog: 'report'; readonly application: GrantApplication }

interface ApplicationsPartProps {
  readonly call: GrantCall
  /** False where a past moment is looked at: then nothing can be done. */
  readonly isNow: boolean
  /** Only those who were paid and have not reported. */
  readonly isOwing: boolean
  readonly onOwing: (isOwing: boolean) => void
}

/** 申請・支払・報告: every application with what has become of it. */
export function ApplicationsPart({ call, isNow, isOwing, onOwing }: ApplicationsPartProps) {
  const [opened, setOpened] = useState<Opened>()
  const mayWrite = useMayDo('grant.write') && isNow
  const mayPay = useMayDo('grant.post') && isNow
  const close = () => setOpened(undefined)
  const { applications, callId } = call
  const hasUnpaid = applications.some((application) => unpaidYen(progressOf(application)) > 0)
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.grant.calls.get.queryOptions({ callId }), staleTime: 0 })
    setOpened((before) => {
      if (before === undefined || before.dialog === 'pay') return before
      const application = newest?.applications.find((each) => each.applicationId === before.application?.applicationId)
      return application === undefined ? undefined : { ...before, application }
    })
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-end gap-2.5 print-hidden">
        <CheckboxField className="mr-auto" label="報告を待っている申請だけを表示する" checked={isOwing} onChange={(event) => onOwing(event.currentTarget.checked)} />
        {mayPay && hasUnpaid && <Button icon="yen" onClick={() => setOpened({ dialog: 'pay' })}>採択分を支払う</Button>}
        {mayWrite && <Button variant="primary" icon="plus" onClick={() => setOpened({ dialog: 'application', application: null })}>申請を受け付ける</Button>}
      </div>
      <ApplicationTable call={call} isOwing={isOwing} mayWrite={mayWrite} onOpen={setOpened} />
      <Suspense>
        {opened?.dialog === 'application' && (
          <ApplicationDialog key={opened.application?.revision} callId={callId} application={opened.application} onClose={close} onReload={() => void reload()} />
        )}
        {opened?.dialog === 'pay' && <PayGrantsDialog call={call} onClose={close} />}
        {opened?.dialog === 'report' && (
          <GrantReportDialog key={opened.application.report?.revision} application={opened.application} onClose={close} onReload={() => void reload()} />
        )}
      </Suspense>
    </>
  )
}

interface ApplicationTableProps extends Pick<ApplicationsPartProps, 'call' | 'isOwing'> {
  readonly mayWrite: boolean
  readonly onOpen: (opened: Opened) => void
}

function ApplicationTable({ call: { applications: all, reportDueOn }, isOwing, mayWrite, onOpen }: ApplicationTableProps) {
  const today = useToday()
  const applications = isOwing ? all.filter((application) => owesReport(progressOf(application))) : all
  const acts: Column<GrantApplication> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (application) => (
      <ApplicationActs application={application} onEdit={() => onOpen({ dialog: 'application', application })} onReport={() => onOpen({ dialog: 'report', application })} />
    ),
  }
  const columns = [...columnsOf(applications), { id: 'state', header: '状態', cell: (each: GrantApplication) => <State application={each} isOverdue={isReportOverdue(progressOf(each), reportDueOn, today)} /> }]
  return (
    <DataTable
      caption="申請の一覧"
      columns={mayWrite ? [...columns, acts] : columns}
      rows={applications}
      rowKey={({ applicationId }) => applicationId}
      phone="cards"
      empty={all.length > 0 ? <EmptyState title="報告を待っている申請はありません" /> : <EmptyState title="申請はまだありません">「申請を受け付ける」で、団体・事業名・申請額を記録します。申請番号は自動で付きます。</EmptyState>}
    />
  )
}

function columnsOf(applications: readonly GrantApplication[]): Column<GrantApplication>[] {
  const standing = applications.filter(({ withdrawnOn }) => withdrawnOn === null)
  const requested = formatYen(sumYen(standing.map(({ requestedYen }) => requestedYen)))
  const awarded = formatYen(sumYen(standing.map(({ decision }) => decision?.awardedYen ?? yen(0))))
  return [
    { id: 'number', header: '番号', cell: ({ number }) => <span className="figures">{number}</span> },
    { id: 'group', header: '団体・事業', isRowHeader: true, cell: (application) => <Group application={application} />, footer: '合計' },
    { id: 'requested', header: '申請額（円）', align: 'end', cell: ({ requestedYen }) => formatYen(requestedYen), footer: requested },
    { id: 'awarded', header: '決定額（円）', align: 'end', cell: ({ decision }) => (decision === null ? '—' : formatYen(decision.awardedYen)), footer: awarded },
    { id: 'paid', header: '支払済み（円）', align: 'end', cell: (application) => <Paid application={application} />, footer: formatYen(sumYen(applications.map(({ paidYen }) => paidYen))) },
    { id: 'report', header: '使途の報告', cell: (application) => <Report application={application} /> },
  ]
}

function Group({ application: { supporterId, supporterName, supporterNumber, projectName, purpose, note } }: { application: GrantApplication }) {
  return (
    <>
      <TextLink href={`/admin/supporters/${supporterId}`}>{supporterName}</TextLink>
      <span className="figures ml-1.5 text-[0.8125rem] font-normal text-ink-sub">{supporterNumber}</span>
      <span className="block">{projectName}</span>
      {purpose !== '' && <span className="block max-w-[36em] text-[0.875rem] leading-160 font-normal whitespace-pre-line text-ink-sub">{purpose}</span>}
      {note !== '' && <span className="block text-[0.8125rem] font-normal text-ink-sub">備考 {note}</span>}
    </>
  )
}

/** The sum that stands, and below it every payment with its slip; what was undone says so. */
function Paid({ application: { paidYen, payments } }: { application: GrantApplication }) {
  if (payments.length === 0) return '—'
  return (
    <>
      {formatYen(paidYen)}
      {payments.map(({ paymentId, paidOn, entryId, entryNumber, isReversed }) => (
        <span key={paymentId} className="block text-[0.8125rem] font-normal">
          {formatLocalDateShort(paidOn)} <TextLink href={`/admin/entries/${entryId}`}>伝票{entryNumber}</TextLink>
          {isReversed && '（取消済み）'}
        </span>
      ))}
    </>
  )
}

function Report({ application }: { application: GrantApplication }) {
  const { report } = application
  if (report === null) return '—'
  const unspent = unspentYen(progressOf(application)) ?? yen(0)
  return (
    <div className="max-w-[22em] text-[0.875rem] leading-160">
      {formatLocalDateShort(report.receivedOn)}　{formatYen(report.spentYen)}円使用{report.beneficiaries !== null && `　${report.beneficiaries}人`}
      {unspent > 0 && <span className="block font-bold">使い残し {formatYen(unspent)}円：返していただくか、次の事業に充てるかを団体と決めてください。</span>}
      {report.activity !== '' && <span className="block whitespace-pre-line">{report.activity}</span>}
      {report.message !== '' && <span className="block whitespace-pre-line text-ink-sub">「{report.message}」</span>}
    </div>
  )
}

const tones: Record<GrantApplicationState, ChipTone> = {
  applied: 'accent', withdrawn: 'neutral', declined: 'neutral', awarded: 'accent', partly_paid: 'warning', paid: 'success', reported: 'success',
}

function State({ application, isOverdue }: { application: GrantApplication; isOverdue: boolean }) {
  const state = grantApplicationState(progressOf(application))
  return (
    <span className="flex flex-wrap gap-1">
      <StatusChip tone={tones[state]}>{grantApplicationStateNames[state]}</StatusChip>
      {isOverdue && <StatusChip tone="warning">報告の期限を過ぎています</StatusChip>}
    </span>
  )
}
