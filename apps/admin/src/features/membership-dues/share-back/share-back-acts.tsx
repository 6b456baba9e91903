import { payableYen } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { shareBackRunName } from '@sasaeai/domain/membership-dues/share-back/share-back-entry'
import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { DuesListExportButton } from '../export/dues-list-export-button.tsx'
import { CalculateShareBackDialog } from './calculate-share-back-dialog.tsx'
import { PayShareBackDialog } from './pay-share-back-dialog.tsx'
import type { ShareBackRun } from './share-back-run-page.tsx'

/**
 * What can be done with a calculation: print it; as long as it is open also calculate anew, throw away and pay. As of a past moment it
 * can only be taken out as a table.
 */
export function ShareBackActs({ run, postedUntil }: MomentSearch & { readonly run: ShareBackRun }) {
  const mayPost = useMayDo('shareBack.post')
  const [asked, setAsked] = useState<'calculate' | 'pay'>()
  const isNow = postedUntil === undefined
  const isOpen = mayPost && isNow && run.status === 'draft'
  const hasPayments = run.payees.some(({ lines }) => payableYen(lines) > 0)
  return (
    <>
      {isNow && <OrderPapersButton order={{ kind: 'share_back_payment_list', runId: run.runId }}>支払一覧表</OrderPapersButton>}
      <DuesListExportButton list={{ list: 'share_back_run', runId: run.runId, postedUntil }} name={shareBackRunName(run)} />
      {isNow && hasPayments && <OrderPapersButton order={{ kind: 'share_back_statements', runId: run.runId }}>計算書</OrderPapersButton>}
      {isOpen && <DiscardButton run={run} />}
      {isOpen && (
        <Button variant={run.isOutdated ? 'primary' : 'secondary'} onClick={() => setAsked('calculate')}>
          計算し直す
        </Button>
      )}
      {isOpen && !run.isOutdated && hasPayments && (
        <Button variant="primary" icon="yen" onClick={() => setAsked('pay')}>
          支払う
        </Button>
      )}
      {asked === 'calculate' && <CalculateShareBackDialog fiscalYear={run.fiscalYear} cutOffOn={run.cutOffOn} onClose={() => setAsked(undefined)} />}
      {asked === 'pay' && <PayShareBackDialog run={run} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function DiscardButton({ run: { runId, revision, sequence } }: { run: ShareBackRun }) {
  const navigate = useNavigate()
  const runCommand = useRunCommand()
  const discard = useMutation(trpc.membershipDues.shareBack.discard.mutationOptions())
  const [isAsking, setAsking] = useState(false)
  const act = async () => {
    const done = await runCommand(() => discard.mutateAsync({ runId, revision }), { done: `第${sequence}回の計算を破棄しました` })
    setAsking(false)
    if (done) await navigate({ to: '/dues/share-back' })
  }
  return (
    <>
      <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>
        破棄する
      </Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} onConfirm={() => void act()} title={`第${sequence}回の計算を破棄しますか？`}
        confirmLabel="破棄する" isDangerous isBusy={discard.isPending}>
        <p>まだ支払っていない計算だけが消えます。納入の記録は変わらず、いつでも計算し直せます。</p>
      </ConfirmDialog>
    </>
  )
}
