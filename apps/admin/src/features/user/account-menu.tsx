import type { Role } from '@sasaeai/domain/user/role'
import { roleNames } from '@sasaeai/domain/user/role-name'
import { MenuLine } from '@sasaeai/ui/menu-line'
import { UserMenu } from '@sasaeai/ui/user-menu'

/** Who is signed in; leads to their account and out. */
export function AccountMenu({ name, role }: { name: string; role: Role }) {
  return (
    <UserMenu name={name} role={roleNames[role]}>
      <MenuLine icon="person" href="/admin/account">自分のアカウント</MenuLine>
      <MenuLine icon="sign-out" onPress={() => void signOut()}>サインアウト</MenuLine>
    </UserMenu>
  )
}

async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  // Loading anew leaves nothing of this person's in the browser's memory.
  window.location.assign('/admin/sign-in')
}
