import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { CampaignDialog } from './campaign-dialog.tsx'

export type CampaignStanding = RouterOutput['communityChest']['campaign']['overview']['campaigns'][number]

/** What can be done with a drive as a whole: edit, close or open again, delete. */
export function CampaignActs({ campaign, onReload }: { campaign: CampaignStanding; onReload: () => void }) {
  const mayEdit = useMayDo('ground.manage')
  const mayClose = useMayDo('chest.manage')
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      {mayEdit && <DeleteButton campaign={campaign} />}
      {mayEdit && <Button icon="pencil" onClick={() => setEditing(true)}>編集する</Button>}
      {mayClose && <CloseButton campaign={campaign} />}
      {isEditing && (
        <Fragment key={campaign.revision}>
          <CampaignDialog campaign={campaign} year={campaign.fiscalYear} onClose={() => setEditing(false)} onReload={onReload} />
        </Fragment>
      )}
    </>
  )
}

function CloseButton({ campaign: { id: campaignId, name, closedOn } }: { campaign: CampaignStanding }) {
  const close = useMutation(trpc.communityChest.campaign.close.mutationOptions())
  const reopen = useMutation(trpc.communityChest.campaign.reopen.mutationOptions())
  const run = useRunCommand()
  const undo = () => run(() => reopen.mutateAsync({ campaignId }), { done: `「${name}」の締めを解除しました` })
  if (closedOn !== null) return <Button isBusy={reopen.isPending} onClick={() => void undo()}>締めを解除する</Button>
  const submit = () =>
    run(() => close.mutateAsync({ campaignId }), { done: `「${name}」を締めました`, action: <UndoButton onUndo={undo} /> })
  return <Button isBusy={close.isPending} onClick={() => void submit()}>運動を締める</Button>
}

function DeleteButton({ campaign: { id: campaignId, name } }: { campaign: CampaignStanding }) {
  const remove = useMutation(trpc.communityChest.campaign.remove.mutationOptions())
  const run = useRunCommand()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const submit = async () => {
    const isRemoved = await run(() => remove.mutateAsync({ campaignId }), { done: `「${name}」を削除しました` })
    setAsks(false)
    if (isRemoved) await navigate({ to: '/chest' })
  }
  return (
    <>
      <Button variant="quiet" onClick={() => setAsks(true)}>削除する</Button>
      <ConfirmDialog isOpen={asks} onClose={() => setAsks(false)} onConfirm={() => void submit()} isBusy={remove.isPending} isDangerous
        title={`運動「${name}」を削除しますか？`} confirmLabel="削除する">
        <p>一度も受入れのない運動だけ削除できます。決めてある目標額も一緒に消えます。</p>
      </ConfirmDialog>
    </>
  )
}
