import { Button } from '@sasaeai/ui/button'
import type { PaletteGroup } from '@sasaeai/ui/command-palette'
import { Suspense, lazy, useState } from 'react'

const CommandPalette = lazy(async () => ({ default: (await import('@sasaeai/ui/command-palette')).CommandPalette }))

const groups: readonly PaletteGroup[] = [
  {
    label: 'ページ',
    commands: [
      { id: 'intake', label: '受付', keywords: 'うけつけ uketsuke', icon: 'tray', href: '#command-palette' },
      { id: 'ledger', label: '伝票一覧', keywords: 'でんぴょう denpyou', icon: 'book', href: '#command-palette' },
    ],
  },
]

function searchPeople(query: string): Promise<readonly PaletteGroup[]> {
  const commands = [
    { id: 'p1', label: '佐藤 花子', secondary: '荘島校区 荘島一区', detail: '000128', icon: 'person', href: '#command-palette' },
    { id: 'p2', label: '佐藤 花子', secondary: '日吉校区 通町', detail: '000954', icon: 'person', href: '#command-palette' },
  ] as const
  return Promise.resolve([{ label: '支援者', commands: commands.filter((command) => command.label.includes(query)) }])
}

/** The palette with made-up pages and people. */
export function PaletteSpecimen() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="search" onClick={() => setOpen(true)}>
        検索・移動を開く
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <CommandPalette isOpen onClose={() => setOpen(false)} groups={groups} search={searchPeople} />
        </Suspense>
      )}
    </>
  )
}
