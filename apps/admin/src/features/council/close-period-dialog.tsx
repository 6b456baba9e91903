import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { type FiscalMonthLine, monthName } from './fiscal-month-line.ts'

/** Asks before a month is closed, and says what would stay outside. */
export function ClosePeriodDialog({ month, onClose }: { month: FiscalMonthLine; onClose: () => void }) {
  const close = useMutation(trpc.council.closePeriod.mutationOptions())
  const run = useRunCommand()
  const confirm = async () => {
    await run(() => close.mutateAsync({ firstDay: month.firstDay }), { done: `${monthName(month)}を締めました` })
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={() => void confirm()}
      isBusy={close.isPending}
      title={`${monthName(month)}を締めますか？`}
      confirmLabel="締める"
    >
      <p>締めると、この月の日付では記帳も取消もできなくなります。理由を書けば、あとで解除できます。</p>
      {month.openBatches > 0 && (
        <NoticeBanner tone="warning" className="mt-4" title={`まだ記帳していない受付が${month.openBatches}件あります`}>
          締めたあとは、翌月以後の日付でなければ記帳できません。先に記帳するか、日付を確かめてください。
        </NoticeBanner>
      )}
    </ConfirmDialog>
  )
}
