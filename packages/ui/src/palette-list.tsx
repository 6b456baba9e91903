import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import type { Lookup } from './use-lookup.ts'

export interface PaletteCommand {
  readonly id: string
  readonly label: string
  /** A second line: a reading, an address. */
  readonly secondary?: string | undefined
  /** A number at the end of the line. */
  readonly detail?: string | undefined
  /** Further words that find it, such as readings. */
  readonly keywords?: string | undefined
  readonly icon?: IconName | undefined
  /** Exactly one of the two: somewhere to go, or something to do. */
  readonly href?: string | undefined
  readonly onRun?: (() => void) | undefined
}

export interface PaletteGroup {
  readonly label: string
  readonly commands: readonly PaletteCommand[]
}

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[]
  readonly state: Lookup<PaletteGroup>['state']
  readonly onRun: (command: PaletteCommand) => void
}

/** What the palette offers, in groups. */
export function PaletteList({ groups, state, onRun }: PaletteListProps) {
  return (
    <Menu
      aria-label="候補"
      className="max-h-[60dvh] overflow-y-auto p-2 outline-none"
      renderEmptyState={() => (
        <p className="px-3 py-6 text-center text-[0.9375rem] text-ink-sub">
          {state === 'loading' ? '探しています' : emptyWords[state === 'failed' ? 'failed' : 'ready']}
        </p>
      )}
    >
      {groups.map((group) => (
        <MenuSection key={group.label} className="not-first:mt-2">
          <Header className="px-3 py-1 text-[0.8125rem] text-ink-faint">{group.label}</Header>
          {group.commands.map((command) => (
            <PaletteLine key={command.id} command={command} onRun={onRun} />
          ))}
        </MenuSection>
      ))}
    </Menu>
  )
}

const emptyWords = {
  ready: '見つかりません。別の読みや番号でお試しください。',
  failed: '探せませんでした。通信を確かめて、もう一度お試しください。',
}

function PaletteLine({ command, onRun }: { command: PaletteCommand; onRun: (command: PaletteCommand) => void }) {
  return (
    <MenuItem
      id={command.id}
      textValue={command.label}
      onAction={() => onRun(command)}
      className="flex min-h-(--control) cursor-pointer items-center gap-3 rounded-6 px-3 py-1 data-focused:bg-accent-soft data-focused:text-accent data-focused:shadow-none data-focused:outline-2 data-focused:-outline-offset-2 data-focused:outline-accent"
    >
      <Icon name={command.icon ?? 'arrow-right'} className="text-ink-sub" />
      <span className="min-w-0 flex-1 leading-140">
        {command.label}
        {command.secondary !== undefined && (
          <span className="block text-[0.8125rem] text-ink-sub">{command.secondary}</span>
        )}
      </span>
      {command.detail !== undefined && (
        <span className="figures text-[0.8125rem] text-ink-sub">{command.detail}</span>
      )}
    </MenuItem>
  )
}
