import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { GrantExportButton } from '../grant-export-button.tsx'
import type { GrantCall } from './grant-call-page.tsx'

const GrantCallDialog = lazy(async () => ({ default: (await import('./grant-call-dialog.tsx')).GrantCallDialog }))

/** What can be done with a call as a whole. */
export function GrantCallActs({ call, postedUntil }: MomentSearch & { readonly call: GrantCall }) {
  const mayManage = useMayDo('grant.manage') && postedUntil === undefined
  const [opened, setOpened] = useState<GrantCall>()
  const { callId } = call
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.grant.calls.get.queryOptions({ callId }), staleTime: 0 })
    setOpened(newest ?? undefined)
  }
  return (
    <>
      <GrantExportButton list={{ list: 'applications', callId, postedUntil }} name="申請の一覧" />
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      {mayManage && call.applications.length === 0 && <RemoveButton call={call} />}
      {mayManage && <Button onClick={() => setOpened(call)}>助成を直す</Button>}
      <Suspense>
        {opened !== undefined && (
          <GrantCallDialog key={opened.revision} call={opened} fiscalYear={call.fiscalYear} onClose={() => setOpened(undefined)} onReload={() => void reload()} />
        )}
      </Suspense>
    </>
  )
}

/** Deletes a call without applications, which one press undoes. */
function RemoveButton({ call }: { call: GrantCall }) {
  const run = useRunCommand()
  const navigate = useNavigate()
  const save = useMutation(trpc.grant.calls.save.mutationOptions())
  const remove = useMutation(trpc.grant.calls.remove.mutationOptions())
  const { callId, revision, fiscalYear, grantKindId, name, campaignId, expenseAccountId, allocationId, budgetYen, opensOn, closesOn, reportDueOn, guidelines } = call
  const payer = campaignId === null ? ('council' as const) : ('campaign' as const)
  const details = { fiscalYear, grantKindId, name, payer, campaignId, expenseAccountId, allocationId, budgetYen, opensOn, closesOn, reportDueOn, guidelines }
  const putBack = () => run(() => save.mutateAsync({ change: null, details }), { done: `「${name}」を元に戻しました` })
  const takeAway = async () => {
    const gone = await run(() => remove.mutateAsync({ callId, revision }), { done: `「${name}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
    if (gone) await navigate({ to: '/grants' })
  }
  return (
    <Button variant="quiet" icon="trash" isBusy={remove.isPending} onClick={() => void takeAway()}>
      削除
    </Button>
  )
}
