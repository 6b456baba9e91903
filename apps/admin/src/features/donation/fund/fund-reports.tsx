import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { FundInFull } from './fund-page.tsx'

const FundReportDialog = lazy(async () => ({ default: (await import('./fund-report-dialog.tsx')).FundReportDialog }))
const ReportPhotoDialog = lazy(async () => ({ default: (await import('./report-photo-dialog.tsx')).ReportPhotoDialog }))
const TakeBackReportDialog = lazy(async () => ({ default: (await import('./take-back-report-dialog.tsx')).TakeBackReportDialog }))

export type FundReport = FundInFull['reports'][number]

/** 使途の報告 of the year: drafts, and what anybody can read. */
export function FundReports({ full, isNow }: { full: FundInFull; isNow: boolean }) {
  const { fund: { fundId }, fiscalYear, reports } = full
  const mayWrite = useMayDo('fund.write') && isNow
  const [edited, setEdited] = useState<FundReport | 'add'>()
  const [taken, setTaken] = useState<FundReport>()
  const [pictured, setPictured] = useState<FundReport>()
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.donation.fund.get.queryOptions({ fundId, fiscalYear }), staleTime: 0 })
    setEdited((opened) => newest?.reports.find(({ reportId }) => opened !== 'add' && reportId === opened?.reportId))
  }
  return (
    <section aria-labelledby="reports">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="reports" className="text-[1.125rem] font-bold">{formatFiscalYear(fiscalYear)}の使途の報告</h2>
        {mayWrite && <Button icon="plus" size="small" className="print-hidden" onClick={() => setEdited('add')}>報告を書く</Button>}
      </div>
      {reports.length === 0 && <EmptyState title="使途の報告はまだありません">寄附がどう役立ったかを書いて公表すると、<TextLink href="/public/fund-reports.json">公開データ</TextLink>からだれでも読めます。</EmptyState>}
      <ul className="flex flex-col gap-4">
        {reports.map((report) => (
          <li key={report.reportId} className="keep-together border-t border-line pt-3">
            <Report report={report} />
            {isNow && <ReportActs full={full} report={report} onEdit={() => setEdited(report)} onTakeBack={() => setTaken(report)} onPhoto={() => setPictured(report)} />}
          </li>
        ))}
      </ul>
      <Suspense>
        {edited !== undefined && <FundReportDialog key={edited === 'add' ? 'add' : edited.revision} full={full} report={edited === 'add' ? null : edited} onClose={() => setEdited(undefined)} onReload={() => void reload()} />}
        {pictured !== undefined && <ReportPhotoDialog report={pictured} onClose={() => setPictured(undefined)} />}
        {taken !== undefined && <TakeBackReportDialog report={taken} onClose={() => setTaken(undefined)} />}
      </Suspense>
    </section>
  )
}

function Report({ report: { reportId, title, body, message, beneficiaries, publishedOn, figures, photo } }: { report: FundReport }) {
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-2 font-bold">
        {title}
        {publishedOn === null ? <StatusChip>下書き</StatusChip> : <StatusChip tone="success">{`${formatLocalDateShort(publishedOn)}に公表`}</StatusChip>}
      </h3>
      <p className="mt-1 max-w-3xl whitespace-pre-line text-[0.9375rem]">{body}</p>
      {message !== '' && <p className="mt-1 max-w-3xl whitespace-pre-line text-[0.9375rem] text-ink-sub">{message}</p>}
      {photo !== null && <img src={`/fund-report-photos/${reportId}?${photo.sha256.slice(0, 12)}`} alt={photo.altText} className="mt-2 max-h-72 max-w-full rounded-8 border border-line-faint" />}
      <p className="mt-1 flex flex-wrap gap-x-6 text-[0.875rem] text-ink-sub">
        {beneficiaries !== null && <span>対象者 <span className="figures">{groupDigits(beneficiaries)}人</span></span>}
        {figures !== null && (
          <span>
            公表した額（{formatLocalDate(figures.asOf)}現在）　受入 <span className="figures">{formatYenDelta(figures.receivedYen)}円</span>　使用 <span className="figures">{formatYenDelta(figures.usedYen)}円</span>　残高{' '}
            <span className="figures">{formatYenDelta(figures.balanceYen)}円</span>
          </span>
        )}
      </p>
    </>
  )
}

interface ReportActsProps {
  readonly full: FundInFull
  readonly report: FundReport
  readonly onEdit: () => void
  readonly onTakeBack: () => void
  readonly onPhoto: () => void
}

function ReportActs({ full: { fund: { fundId }, fiscalYear }, report, onEdit, onTakeBack, onPhoto }: ReportActsProps) {
  const run = useRunCommand()
  const mayWrite = useMayDo('fund.write')
  const mayPublish = useMayDo('fund.publish')
  const publish = useMutation(trpc.donation.fund.publishReport.mutationOptions())
  const save = useMutation(trpc.donation.fund.saveReport.mutationOptions())
  const remove = useMutation(trpc.donation.fund.removeReport.mutationOptions())
  const removePhoto = useMutation(trpc.donation.fund.removePhoto.mutationOptions())
  const { reportId, revision, title, body, message, beneficiaries } = report
  const details = { title, body, message, beneficiaries }
  const putBack = () => run(() => save.mutateAsync({ fundId, fiscalYear, change: null, details }), { done: '報告を元に戻しました' })
  const takeAway = () => run(() => remove.mutateAsync({ reportId, revision }), { done: '報告の下書きを削除しました', action: <UndoButton onUndo={putBack} /> })
  const look = { variant: 'quiet', size: 'small' } as const
  return (
    <div className="-ml-3 flex flex-wrap print-hidden">
      {report.publishedOn === null && mayPublish && (
        <Button {...look} aria-label={`「${title}」を公表する`} isBusy={publish.isPending} onClick={() => void run(() => publish.mutateAsync({ reportId, revision }), { done: `「${title}」を公表しました` })}>公表する</Button>
      )}
      {report.publishedOn === null && mayWrite && <Button {...look} aria-label={`「${title}」を直す`} onClick={onEdit}>直す</Button>}
      {report.publishedOn === null && mayWrite && <Button {...look} aria-label={`「${title}」${report.photo === null ? 'に写真を付ける' : 'の写真を替える'}`} onClick={onPhoto}>{report.photo === null ? '写真を付ける' : '写真を替える'}</Button>}
      {report.publishedOn === null && mayWrite && report.photo !== null && (
        <Button {...look} aria-label={`「${title}」の写真を外す`} isBusy={removePhoto.isPending} onClick={() => void run(() => removePhoto.mutateAsync({ reportId }), { done: '写真を外しました' })}>写真を外す</Button>
      )}
      {report.publishedOn === null && mayWrite && <Button {...look} aria-label={`「${title}」を削除する`} onClick={() => void takeAway()}>削除</Button>}
      {report.publishedOn !== null && mayPublish && <Button {...look} aria-label={`「${title}」の公表を取り下げる`} onClick={onTakeBack}>公表を取り下げる</Button>}
    </div>
  )
}
