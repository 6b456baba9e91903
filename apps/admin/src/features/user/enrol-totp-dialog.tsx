import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { useState } from 'react'
import { z } from 'zod'
import { ConfirmTotpForm } from './confirm-totp-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const enrolmentSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
type Enrolment = z.infer<typeof enrolmentSchema>

/** Sets up the second factor in three steps: prove the password, scan and confirm, keep the recovery codes. */
export function EnrolTotpDialog({ onClose }: { onClose: () => void }) {
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [isConfirmed, setIsConfirmed] = useState(false)
  const step = enrolment === undefined ? 1 : isConfirmed ? 3 : 2
  return (
    <Dialog isOpen keepsOpen title={`二段階認証の設定（${step}/3）`} onClose={onClose}
      actions={step === 3 ? <Button variant="primary" onClick={onClose}>控えました</Button> : undefined}
    >
      {enrolment === undefined ? (
        <PasswordForm path="/two-factor/enable" schema={enrolmentSchema} actLabel="次へ" onDone={setEnrolment} />
      ) : isConfirmed ? (
        <RecoveryCodes codes={enrolment.backupCodes} />
      ) : (
        <ConfirmTotpForm uri={enrolment.totpURI} onConfirmed={() => setIsConfirmed(true)} />
      )}
    </Dialog>
  )
}
