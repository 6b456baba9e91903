import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'

type OpenMember = RouterOutput['membershipDues']['member']['get']

/** For a membership that was entered by mistake: takes it out of the register as if it had not been. */
export function UndoJoiningSection({ member: { membershipId, revision, name, duesKindName } }: { readonly member: OpenMember }) {
  const navigate = useNavigate()
  const run = useRunCommand()
  const undo = useMutation(trpc.membershipDues.member.undoJoin.mutationOptions())
  const [asks, setAsks] = useState(false)
  const act = async () => {
    const isDone = await run(() => undo.mutateAsync({ membershipId, revision }), { done: `「${name}」の登録を取り消しました` })
    setAsks(false)
    if (isDone) await navigate({ to: '/dues/members' })
  }
  return (
    <section className="print-hidden">
      <h2 className="mb-1 text-[1.125rem] font-bold">誤って登録したとき</h2>
      <p className="text-[0.875rem]">納入・領収書・確定したお願いがまだなければ、この登録を取り消せます。</p>
      <Button variant="quiet" icon="trash" className="-ml-4" onClick={() => setAsks(true)}>
        登録を取り消す
      </Button>
      <ConfirmDialog isOpen={asks} onClose={() => setAsks(false)} onConfirm={() => void act()} title={`「${name}」の登録を取り消しますか？`}
        confirmLabel="登録を取り消す" isDangerous isBusy={undo.isPending}>
        <p>
          {duesKindName}の会員だったことと、その口数の記録が消えます。支援者としての登録と、接触の記録は残ります。会員でなくなったときは、こちらではなく「退会にする」を使ってください。
        </p>
      </ConfirmDialog>
    </section>
  )
}
