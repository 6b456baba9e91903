import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { PlanInFull } from './plan-page.tsx'

const PlanDialog = lazy(async () => ({ default: (await import('./plan-dialog.tsx')).PlanDialog }))
const PlanIndicatorsDialog = lazy(async () => ({ default: (await import('./plan-indicators-dialog.tsx')).PlanIndicatorsDialog }))

/** What can be done with a plan. */
export function PlanActs({ full, postedUntil }: MomentSearch & { readonly full: PlanInFull }) {
  const { planId } = full.plan
  const write = useMutation(trpc.plan.export.mutationOptions())
  const mayManage = useMayDo('indicator.manage') && postedUntil === undefined
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      <ExportChoice subject="計画" write={(format) => write.mutateAsync({ planId, postedUntil, format })}>
        進みぐあいの表と、委員会の点検・評価の表です。
      </ExportChoice>
      {mayManage && <Changes full={full} />}
    </>
  )
}

function Changes({ full }: { readonly full: PlanInFull }) {
  const { planId, name, closedOn, revision } = full.plan
  const [opened, setOpened] = useState<'edit' | 'indicators' | 'delete'>()
  const close = () => setOpened(undefined)
  const navigate = useNavigate()
  const run = useRunCommand()
  const remove = useMutation(trpc.plan.remove.mutationOptions())
  const end = useMutation(trpc.plan.close.mutationOptions())
  const reopen = useMutation(trpc.plan.reopen.mutationOptions())
  const removePlan = async () => {
    const isRemoved = await run(() => remove.mutateAsync({ id: planId }), { done: `「${name}」を削除しました` })
    close()
    if (isRemoved) void navigate({ to: '/plans' })
  }
  return (
    <>
      <Button onClick={() => setOpened('edit')}>編集</Button>
      {closedOn === null ? (
        <Button isBusy={end.isPending} onClick={() => void run(() => end.mutateAsync({ id: planId }), { done: `「${name}」を使用終了にしました` })}>使用終了</Button>
      ) : (
        <Button isBusy={reopen.isPending} onClick={() => void run(() => reopen.mutateAsync({ id: planId }), { done: `「${name}」の使用を再開しました` })}>使用再開</Button>
      )}
      {full.reviews.length === 0 && <Button onClick={() => setOpened('delete')}>削除</Button>}
      <Button variant="primary" onClick={() => setOpened('indicators')}>指標を選ぶ</Button>
      <Suspense>
        {opened === 'edit' && <PlanDialog key={revision} plan={full} onClose={close} />}
        {opened === 'indicators' && <PlanIndicatorsDialog key={revision} full={full} onClose={close} />}
      </Suspense>
      <ConfirmDialog isOpen={opened === 'delete'} onClose={close} onConfirm={() => void removePlan()} title={`計画「${name}」を削除しますか？`} confirmLabel="削除する" isDangerous isBusy={remove.isPending}>
        元に戻せません。指標と、その目標・実績・評価は残ります。
      </ConfirmDialog>
    </>
  )
}
