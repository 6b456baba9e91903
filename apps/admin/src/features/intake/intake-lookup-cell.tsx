import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { IntakeCell, type IntakeCellProps } from './intake-cell.tsx'
import { type Suggestion, SuggestionList } from './suggestion-list.tsx'
import { useChosenSuggestion } from './use-chosen-suggestion.ts'

interface IntakeLookupCellProps extends IntakeCellProps {
  /** What fits the typed text; asked for only while the cell holds the cursor. */
  readonly suggestions: readonly Suggestion[]
  /** Whether the text already stands for something, so that nothing needs to be suggested. */
  readonly isClear: boolean
  /** Whether suggestions for this very text are still on their way: until then Enter keeps the cursor here. */
  readonly isWaiting?: boolean
  readonly onPick: (suggestion: Suggestion) => void
}

/** A cell with suggestions: ↑ ↓ choose, Enter takes the chosen one and goes on, Esc closes the list. */
export function IntakeLookupCell({ suggestions, isClear, isWaiting = false, onPick, ...cell }: IntakeLookupCellProps) {
  const listId = useId()
  const { chosen, move } = useChosenSuggestion(cell.text, suggestions)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const isOpen = !isClear && cell.text.trim() !== '' && suggestions.length > 0 && closedFor !== cell.text
  const keyFirst = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (isWaiting && event.key === 'Enter' && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault()
      return true
    }
    if (!isOpen) return false
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault()
        move(event.key === 'ArrowDown' ? 1 : -1)
        return true
      case 'Enter': {
        const picked = suggestions[chosen]
        if (event.ctrlKey || event.shiftKey || picked === undefined) return false
        event.preventDefault()
        onPick(picked)
        return true
      }
      case 'Escape':
        setClosedFor(cell.text)
        return true
      default:
        return false
    }
  }
  const activeId = isOpen && chosen >= 0 ? `${listId}-${chosen}` : undefined
  return (
    <span className="relative block">
      <IntakeCell {...cell} onKeyFirst={keyFirst} combobox={{ listId, isOpen, activeId }} />
      {isOpen && <SuggestionList listId={listId} suggestions={suggestions} chosen={chosen} onPick={onPick} />}
    </span>
  )
}
