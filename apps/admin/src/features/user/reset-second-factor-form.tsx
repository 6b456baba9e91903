import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { UserActSection } from './user-act-section.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** 二段階認証の解除, for somebody who has lost their phone; nothing to show where nothing is set up */
export function ResetSecondFactorForm({ user }: { user: ListedUser }) {
  const run = useRunCommand()
  const reset = useMutation(trpc.user.resetSecondFactor.mutationOptions())
  const [isAsking, setIsAsking] = useState(false)
  if (!user.twoFactorEnabled && user.passkeys === 0) return null
  const confirm = async () => {
    await run(() => reset.mutateAsync({ userId: user.id }), { done: `${user.name}さんの二段階認証を解除しました` })
    setIsAsking(false)
  }
  return (
    <UserActSection
      title="二段階認証の解除"
      description="スマートフォンをなくしたときに使います。認証アプリとパスキーの登録が消え、パスワードだけでサインインできるようになります。"
     
    >
      <Button variant="danger" onClick={() => setIsAsking(true)}>二段階認証を解除する</Button>
      <ConfirmDialog isOpen={isAsking} onClose={() => setIsAsking(false)} onConfirm={() => void confirm()} isDangerous
        isBusy={reset.isPending} title={`${user.name}さんの二段階認証を解除しますか？`} confirmLabel="解除する">
        本人からの依頼であることを、電話や対面で確かめてください。本人はすべての端末でサインアウトされます。
      </ConfirmDialog>
    </UserActSection>
  )
}
