import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { trpc } from '../../app/trpc.ts'
import { useRunCommand } from '../../app/use-run-command.ts'
import { UserActSection } from './user-act-section.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** 利用停止 and its way back */
export function DisableUserForm({ user }: { user: ListedUser }) {
  const run = useRunCommand()
  const disable = useMutation(trpc.user.disable.mutationOptions())
  const enable = useMutation(trpc.user.enable.mutationOptions())
  const form = useForm({ defaultValues: { reason: '' } })
  const words = user.isDisabled ? enableWords : disableWords
  const submit = form.handleSubmit(async ({ reason }) => {
    const act = user.isDisabled ? enable : disable
    const isDone = await run(() => act.mutateAsync({ userId: user.id, reason }), { done: `${user.name}さんを${words.done}` })
    if (isDone) form.reset()
  })
  return (
    <UserActSection title={words.title} description={words.description}>
      <form onSubmit={submit} className="flex w-full flex-col gap-3">
        <TextField label="理由" requirement="optional" id="reason" support={words.example} {...form.register('reason', { maxLength: 200 })} />
        <Button type="submit" className="self-start" variant={user.isDisabled ? 'secondary' : 'danger'} isBusy={form.formState.isSubmitting}>
          {words.act}
        </Button>
      </form>
    </UserActSection>
  )
}

const disableWords = {
  title: '利用停止',
  description: 'やめた人や長く休む人がサインインできないようにします。その人が行った記録は残ります。',
  example: '例：退職のため',
  act: '利用停止にする',
  done: '利用停止にしました',
}

const enableWords = {
  title: '利用再開',
  description: 'もとの役割とパスワードで、またサインインできるようにします。',
  example: '例：復職のため',
  act: '利用を再開する',
  done: '利用中に戻しました',
}
