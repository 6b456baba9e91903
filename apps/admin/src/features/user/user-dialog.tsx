import { Dialog } from '@sasaeai/ui/dialog'
import type { RouterOutput } from '../../app/trpc.ts'
import { ChangeEmailForm } from './change-email-form.tsx'
import { ChangeRoleForm } from './change-role-form.tsx'
import { DisableUserForm } from './disable-user-form.tsx'
import { ResetPasswordForm } from './reset-password-form.tsx'
import { ResetSecondFactorForm } from './reset-second-factor-form.tsx'

export type ListedUser = RouterOutput['user']['list'][number]

/** Everything that an administrator may do to one person's account, each act with its own button. */
export function UserDialog({ user, onClose }: { user: ListedUser; onClose: () => void }) {
  return (
    <Dialog isOpen title={`${user.name}さんの編集`} onClose={onClose}>
      <p className="text-ink-sub">{user.email}</p>
      <div className="flex flex-col divide-y divide-line">
        <ChangeRoleForm user={user} />
        <ChangeEmailForm user={user} />
        <ResetPasswordForm user={user} />
        <ResetSecondFactorForm user={user} />
        <DisableUserForm user={user} />
      </div>
    </Dialog>
  )
}
