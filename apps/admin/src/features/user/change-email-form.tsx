import { zodResolver } from '@hookform/resolvers/zod'
import { changeUserEmailInputSchema } from '@sasaeai/domain/user/user-inputs'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { CommandForm } from '../../app/command-form.tsx'
import { trpc } from '../../app/trpc.ts'
import { UserActSection } from './user-act-section.tsx'
import type { ListedUser } from './user-dialog.tsx'

/** メールアドレスの変更 */
export function ChangeEmailForm({ user }: { user: ListedUser }) {
  const id = useId()
  const change = useMutation(trpc.user.changeEmail.mutationOptions())
  const form = useForm({
    resolver: zodResolver(changeUserEmailInputSchema),
    defaultValues: { userId: user.id, email: user.email },
    shouldFocusError: false,
  })
  return (
    <UserActSection
      title="メールアドレスの変更"
      description="次からは新しいメールアドレスでサインインします。本人はすべての端末でサインアウトされます。"
    >
      <div className="w-full">
        <CommandForm id={id} form={form} save={change.mutateAsync} done={`${user.name}さんのメールアドレスを変えました`}>
          {(errorOf) => (
            <div className="flex flex-col gap-3">
              <TextField label="新しいメールアドレス" id="email" type="email" inputMode="email" autoComplete="off"
                error={errorOf('email')} {...form.register('email')} />
              <Button type="submit" className="self-start" isBusy={form.formState.isSubmitting} busyLabel="変えています">メールアドレスを変える</Button>
            </div>
          )}
        </CommandForm>
      </div>
    </UserActSection>
  )
}
