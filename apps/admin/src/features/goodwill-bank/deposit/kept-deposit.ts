import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { emptyLine, isDepositTyped, type TypedDeposit, typedDepositSchema } from '@sasaeai/domain/goodwill-bank/deposit/typed-deposit'

const prefix = 'sasaeai.goodwill-deposit.'

/** Keeps the sheet in this browser with every key: it survives reloads, crashes and a lost connection until it is recorded. */
export function keepDeposit(userId: string, typed: TypedDeposit): void {
  try {
    localStorage.setItem(`${prefix}${userId}`, JSON.stringify(typed))
  } catch {
    // Storage is full or forbidden: then the page itself is the only copy.
  }
}

/** The sheet that was left, with a line for every item that there is now; one on which nothing was typed begins today. */
export function keptDeposit(userId: string, { today, itemIds }: { today: LocalDate; itemIds: readonly string[] }): TypedDeposit | null {
  const kept = parse(localStorage.getItem(`${prefix}${userId}`))
  if (kept === null) return null
  const own = kept.lines.filter(({ itemId }) => itemIds.includes(itemId))
  const lines = itemIds.flatMap((itemId) => {
    const keptLines = own.filter((line) => line.itemId === itemId)
    return keptLines.length === 0 ? [emptyLine(itemId)] : keptLines
  })
  return { ...kept, lines, depositedOn: isDepositTyped(kept) ? kept.depositedOn : formatLocalDateShort(today) }
}

function parse(text: string | null): TypedDeposit | null {
  if (text === null) return null
  try {
    return typedDepositSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
