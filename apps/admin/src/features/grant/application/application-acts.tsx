import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { useToday } from '../../../app/use-today.ts'
import type { GrantApplication } from '../call/grant-call-page.tsx'

interface ApplicationActsProps {
  readonly application: GrantApplication
  readonly onEdit: () => void
  readonly onReport: () => void
}

/** Correcting an application, taking it back, writing down its report. */
export function ApplicationActs({ application, onEdit, onReport }: ApplicationActsProps) {
  const { number, withdrawnOn, decision, paidYen, report } = application
  const look = { variant: 'quiet', size: 'small', className: 'whitespace-nowrap' } as const
  return (
    <div className="-ml-3 flex flex-wrap sm:-my-1.5 print-hidden">
      {withdrawnOn === null && <Button {...look} aria-label={`第${number}号を直す`} onClick={onEdit}>直す</Button>}
      {(paidYen > 0 || report !== null) && <Button {...look} aria-label={`第${number}号の報告`} onClick={onReport}>報告</Button>}
      {decision === null && <WithdrawButton application={application} />}
    </div>
  )
}

function WithdrawButton({ application: { applicationId, number, revision, withdrawnOn } }: Pick<ApplicationActsProps, 'application'>) {
  const run = useRunCommand()
  const today = useToday()
  const withdraw = useMutation(trpc.grant.application.withdraw.mutationOptions())
  // Each of the two counts the revision up by one.
  const takeBack = (seen: number) => () => run(() => withdraw.mutateAsync({ applicationId, revision: seen, withdrawnOn: null }), { done: `第${number}号の取下げを取り消しました` })
  const press = () =>
    withdrawnOn === null
      ? run(() => withdraw.mutateAsync({ applicationId, revision, withdrawnOn: today }), { done: `第${number}号を取下げにしました`, action: <UndoButton onUndo={takeBack(revision + 1)} /> })
      : takeBack(revision)()
  return (
    <Button variant="quiet" size="small" className="whitespace-nowrap" isBusy={withdraw.isPending} aria-label={`第${number}号${withdrawnOn === null ? 'の取下げ' : 'の取下げの取消し'}`} onClick={() => void press()}>
      {withdrawnOn === null ? '取下げ' : '取下げの取消し'}
    </Button>
  )
}
