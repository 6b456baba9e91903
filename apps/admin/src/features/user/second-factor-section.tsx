import { Button } from '@sasaeai/ui/button'
import { FormSection } from '@sasaeai/ui/form-section'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { EnrolTotpDialog } from './enrol-totp-dialog.tsx'
import { PasswordActDialog } from './password-act-dialog.tsx'

type Act = 'enrol' | 'renew' | 'disable'

/** 二段階認証: a code from an authenticator app beside the password */
export function SecondFactorSection({ isEnabled }: { isEnabled: boolean }) {
  const [act, setAct] = useState<Act>()
  const close = () => setAct(undefined)
  return (
    <FormSection title="二段階認証" description="パスワードのほかに、スマートフォンの認証アプリに出る6桁の数字でも確かめます。">
      <p>
        {isEnabled ? <StatusChip tone="success">設定済み</StatusChip> : <StatusChip>未設定</StatusChip>}
      </p>
      <div className="flex flex-wrap gap-3">
        {isEnabled ? (
          <>
            <Button onClick={() => setAct('renew')}>回復コードを作り直す</Button>
            <Button variant="danger" onClick={() => setAct('disable')}>二段階認証をやめる</Button>
          </>
        ) : (
          <Button onClick={() => setAct('enrol')}>二段階認証を設定する</Button>
        )}
      </div>
      {act === 'enrol' && <EnrolTotpDialog onClose={close} />}
      {act === 'renew' && <PasswordActDialog act="renew" onClose={close} />}
      {act === 'disable' && <PasswordActDialog act="disable" onClose={close} />}
    </FormSection>
  )
}
