import { classList } from '@sasaeai/ui/class-list'
import { FieldError } from '@sasaeai/ui/field-error'
import type { HeaderField } from '@sasaeai/domain/intake/intake-draft'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { caretOf, isComposing, settledText, withThousands } from './cell-text.ts'
import { headerCellId } from './focus-cell.ts'
import { commandOfKey, type GridCommand } from './grid-keys.ts'
import { type Suggestion, SuggestionList } from './suggestion-list.tsx'
import { useChosenSuggestion } from './use-chosen-suggestion.ts'

interface HeaderCellProps {
  readonly field: HeaderField
  readonly label: string
  readonly text: string
  readonly unit?: string
  readonly isNumeric?: boolean
  readonly isActive: boolean
  /** What the text was understood as. */
  readonly echo?: ReactNode
  readonly error: string | undefined
  readonly warning: string | undefined
  readonly suggestions?: readonly Suggestion[]
  readonly className?: string
  readonly onType: (text: string) => void
  readonly onEnter: () => void
  readonly onLeave: () => void
  readonly onMove: (step: 1 | -1) => void
  readonly onDown: () => void
  readonly onCommand: (command: GridCommand) => void
}

/** The label stands clear of the focus ring of its cell. */
export const headerLabelLook = 'mb-1.5 text-[0.8125rem] leading-150 font-bold text-ink-sub'

/** One labelled cell above the lines. It speaks the same keys as the grid. */
export function HeaderCell(props: HeaderCellProps) {
  const { field, label, text, unit, isNumeric = false, isActive, echo, error, warning, className } = props
  const inputId = headerCellId(field)
  const input = useRef<HTMLInputElement>(null)
  const shown = field === 'controlTotal' && !isActive ? settledText(field, text) : text
  useLayoutEffect(() => {
    if (isActive && field === 'controlTotal') input.current?.select()
  }, [isActive, field])
  const noteId = useId()
  const list = useSuggestionKeys(props)
  return (
    <div className={classList('relative flex min-w-0 flex-col', className)}>
      <label htmlFor={inputId} className={headerLabelLook}>
        {label}
      </label>
      <span className="flex items-center gap-1.5">
        <input
          ref={input}
          id={inputId}
          type="text"
          autoComplete="off"
          spellCheck={false}
          inputMode={isNumeric ? 'numeric' : undefined}
          enterKeyHint="next"
          aria-invalid={error !== undefined || undefined}
          aria-describedby={noteId}
          value={shown}
          {...list.attributes}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onFocus={(event) => {
            props.onEnter()
            event.currentTarget.select()
          }}
          onBlur={props.onLeave}
          onKeyDown={(event) => list.press(event) || pressKey(event, props)}
          className={classList(
            'min-h-(--control) w-full min-w-0 rounded-8 border border-line-field bg-white px-2.5',
            'text-(length:--text-cell) hover:border-black',
            'aria-invalid:border-red-900 aria-invalid:inset-ring aria-invalid:inset-ring-red-900',
            isNumeric && 'figures text-right font-bold',
          )}
        />
        {unit !== undefined && <span className="shrink-0 text-[0.875rem]">{unit}</span>}
      </span>
      {list.isOpen && (
        <SuggestionList
          listId={list.listId}
          suggestions={props.suggestions ?? []}
          chosen={list.chosen}
          onPick={list.pick}
        />
      )}
      <span id={noteId} className="mt-1.5 min-h-[1.25rem] text-[0.8125rem] leading-150 text-ink-sub">
        {error === undefined ? (
          <>{warning !== undefined ? <span className="text-yellow-1100">{warning}</span> : echo}</>
        ) : (
          <FieldError id={`${inputId}-error`} message={error} />
        )}
      </span>
    </div>
  )
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, props: HeaderCellProps): void {
  if (isComposing(event)) return
  const input = event.currentTarget
  const column = props.field === 'controlTotal' ? 'amount' : null
  const command = commandOfKey(event, { column, text: input.value, ...caretOf(input) })
  switch (command) {
    case null:
    case 'copy_cell':
    case 'copy_row':
    case 'delete_row':
    case 'revert':
      return
    case 'thousands':
      event.preventDefault()
      return props.onType(withThousands(input))
    case 'next':
    case 'right':
      event.preventDefault()
      return props.onMove(1)
    case 'back':
    case 'left':
    case 'up':
      event.preventDefault()
      return props.onMove(-1)
    case 'down':
      event.preventDefault()
      return props.onDown()
    case 'undo':
    case 'redo':
    case 'post':
    case 'help':
      event.preventDefault()
      return props.onCommand(command)
  }
}

/** ↑ ↓ choose and Enter takes, while suggestions are open. */
function useSuggestionKeys({ suggestions = [], text, isActive, onType, onMove }: HeaderCellProps) {
  const listId = useId()
  const { chosen, move } = useChosenSuggestion(text, suggestions)
  const isOpen = isActive && text.trim() !== '' && suggestions.length > 0
  const pick = (suggestion: Suggestion) => {
    onType(suggestion.code)
    onMove(1)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (!isOpen || isComposing(event) || event.ctrlKey) return false
    const picked = suggestions[chosen]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && !event.shiftKey && picked !== undefined) {
      pick(picked)
    } else {
      return false
    }
    event.preventDefault()
    return true
  }
  const attributes = {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? listId : undefined,
    'aria-autocomplete': 'list',
    'aria-activedescendant': isOpen && chosen >= 0 ? `${listId}-${chosen}` : undefined,
  } as const
  return { isOpen, listId, chosen, pick, press, attributes: suggestions.length > 0 || isOpen ? attributes : {} }
}
