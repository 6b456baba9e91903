import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { IntakeCell, type IntakeCellProps } from './intake-cell.tsx'
import { type Suggestion, SuggestionList } from './suggestion-list.tsx'

interface IntakeLookupCellProps extends IntakeCellProps {
  /** What fits the typed text; asked for only while the cell holds the cursor. */
  readonly suggestions: readonly Suggestion[]
  /** Whether the text already stands for something, so that nothing needs to be suggested. */
  readonly isClear: boolean
  readonly onPick: (suggestion: Suggestion) => void
}

/** A cell with suggestions: ↑ ↓ choose, Enter takes the chosen one and goes on, Esc closes the list. */
export function IntakeLookupCell({ suggestions, isClear, onPick, ...cell }: IntakeLookupCellProps) {
  const listId = useId()
  const [chosen, setChosen] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const isOpen = !isClear && cell.text.trim() !== '' && suggestions.length > 0 && closedFor !== cell.text
  const place = Math.min(chosen, suggestions.length - 1)
  const pick = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined) return
    setChosen(0)
    onPick(suggestion)
  }
  const keyFirst = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    if (!isOpen) return false
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        const step = event.key === 'ArrowDown' ? 1 : -1
        setChosen((place + step + suggestions.length) % suggestions.length)
        return true
      }
      case 'Enter':
        if (event.ctrlKey || event.shiftKey) return false
        event.preventDefault()
        pick(suggestions[place])
        return true
      case 'Escape':
        setClosedFor(cell.text)
        return true
      default:
        return false
    }
  }
  const activeId = isOpen ? `${listId}-${place}` : undefined
  return (
    <span className="relative block">
      <IntakeCell {...cell} onKeyFirst={keyFirst} combobox={{ listId, isOpen, activeId }} />
      {isOpen && <SuggestionList listId={listId} suggestions={suggestions} chosen={place} onPick={pick} />}
    </span>
  )
}
