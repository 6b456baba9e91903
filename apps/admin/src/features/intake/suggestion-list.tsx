import { classList } from '@sasaeai/ui/class-list'

/** Something that a typed text may mean. */
export interface Suggestion {
  readonly key: string
  /** The code or number that goes into the cell. */
  readonly code: string
  readonly name: string
  /** What tells namesakes apart. */
  readonly detail?: string | undefined
  /** Whether the typed number stands for just this one, checked and found. */
  readonly isExact?: boolean
}

interface SuggestionListProps {
  readonly listId: string
  readonly suggestions: readonly Suggestion[]
  /** The one that Enter takes; -1 for none. */
  readonly chosen: number
  readonly onPick: (suggestion: Suggestion) => void
}

/** The list below a cell. The cursor stays in the cell; the list only shows what Enter would take. */
export function SuggestionList({ listId, suggestions, chosen, onPick }: SuggestionListProps) {
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="候補"
      className={classList(
        'absolute top-full left-0 z-30 mt-0.5 max-h-72 w-max max-w-[min(24rem,80vw)] min-w-full overflow-y-auto',
        'rounded-8 border border-line bg-white py-1 shadow-float',
      )}
    >
      {suggestions.map((suggestion, place) => (
        <div
          key={suggestion.key}
          id={`${listId}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === chosen}
          onMouseDown={(event) => {
            // The press must not take the cursor out of the cell.
            event.preventDefault()
            onPick(suggestion)
          }}
          className={classList(
            'flex cursor-pointer items-baseline gap-3 px-3 py-1.5 text-[0.875rem] leading-140',
            place === chosen ? 'bg-accent-soft' : 'hover:bg-surface-sub',
          )}
        >
          <span className="figures min-w-10 text-ink-sub">{suggestion.code}</span>
          <span className="font-bold">{suggestion.name}</span>
          {suggestion.detail !== undefined && (
            <span className="ml-auto text-[0.8125rem] text-ink-sub">{suggestion.detail}</span>
          )}
        </div>
      ))}
    </div>
  )
}
