import { Button } from '@sasaeai/ui/button'
import { ConfirmDialog } from '@sasaeai/ui/confirm-dialog'
import { FormSection } from '@sasaeai/ui/form-section'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { useState } from 'react'
import { deviceName } from './device-name.ts'
import { formatInstant } from './instant-text.ts'
import { addPasskey, canUsePasskeys, removePasskey } from './passkey-requests.ts'
import { useAuthAct } from './use-auth-act.ts'

interface Passkey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: string | null
}

/** パスキー: signing in by fingerprint, face or the device's own code */
export function PasskeySection({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { refusal, isBusy, run } = useAuthAct()
  const [leaving, setLeaving] = useState<{ id: string; name: string }>()
  const remove = async (id: string) => {
    await run(() => removePasskey(id), 'パスキーを削除しました')
    setLeaving(undefined)
  }
  const add = () => run(() => addPasskey(deviceName(navigator.userAgent)), 'パスキーを登録しました')
  return (
    <FormSection title="パスキー" description="パスワードの代わりに、この端末の指紋・顔・暗証番号でサインインできます。">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line rounded-8 border border-line">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
              <span>
                {name ?? 'パスキー'}
                <span className="block text-[0.875rem] text-ink-sub">{formatInstant(createdAt)} に登録</span>
              </span>
              <Button size="small" variant="danger" aria-label={`${name ?? 'パスキー'}を削除`}
                onClick={() => setLeaving({ id, name: name ?? 'パスキー' })}>
                削除
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <div>
          <Button isBusy={isBusy} busyLabel="端末の確認を待っています" onClick={() => void add()}>この端末のパスキーを登録する</Button>
        </div>
      ) : (
        <p className="text-ink-sub">このブラウザー、またはこのアドレスではパスキーを使えません。https のアドレスで開いてください。</p>
      )}
      {leaving !== undefined && (
        <ConfirmDialog isOpen isDangerous isBusy={isBusy} onClose={() => setLeaving(undefined)} onConfirm={() => void remove(leaving.id)}
          title={`パスキー「${leaving.name}」を削除しますか？`} confirmLabel="削除する">
          <p>その端末の指紋・顔・暗証番号では、サインインできなくなります。</p>
        </ConfirmDialog>
      )}
    </FormSection>
  )
}
