import { useEffect, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { Icon } from './icon.tsx'
import { useNavigateTo } from './navigation-context.tsx'
import { PaletteList } from './palette-list.tsx'
import type { PaletteCommand, PaletteGroup } from './palette-list.tsx'
import { Spinner } from './spinner.tsx'
import { useLookup } from './use-lookup.ts'
import type { Load } from './use-lookup.ts'

export type { PaletteCommand, PaletteGroup } from './palette-list.tsx'

export interface CommandPaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Pages and acts that are always at hand; filtered here by label and keywords. */
  readonly groups: readonly PaletteGroup[]
  /** What else can be found, told while nothing is typed. */
  readonly hint?: string | undefined
  /** Finds records for the typed words; not asked while nothing is typed. */
  readonly search?: Load<PaletteGroup> | undefined
}

/** Goes anywhere from the keyboard: type, arrow down, Enter. Load it lazily. */
export function CommandPalette({ isOpen, onClose, groups, hint, search = findNothing }: CommandPaletteProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      className="fixed inset-0 z-50 flex items-start justify-center bg-opacity-gray-500 p-3 pt-[10dvh] print-hidden"
    >
      <Modal className="w-full max-w-xl">
        <Dialog aria-label="検索・移動" className="overflow-hidden rounded-12 bg-white shadow-float outline-none">
          <PaletteSearch groups={groups} hint={hint} search={search} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface PaletteSearchProps {
  readonly groups: readonly PaletteGroup[]
  readonly hint: string | undefined
  readonly search: Load<PaletteGroup>
  readonly onClose: () => void
}

function PaletteSearch({ groups, hint, search, onClose }: PaletteSearchProps) {
  const [words, setWords] = useState('')
  const navigateTo = useNavigateTo()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const isSearching = words.trim() !== ''
  const { found, state } = useLookup(search, isSearching ? words.trim() : undefined)
  const shown = [...matchingGroups(groups, words), ...(isSearching ? found : [])].filter((group) => group.commands.length > 0)
  const run = (command: PaletteCommand) => {
    onClose()
    if (command.href === undefined) command.onRun?.()
    else navigateTo(command.href)
  }
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <TextField aria-label="ページ・支援者・伝票を探す" className="flex items-center gap-3 border-b border-line px-4">
        {state === 'loading' ? <Spinner /> : <Icon name="search" className="text-ink-sub" />}
        <Input ref={input} className="h-14 min-w-0 flex-1 bg-transparent text-[1.0625rem] shadow-none! outline-none!" />
        <button
          type="button"
          onClick={onClose}
          className="-mr-2 grid min-h-(--control) cursor-pointer place-items-center rounded-6 px-2"
        >
          <kbd className="rounded-4 border border-line px-1.5 font-sans text-[0.75rem] text-ink-sub">Esc</kbd>
          <span className="sr-only">で閉じる</span>
        </button>
      </TextField>
      {hint !== undefined && words === '' && <p className="px-5 pt-2.5 text-[0.8125rem] text-ink-sub">{hint}</p>}
      <PaletteList groups={shown} state={state} onRun={run} />
    </Autocomplete>
  )
}

function matchingGroups(groups: readonly PaletteGroup[], words: string): readonly PaletteGroup[] {
  const wanted = searchKey(words)
  return groups.map((group) => ({
    ...group,
    commands: group.commands.filter((command) => searchKey(`${command.label} ${command.keywords ?? ''}`).includes(wanted)),
  }))
}

/** Width and case must not matter in a search; this is for comparing only and is never shown. */
function searchKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}

async function findNothing(): Promise<readonly PaletteGroup[]> {
  return []
}
