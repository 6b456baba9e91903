import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { useAuthAct } from './use-auth-act.ts'

interface PasswordFormProps<T> {
  /** The request of the sign-in service that asks for the password. */
  readonly path: string
  readonly schema: z.ZodType<T>
  readonly actLabel: string
  readonly isDangerous?: boolean
  readonly onDone: (answer: T) => void
}

/** Asks for one's password before a change that a passer-by at an open screen must not make. */
export function PasswordForm<T>({ path, schema, actLabel, isDangerous = false, onDone }: PasswordFormProps<T>) {
  const { refusal, run } = useAuthAct()
  const form = useForm({ defaultValues: { password: '' } })
  const submit = form.handleSubmit(async ({ password }) => {
    const answer = await run(() => askAuth(path, schema, { password }))
    if (answer.ok) onDone(answer.data)
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-col items-start gap-5">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <TextField label="パスワード" type="password" id="confirm-password" width="medium" autoComplete="current-password"
        support="本人であることを確かめます。" error={form.formState.errors.password?.message}
        {...form.register('password', { required: 'パスワードを入力してください。' })} />
      <Button type="submit" variant={isDangerous ? 'danger' : 'primary'} isBusy={form.formState.isSubmitting}>{actLabel}</Button>
    </form>
  )
}
