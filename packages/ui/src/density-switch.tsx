import { useId, useState } from 'react'
import { classList } from './class-list.ts'

type Density = 'comfortable' | 'compact'

const storageKey = 'density'

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

/** The density in force: what was chosen in this browser, compact until then (staff sit at a desk). */
function currentDensity(): Density {
  return localStorage.getItem(storageKey) === 'comfortable' ? 'comfortable' : 'compact'
}

/** Puts a density in force for this browser and keeps it. */
function setDensity(density: Density): void {
  localStorage.setItem(storageKey, density)
  document.documentElement.dataset['density'] = density
}

/** Puts the kept density in force; called once before the first rendering, so that nothing jumps. */
export function applyKeptDensity(): void {
  document.documentElement.dataset['density'] = currentDensity()
}
