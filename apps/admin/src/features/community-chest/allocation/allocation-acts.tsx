import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { Button } from '@sasaeai/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { AllocationInFull } from './allocation-page.tsx'
import type { Allocation } from './allocations-page.tsx'

const AllocationDialog = lazy(async () => ({ default: (await import('./allocation-dialog.tsx')).AllocationDialog }))
const ReceiveAllocationDialog = lazy(async () => ({ default: (await import('./receive-allocation-dialog.tsx')).ReceiveAllocationDialog }))

/** What can be done with a 配分金 as a whole; as of a past moment it is only printed and taken out as a table. */
export function AllocationActs({ full, postedUntil }: MomentSearch & { readonly full: AllocationInFull }) {
  const { allocation } = full
  const isNow = postedUntil === undefined
  const mayManage = useMayDo('chest.manage') && isNow
  const mayPost = useMayDo('chest.post') && isNow
  const write = useMutation(trpc.communityChest.allocation.exportOne.mutationOptions())
  const [opened, setOpened] = useState<Allocation | 'receive'>()
  const close = () => setOpened(undefined)
  const { allocationId, closedOn, receipts, uses, grantCalls } = allocation
  const isUntouched = receipts.length + uses.length + grantCalls === 0
  const reload = async () => {
    const newest = await queryClient.fetchQuery({ ...trpc.communityChest.allocation.get.queryOptions({ allocationId }), staleTime: 0 })
    setOpened(newest?.allocation)
  }
  return (
    <>
      <ExportChoice subject={allocation.name} write={(format) => write.mutateAsync({ allocationId, postedUntil, format })} />
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      {mayManage && isUntouched && <RemoveButton allocation={allocation} />}
      {mayManage && !isUntouched && <CloseButton allocation={allocation} />}
      {mayManage && <Button onClick={() => setOpened(allocation)}>配分金を直す</Button>}
      {mayPost && closedOn === null && allocationStanding(allocation).toReceiveYen > 0 && (
        <Button variant="primary" icon="yen" onClick={() => setOpened('receive')}>受け入れる</Button>
      )}
      <Suspense>
        {opened === 'receive' && <ReceiveAllocationDialog full={full} onClose={close} />}
        {opened !== undefined && opened !== 'receive' && (
          <AllocationDialog key={opened.revision} allocation={opened} fiscalYear={opened.fiscalYear} onClose={close} onReload={() => void reload()} />
        )}
      </Suspense>
    </>
  )
}

/** 使用終了 and back; each press can be undone. */
function CloseButton({ allocation: { allocationId, name, closedOn } }: { allocation: Allocation }) {
  const run = useRunCommand()
  const close = useMutation(trpc.communityChest.allocation.close.mutationOptions())
  const reopen = useMutation(trpc.communityChest.allocation.reopen.mutationOptions())
  const putBack = () => run(() => reopen.mutateAsync({ allocationId }), { done: `「${name}」を使用再開にしました` })
  const putAway = () => run(() => close.mutateAsync({ allocationId }), { done: `「${name}」を使用終了にしました`, action: <UndoButton onUndo={putBack} /> })
  return closedOn === null ? (
    <Button variant="quiet" isBusy={close.isPending} onClick={() => void putAway()}>使用終了にする</Button>
  ) : (
    <Button variant="quiet" isBusy={reopen.isPending} onClick={() => void putBack()}>使用再開にする</Button>
  )
}

/** Deletes a 配分金 of which nothing has become yet, which one press undoes. */
function RemoveButton({ allocation }: { allocation: Allocation }) {
  const run = useRunCommand()
  const navigate = useNavigate()
  const save = useMutation(trpc.communityChest.allocation.save.mutationOptions())
  const remove = useMutation(trpc.communityChest.allocation.remove.mutationOptions())
  const { allocationId, revision, fiscalYear, name, sourceYear, drive, label, fundingSourceId, decidedOn, decidedYen, note } = allocation
  const details = { fiscalYear, name, sourceYear, drive, label, fundingSourceId, decidedOn, decidedYen, note }
  const putBack = () => run(() => save.mutateAsync({ change: null, details }), { done: `「${name}」を元に戻しました` })
  const takeAway = async () => {
    const gone = await run(() => remove.mutateAsync({ allocationId, revision }), { done: `「${name}」を削除しました`, action: <UndoButton onUndo={putBack} /> })
    if (gone) await navigate({ to: '/chest/allocations' })
  }
  return (
    <Button variant="quiet" icon="trash" isBusy={remove.isPending} onClick={() => void takeAway()}>削除</Button>
  )
}
