import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { QrCode } from './qr-code.tsx'
import { typedCode } from './typed-code.ts'
import { useAuthAct } from './use-auth-act.ts'

/** Shows the secret for the authenticator app and takes the first code as proof that it arrived there. */
export function ConfirmTotpForm({ uri, onConfirmed }: { uri: string; onConfirmed: () => void }) {
  const { refusal, run } = useAuthAct()
  const form = useForm({ defaultValues: { code: '' } })
  const submit = form.handleSubmit(async ({ code }) => {
    const answer = await run(() => askAuth('/two-factor/verify-totp', z.unknown(), { code: typedCode(code) }))
    if (answer.ok) onConfirmed()
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-col items-start gap-5">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <p>スマートフォンの認証アプリ（Google Authenticator、Microsoft Authenticator など）で、この図を読み取ってください。</p>
      <QrCode text={uri} label="認証アプリで読み取る図" />
      <details>
        <summary className="cursor-pointer text-accent underline">読み取れないとき</summary>
        <p className="mt-2">
          アプリで「キーを手入力」を選び、次の文字を入力してください。
          <code className="mt-1 block break-all font-bold select-all">{secretIn(uri)}</code>
        </p>
      </details>
      <TextField label="確認コード" support="アプリに表示された6桁の数字を入力してください。" id="totp-code" width="short" inputMode="numeric"
        autoComplete="one-time-code" error={form.formState.errors.code?.message}
        {...form.register('code', { required: '確認コードを入力してください。例：123456' })} />
      <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="確かめています">確かめる</Button>
    </form>
  )
}

function secretIn(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? ''
}
