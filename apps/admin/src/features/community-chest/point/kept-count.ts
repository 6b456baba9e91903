import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type TypedCashCount, typedCashCountSchema } from '@sasaeai/domain/community-chest/point/typed-cash-count'

const prefix = 'sasaeai.cash-count.'

/** Keeps the sheet in this browser with every key: it survives reloads, crashes and a lost connection until it is booked. */
export function keepCount(userId: string, typed: TypedCashCount): void {
  try {
    localStorage.setItem(`${prefix}${userId}`, JSON.stringify(typed))
  } catch {
    // Storage is full or forbidden: then the page itself is the only copy.
  }
}

/** The sheet that was left; one on which nothing was counted yet begins on today's date. */
export function keptCount(userId: string, today: LocalDate): TypedCashCount | null {
  const text = localStorage.getItem(`${prefix}${userId}`)
  if (text === null) return null
  const kept = parse(text)
  if (kept === null) return null
  return isCounted(kept) ? kept : { ...kept, countedOn: formatLocalDateShort(today) }
}

export function isCounted({ pieces }: TypedCashCount): boolean {
  return Object.values(pieces).some((text) => text.trim() !== '')
}

function parse(text: string): TypedCashCount | null {
  try {
    return typedCashCountSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
