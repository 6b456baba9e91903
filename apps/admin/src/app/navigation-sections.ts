import { mayDo, type Permission } from '@sasaeai/domain/user/permission'
import type { Role } from '@sasaeai/domain/user/role'
import type { NavigationSection } from '@sasaeai/ui/shell-navigation'

type NavigationItem = NavigationSection['items'][number]

interface StaffSection {
  readonly label?: string
  /** Each line with what one must be allowed to do to see it. */
  readonly items: readonly (NavigationItem & { readonly permission: Permission })[]
}

/** The navigation, in the staff's words. A line appears here when its page exists. */
const sections: readonly StaffSection[] = [
  { items: [{ href: '/admin/', label: 'ホーム', icon: 'home', permission: 'account.own' }] },
  {
    label: '設定',
    items: [
      { href: '/admin/users', label: '利用者', icon: 'person', permission: 'user.manage' },
      { href: '/admin/audit', label: '監査ログ', icon: 'search', permission: 'audit.read' },
    ],
  },
  { label: '開発', items: [{ href: '/admin/catalogue', label: '部品カタログ', icon: 'table', permission: 'user.manage' }] },
]

/** The lines that lead somewhere for this role. */
export function navigationFor(role: Role): NavigationSection[] {
  return sections
    .map((section) => ({
      ...(section.label === undefined ? {} : { label: section.label }),
      items: section.items.filter((item) => mayDo(role, item.permission)).map(({ permission: _, ...item }) => item),
    }))
    .filter((section) => section.items.length > 0)
}
