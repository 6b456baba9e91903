import { classList } from '@sasaeai/ui/class-list'
import { FieldError } from '@sasaeai/ui/field-error'
import type { ReactNode } from 'react'

interface ChoiceTile {
  readonly value: string
  readonly label: ReactNode
  readonly support?: ReactNode
}

interface ChoiceTilesProps {
  readonly id: string
  readonly label: ReactNode
  readonly support?: ReactNode
  readonly tiles: readonly ChoiceTile[]
  readonly value: string | null
  readonly onChoose: (value: string) => void
  readonly error?: ReactNode
  /** One below the other: for sentences rather than figures. */
  readonly isList?: boolean
}

/** One of a few, each a tile as large as a thumb; radio buttons to the keyboard and to screen readers. */
export function ChoiceTiles({ id, label, support, tiles, value, onChoose, error, isList = false }: ChoiceTilesProps) {
  const described = classList(support !== undefined && `${id}-support`, error !== undefined && `${id}-error`)
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described === '' ? undefined : described} className="min-w-0">
      <legend className="text-[1.125rem] font-bold">{label}</legend>
      {support !== undefined && <div id={`${id}-support`} className="mt-1 text-[0.9375rem] text-ink-sub">{support}</div>}
      <div className={classList('mt-3 grid gap-3', isList ? 'grid-cols-1' : 'grid-cols-[repeat(auto-fill,minmax(min(8.25rem,100%),1fr))]')}>
        {tiles.map((tile) => (
          <label key={tile.value} className={classList(
            'flex min-h-14 cursor-pointer items-center gap-[min(0.75rem,3vw)] rounded-8 border-2 px-[min(1rem,3vw)] py-2.5 has-checked:border-accent has-checked:bg-accent-soft',
            'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-black',
            !isList && 'flex-wrap',
            error === undefined ? 'border-line hover:border-solid-gray-420' : 'border-red-900',
          )}>
            <input type="radio" name={id} value={tile.value} checked={tile.value === value} onChange={() => onChoose(tile.value)}
              className="size-6 shrink-0 cursor-pointer accent-accent outline-none! shadow-none!" />
            <span className="min-w-0">
              <span className={classList('font-bold', isList ? 'phrases' : 'figures whitespace-normal!')}>{tile.label}</span>
              {tile.support !== undefined && <span className="block text-[0.9375rem] text-ink-sub">{tile.support}</span>}
            </span>
          </label>
        ))}
      </div>
      <div className="mt-1.5"><FieldError id={`${id}-error`} message={error} /></div>
    </fieldset>
  )
}
