import { zodResolver } from '@hookform/resolvers/zod'
import { resetPasswordInputSchema } from '@sasaeai/domain/user/user-inputs'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { UserActSection } from './user-act-section.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** パスワードの再設定, for somebody who has forgotten theirs */
export function ResetPasswordForm({ user }: { user: ListedUser }) {
  const run = useRunCommand()
  const reset = useMutation(trpc.user.resetPassword.mutationOptions())
  const form = useForm({ resolver: zodResolver(resetPasswordInputSchema), defaultValues: { userId: user.id, password: '' } })
  const submit = form.handleSubmit(async (input) => {
    const isDone = await run(() => reset.mutateAsync(input), { done: `${user.name}さんのパスワードを再設定しました` })
    if (isDone) form.reset()
  })
  return (
    <UserActSection
      title="パスワードの再設定"
      description="忘れたときに、新しいパスワードを決めて本人に伝えます。本人はすべての端末でサインアウトされます。"
     
    >
      <form noValidate onSubmit={submit} className="flex flex-col items-start gap-3">
        <TextField label="新しいパスワード" support="12文字以上" id="new-password" width="medium" autoComplete="new-password"
          error={form.formState.errors.password?.message} {...form.register('password')} />
        <Button type="submit" isBusy={form.formState.isSubmitting} busyLabel="再設定しています">再設定する</Button>
      </form>
    </UserActSection>
  )
}
