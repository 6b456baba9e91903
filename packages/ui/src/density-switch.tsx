import { useId, useState } from 'react'
import { classList } from './class-list.ts'
import { currentDensity, type Density, setDensity } from './kept-density.ts'

const choices: readonly { readonly value: Density; readonly label: string }[] = [
  { value: 'comfortable', label: 'ゆったり' },
  { value: 'compact', label: 'つめる' },
]

/** Chooses how closely lines stand. The choice stays in this browser; fingers always get generous targets. */
export function DensitySwitch() {
  const [density, show] = useState<Density>(currentDensity)
  const name = useId()
  return (
    <fieldset className="hidden px-3 pointer-fine:block print-hidden">
      <legend className="mb-1.5 text-[0.8125rem] text-ink-faint">表示の間隔</legend>
      <div className="flex rounded-8 border border-line p-0.5">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className={classList(
              'flex-1 cursor-pointer rounded-6 py-1.5 text-center text-[0.8125rem] leading-130 has-focus-visible:outline-3 has-focus-visible:outline-black',
              density === value ? 'bg-accent-soft font-bold text-accent' : 'text-ink-sub hover:bg-surface-sub',
            )}
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={density === value}
              onChange={() => {
                setDensity(value)
                show(value)
              }}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
