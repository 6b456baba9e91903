import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { ApplicationState } from './external-applications-table.tsx'
import type { ExternalCallInFull } from './external-call-page.tsx'
import type { ExternalApplication } from './external-funds-page.tsx'

const ExternalApplicationDialog = lazy(async () => ({ default: (await import('./external-application-dialog.tsx')).ExternalApplicationDialog }))
const ReceiveExternalDialog = lazy(async () => ({ default: (await import('./receive-external-dialog.tsx')).ReceiveExternalDialog }))

interface Opened {
  readonly application: ExternalApplication
  readonly act: 'edit' | 'receive' | 'delete'
}

/** The applications to a call, each with its next act: to edit how it went on, or to book what came. */
export function ExternalApplicationsOfCall({ full, isNow }: { readonly full: ExternalCallInFull; readonly isNow: boolean }) {
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const open = (application: ExternalApplication, act: Opened['act']) => setOpened({ application, act })
  const mayWrite = useMayDo('externalFund.write') && isNow
  const acts: Column<ExternalApplication> = { id: 'acts', header: '操作', isActs: true, cell: (application) => <Acts application={application} full={full} onOpen={(act) => open(application, act)} /> }
  return (
    <section aria-labelledby="applications-heading">
      <h2 id="applications-heading" className="mb-1 text-[1.125rem] font-bold">申込</h2>
      <DataTable caption="申込" columns={mayWrite ? [...columns, acts] : columns} rows={full.call.applications} rowKey={({ applicationId }) => applicationId} phone="cards"
        empty={<EmptyState title="まだ申し込んでいません">{isNow && '「申込を追加する」から、準備の段階で登録できます。'}</EmptyState>} />
      <Suspense>
        {opened?.act === 'edit' && <ExternalApplicationDialog key={opened.application.revision} full={full} application={opened.application} onClose={close} />}
        {opened?.act === 'receive' && <ReceiveExternalDialog full={full} application={opened.application} onClose={close} />}
      </Suspense>
      {opened?.act === 'delete' && <RemoveApplication application={opened.application} onClose={close} />}
    </section>
  )
}

const day = (date: LocalDate | null) => (date === null ? '—' : <span className="figures">{formatLocalDateShort(date)}</span>)
const amount = (value: Yen | null) => (value === null ? '—' : formatYen(value))

const columns: Column<ExternalApplication>[] = [
  { id: 'name', header: '事業名', isRowHeader: true, isText: true, cell: ({ applicationId, projectName, note }) => (
    <>
      <ProjectName applicationId={applicationId}>{projectName}</ProjectName>
      {note !== '' && <span className="block text-[0.8125rem] font-normal whitespace-pre-line text-ink-sub">{note}</span>}
    </>
  ) },
  { id: 'state', header: '状態', cell: ({ state }) => <ApplicationState state={state} /> },
  { id: 'requested', header: '申込額（円）', align: 'end', cell: ({ requestedYen }) => amount(requestedYen) },
  { id: 'awarded', header: '決定額（円）', align: 'end', cell: ({ awardedYen }) => amount(awardedYen) },
  { id: 'received', header: '入金（円）', align: 'end', cell: ({ awardedYen, receivedYen }) => amount(awardedYen === null ? null : receivedYen) },
  { id: 'applied', header: '申込日', cell: ({ appliedOn }) => day(appliedOn) },
  { id: 'decided', header: '決定日', cell: ({ decidedOn }) => day(decidedOn) },
  { id: 'due', header: '報告期限', cell: ({ reportDueOn }) => day(reportDueOn) },
  { id: 'reported', header: '報告日', cell: ({ reportedOn }) => day(reportedOn) },
  { id: 'fund', header: '使途・基金', cell: ({ fundId, fundName }) => (fundId === null ? '—' : <AppLink to="/funds/$fundId" params={{ fundId }}>{fundName}</AppLink>) },
  { id: 'who', header: '担当', cell: ({ responsibleName }) => responsibleName ?? '—' },
]

/** The one that the address leads to comes into sight and has the focus. */
function ProjectName({ applicationId, children }: { applicationId: string; children: string }) {
  const { application } = useSearch({ from: '/staff/external-funds/$callId' })
  const name = useRef<HTMLSpanElement>(null)
  const isMeant = application === applicationId
  useEffect(() => {
    if (!isMeant) return
    name.current?.scrollIntoView({ block: 'center' })
    name.current?.focus()
  }, [isMeant])
  return <span ref={name} tabIndex={isMeant ? -1 : undefined} className={isMeant ? 'bg-accent-soft' : undefined}>{children}</span>
}

function Acts({ application, full, onOpen }: { application: ExternalApplication; full: ExternalCallInFull; onOpen: (act: Opened['act']) => void }) {
  const mayPost = useMayDo('externalFund.post')
  const { applicationId, projectName, awardedYen, receivedYen } = application
  // What money ever came of stays on record.
  const isUntouched = !full.receipts.some((receipt) => receipt.applicationId === applicationId)
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 print-hidden">
      {mayPost && awardedYen !== null && receivedYen < awardedYen && <Button variant="quiet" size="small" aria-label={`「${projectName}」の入金を記帳する`} onClick={() => onOpen('receive')}>入金</Button>}
      <Button variant="quiet" size="small" aria-label={`「${projectName}」を編集する`} onClick={() => onOpen('edit')}>編集</Button>
      {isUntouched && <Button variant="quiet" size="small" aria-label={`「${projectName}」を削除する`} onClick={() => onOpen('delete')}>削除</Button>}
    </div>
  )
}

function RemoveApplication({ application: { applicationId, projectName }, onClose }: { application: ExternalApplication; onClose: () => void }) {
  const run = useRunCommand()
  const remove = useMutation(trpc.externalFund.removeApplication.mutationOptions())
  const removeIt = async () => {
    await run(() => remove.mutateAsync({ applicationId }), { done: `「${projectName}」を削除しました` })
    onClose()
  }
  return (
    <ConfirmDialog isOpen onClose={onClose} onConfirm={() => void removeIt()} title={`申込「${projectName}」を削除しますか？`} confirmLabel="削除する" isDangerous isBusy={remove.isPending}>
      元に戻せません。申し込んでやめたものは、削除せずに状態を「取下げ」にしてください。
    </ConfirmDialog>
  )
}
