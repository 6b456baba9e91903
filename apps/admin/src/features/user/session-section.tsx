import { Button } from '@sasaeai/ui/button'
import { FormSection } from '@sasaeai/ui/form-section'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { z } from 'zod'
import { askAuth } from './auth-requests.ts'
import { deviceName } from './device-name.ts'
import { formatInstant } from './instant-text.ts'
import { useAuthAct } from './use-auth-act.ts'

interface Session {
  readonly id: string
  readonly createdAt: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly isThisOne: boolean
}

/** サインイン中の端末 */
export function SessionSection({ sessions }: { sessions: readonly Session[] }) {
  const { refusal, isBusy, run } = useAuthAct()
  const signOutElsewhere = () =>
    run(() => askAuth('/revoke-other-sessions', z.unknown(), {}), 'ほかの端末をサインアウトしました')
  return (
    <FormSection title="サインイン中の端末" description="心当たりのない端末があれば、サインアウトしてパスワードを変えてください。">
      {refusal !== undefined && <NoticeBanner tone="error" isLive title={refusal} />}
      <ul className="divide-y divide-line rounded-8 border border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
            <span>
              {deviceName(session.userAgent)}
              <span className="block text-[0.875rem] text-ink-sub">
                {formatInstant(session.createdAt)} にサインイン{session.ipAddress !== null && `　${session.ipAddress}`}
              </span>
            </span>
            {session.isThisOne && <StatusChip tone="accent">この端末</StatusChip>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button isBusy={isBusy} onClick={() => void signOutElsewhere()}>ほかの端末をすべてサインアウトする</Button>
        </div>
      )}
    </FormSection>
  )
}
