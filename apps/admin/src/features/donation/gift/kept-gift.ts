import { type TypedGift, typedGiftSchema } from '@sasaeai/domain/donation/gift/typed-gift'

const prefix = 'sasaeai.gift.'

/** Keeps the sheet in this browser with every key: it survives reloads, crashes and a lost connection until it is booked. */
export function keepGift(userId: string, typed: TypedGift): void {
  try {
    localStorage.setItem(`${prefix}${userId}`, JSON.stringify(typed))
  } catch {
    // Storage is full or forbidden: then the page itself is the only copy.
  }
}

/** The sheet that was left with something on it; null otherwise. */
export function keptGift(userId: string): TypedGift | null {
  const text = localStorage.getItem(`${prefix}${userId}`)
  const kept = text === null ? null : parse(text)
  return kept !== null && isBegun(kept) ? kept : null
}

function isBegun({ supporterId, amountYen, deceasedName, goods, note }: TypedGift): boolean {
  return [supporterId, amountYen, deceasedName, goods, note].some((text) => text.trim() !== '')
}

function parse(text: string): TypedGift | null {
  try {
    return typedGiftSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
