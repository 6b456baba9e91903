import type { NavigationSection } from '@sasaeai/ui/shell-navigation'

/** The navigation, in the staff's words. A section appears here when its first page exists. */
export const navigationSections: readonly NavigationSection[] = [
  { items: [{ href: '/admin/', label: 'ホーム', icon: 'home' }] },
  { label: '開発', items: [{ href: '/admin/catalogue', label: '部品カタログ', icon: 'table' }] },
]
