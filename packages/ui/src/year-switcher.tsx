import { useId } from 'react'
import { Icon } from './icon.tsx'
import type { SelectOption } from './select-field.tsx'

export interface YearSwitcherProps {
  readonly years: readonly SelectOption[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The year whose books are on screen, chosen once for all pages. */
export function YearSwitcher({ years, value, onChange }: YearSwitcherProps) {
  const id = useId()
  return (
    <span className="relative inline-flex items-center">
      <label htmlFor={id} className="sr-only">
        年度
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="figures min-h-(--control) cursor-pointer appearance-none rounded-8 border border-line-field bg-white pr-8 pl-3 text-[0.9375rem] font-bold hover:border-black max-sm:pr-7 max-sm:pl-2 max-sm:text-[0.875rem]"
      >
        {years.map((year) => (
          <option key={year.value} value={year.value}>
            {year.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute right-2 text-[0.875rem]" />
    </span>
  )
}
