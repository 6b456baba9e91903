import type { PaletteCommand, PaletteGroup } from '@sasaeai/ui/command-palette'
import { CommandPalette } from '@sasaeai/ui/command-palette'
import type { NavigationSection } from '@sasaeai/ui/shell-navigation'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Role } from '@sasaeai/domain/user/role'
import { queryClient, trpc } from './trpc.ts'

interface ShellPaletteProps {
  readonly sections: readonly NavigationSection[]
  readonly role: Role
  readonly onClose: () => void
}

/** Ctrl+K: every page of this person's navigation, and people, areas and entries by what is typed. */
export function ShellPalette({ sections, role, onClose }: ShellPaletteProps) {
  const groups = sections.map(({ label, items }) => ({
    label: label ?? 'ページ',
    commands: items.map((item) => ({ id: item.href, label: item.label, icon: item.icon, href: item.href, keywords: `${label ?? ''} ${item.fold ?? ''}` })),
  }))
  return <CommandPalette isOpen onClose={onClose} groups={groups} hint="名前・よみ・番号・電話番号で支援者を、コードや名称で地域も探せます。" search={(words) => findRecords(words, role)} />
}

const most = 6

async function findRecords(words: string, role: Role): Promise<readonly PaletteGroup[]> {
  const [supporters, areas] = await Promise.all([
    mayDo(role, 'supporter.read') ? findSupporters(words) : [],
    findAreas(words),
  ])
  return [
    { label: '支援者', commands: supporters },
    { label: '地域の明細', commands: areas },
    {
      label: '明細',
      commands: [
        {
          id: 'entries-by-text',
          label: `「${words}」を仕訳・明細から探す`,
          icon: 'search',
          href: `/admin/entries?text=${encodeURIComponent(words)}`,
        },
      ],
    },
  ]
}

async function findSupporters(text: string): Promise<PaletteCommand[]> {
  const found = await queryClient.fetchQuery(trpc.supporter.lookup.queryOptions({ text, limit: most }))
  return found.map(({ supporterId, name, kana, areaName, number }) => ({
    id: supporterId,
    label: name,
    secondary: [kana, areaName].filter((part) => part !== null && part !== '').join('　'),
    detail: String(number),
    icon: 'person',
    href: `/admin/supporters/${supporterId}`,
  }))
}

async function findAreas(text: string): Promise<PaletteCommand[]> {
  const found = await queryClient.fetchQuery(trpc.area.lookup.queryOptions({ text, limit: most }))
  return found.map(({ areaId, name, parentName, code }) => ({
    id: areaId,
    label: name,
    secondary: parentName ?? undefined,
    detail: code,
    icon: 'pin',
    href: `/admin/entries?areaId=${areaId}`,
  }))
}
