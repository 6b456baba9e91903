import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { TypedIncome } from '@sasaeai/domain/funding-indicator/income/typed-income'
import { z } from 'zod'

const keptSchema = z.record(z.string(), z.object({ text: z.string(), replacesId: z.string().nullable() }))

/** What this browser remembers of a year that was typed and not saved: it survives a reload and a lost connection. */
export function readKeptIncome(year: FiscalYear): TypedIncome {
  try {
    const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(year)) ?? 'null'))
    return kept.success ? kept.data : {}
  } catch {
    return {}
  }
}

/** Remembers what is typed; nothing typed is forgotten. */
export function keepIncome(year: FiscalYear, typed: TypedIncome): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(keyOf(year))
    else localStorage.setItem(keyOf(year), JSON.stringify(typed))
  } catch {
    // Storage is full or forbidden: what is typed lives as long as the page.
  }
}

function keyOf(year: FiscalYear): string {
  return `sasaeai.income.${year}`
}
