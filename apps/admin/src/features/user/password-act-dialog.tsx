import { Button } from '@sasaeai/ui/button'
import { Dialog } from '@sasaeai/ui/dialog'
import { useToast } from '@sasaeai/ui/toast'
import { useState } from 'react'
import { z } from 'zod'
import { PasswordForm } from './password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const codesSchema = z.object({ backupCodes: z.array(z.string()).default([]) })

const acts = {
  renew: {
    title: '回復コードを作り直す',
    path: '/two-factor/generate-backup-codes',
    words: '新しい回復コードを10個作ります。今までの回復コードは使えなくなります。',
    label: '回復コードを作り直す',
  },
  disable: {
    title: '二段階認証をやめる',
    path: '/two-factor/disable',
    words: 'パスワードだけでサインインできるようになります。認証アプリの登録と回復コードは使えなくなります。',
    label: '二段階認証をやめる',
  },
} as const

/** An act on the second factor that only needs the password. */
export function PasswordActDialog({ act, onClose }: { act: keyof typeof acts; onClose: () => void }) {
  const showToast = useToast()
  const [codes, setCodes] = useState<readonly string[]>([])
  const { title, path, words, label } = acts[act]
  const done = ({ backupCodes }: { backupCodes: string[] }) => {
    setCodes(backupCodes)
    if (backupCodes.length > 0) return
    showToast({ text: '二段階認証をやめました' })
    onClose()
  }
  return (
    <Dialog isOpen keepsOpen title={title} onClose={onClose}
      actions={codes.length > 0 ? <Button variant="primary" onClick={onClose}>控えました</Button> : undefined}
    >
      {codes.length > 0 ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <>
          <p className="mb-5">{words}</p>
          <PasswordForm path={path} schema={codesSchema} actLabel={label} isDangerous={act === 'disable'} onDone={done} />
        </>
      )}
    </Dialog>
  )
}
