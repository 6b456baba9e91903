import { classList } from '@sasaeai/ui/class-list'

interface YearOfBars {
  readonly fiscalYear: number
  readonly value: number | null
  readonly isBreak: boolean
}

/** Ten years as small bars, the last one darker; a dotted line where the definition changed. The page of the indicator says the same in words. */
export function YearBars({ years }: { years: readonly YearOfBars[] }) {
  const most = Math.max(0, ...years.map(({ value }) => value ?? 0))
  return (
    <span aria-hidden="true" className="flex h-5 min-w-16 items-end gap-px print:h-4 print:min-w-12">
      {years.map(({ fiscalYear, value, isBreak }, place) => (
        <span key={fiscalYear} className={classList('flex h-full flex-1 items-end', isBreak && 'border-l-2 border-dotted border-black')}>
          <span
            className={classList('block w-full print:[print-color-adjust:exact]', place === years.length - 1 ? 'bg-accent' : 'bg-solid-gray-420')}
            style={{ height: value === null || most === 0 ? '0' : `${Math.max(4, (Math.max(0, value) / most) * 100)}%` }}
          />
        </span>
      ))}
    </span>
  )
}
