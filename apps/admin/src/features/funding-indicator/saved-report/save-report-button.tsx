import type { FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

/** Saves what is seen with its figures, and shows it. Not there for those who may not. */
export function SaveReportButton({ asked }: { readonly asked: FundingDashboardInput }) {
  const save = useMutation(trpc.savedReport.save.mutationOptions())
  const run = useRunCommand()
  const navigate = useNavigate()
  if (!useMayDo('report.save')) return null
  const press = async () => {
    let reportId = ''
    const isSaved = await run(async () => {
      const outcome = await save.mutateAsync({ kind: 'funding_dashboard', ...asked })
      if (outcome.ok) reportId = outcome.value.reportId
      return outcome
    }, { done: 'この内容を保存しました' })
    if (isSaved) await navigate({ to: '/reports/$reportId', params: { reportId } })
  }
  return <Button icon="copy" isBusy={save.isPending} busyLabel="保存しています" onClick={() => void press()}>この内容を保存</Button>
}
