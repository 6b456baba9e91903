import { zodResolver } from '@hookform/resolvers/zod'
import { signInInputSchema } from '@sasaeai/domain/user/user-inputs'
import { Button } from '@sasaeai/ui/button'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { TextField } from '@sasaeai/ui/text-field'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { canUsePasskeys, signInByPasskey } from './passkey-requests.ts'
import { SecondFactorForm } from './second-factor-form.tsx'

export const signInAnswerSchema = z.object({ twoFactorRedirect: z.boolean().optional() })

export interface SignInDraft {
  readonly email: string
  readonly password: string
}

interface SignInFormProps {
  /** What the fields hold to begin with; then only the button is left to press, and has the focus. */
  readonly filled?: SignInDraft | undefined
  readonly onSignedIn: () => void
}

/**
 * E-mail and password, then the second factor where there is one; or a passkey instead of both. It may stand over
 * another form, so the ids of its fields are its own.
 */
export function SignInForm({ filled, onSignedIn }: SignInFormProps) {
  const [step, setStep] = useState<'password' | 'second-factor'>('password')
  if (step === 'second-factor') {
    return <SecondFactorForm onSignedIn={onSignedIn} onStartOver={() => setStep('password')} />
  }
  return <PasswordStep filled={filled} onSignedIn={onSignedIn} onSecondFactor={() => setStep('second-factor')} />
}

interface PasswordStepProps extends SignInFormProps {
  readonly onSecondFactor: () => void
}

function PasswordStep({ filled, onSignedIn, onSecondFactor }: PasswordStepProps) {
  const [refusal, setRefusal] = useState<string>()
  const form = useForm({
    resolver: zodResolver(signInInputSchema),
    defaultValues: filled ?? { email: '', password: '' },
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const answer = await askAuth('/sign-in/email', signInAnswerSchema, input)
    if (!answer.ok) setRefusal(answer.message)
    else if (answer.data.twoFactorRedirect === true) onSecondFactor()
    else onSignedIn()
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <TextField label="メールアドレス" type="email" inputMode="email" autoComplete="username webauthn" id="sign-in-email" width="full"
        error={errors.email?.message} {...form.register('email')} />
      <TextField label="パスワード" type="password" autoComplete="current-password" id="sign-in-password" width="full"
        error={errors.password?.message} {...form.register('password')} />
      <Button type="submit" variant="primary" autoFocus={filled !== undefined} isBusy={isSubmitting} busyLabel="サインインしています">
        サインイン
      </Button>
      {canUsePasskeys() && <PasskeySignIn onSignedIn={onSignedIn} onRefused={setRefusal} />}
    </form>
  )
}

interface PasskeySignInProps {
  readonly onSignedIn: () => void
  readonly onRefused: (message: string) => void
}

function PasskeySignIn({ onSignedIn, onRefused }: PasskeySignInProps) {
  const [isBusy, setIsBusy] = useState(false)
  const signIn = async () => {
    setIsBusy(true)
    const answer = await signInByPasskey()
    setIsBusy(false)
    if (answer.ok) onSignedIn()
    else onRefused(answer.message)
  }
  return (
    <Button isBusy={isBusy} busyLabel="端末の確認を待っています" onClick={() => void signIn()}>
      パスキーでサインイン
    </Button>
  )
}
