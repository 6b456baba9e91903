import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { typedCode } from './typed-code.ts'

const methods = {
  totp: {
    path: '/two-factor/verify-totp',
    label: '確認コード',
    support: '認証アプリに表示されている6桁の数字を入力してください。',
    empty: '確認コードを入力してください。例：123456',
    other: '回復コードを使う',
  },
  recovery: {
    path: '/two-factor/verify-backup-code',
    label: '回復コード',
    support: '二段階認証を設定したときに控えた回復コードを、1つ入力してください。',
    empty: '回復コードを入力してください。例：abcde-FGHIJ',
    other: '認証アプリの確認コードを使う',
  },
} as const

export interface SecondFactorFormProps {
  readonly onSignedIn: () => void
  readonly onStartOver: () => void
}

/** The second step of a sign-in: the code of an authenticator app, or one of the recovery codes. */
export function SecondFactorForm({ onSignedIn, onStartOver }: SecondFactorFormProps) {
  const [method, setMethod] = useState<keyof typeof methods>('totp')
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({ defaultValues: { code: '' } })
  const words = methods[method]
  const submit = form.handleSubmit(async ({ code }) => {
    const answer = await askAuth(words.path, z.unknown(), { code: typedCode(code) })
    if (answer.ok) onSignedIn()
    else setRefusal(answer.message)
  })
  const switchMethod = () => {
    setMethod(method === 'totp' ? 'recovery' : 'totp')
    setRefusal(undefined)
    form.reset()
  }
  return (
    <form key={method} noValidate onSubmit={submit} className="flex flex-col gap-5">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <TextField label={words.label} support={words.support} id="sign-in-code" autoFocus autoComplete="one-time-code" width="medium"
        inputMode={method === 'totp' ? 'numeric' : 'text'} error={form.formState.errors.code?.message}
        {...form.register('code', { required: words.empty })} />
      <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="確かめています">
        サインイン
      </Button>
      <Button variant="quiet" onClick={switchMethod}>{words.other}</Button>
      <Button variant="quiet" onClick={onStartOver}>最初からやり直す</Button>
    </form>
  )
}
