import type { LocalDate } from '../../calendar/local-date.ts'

/** What is there of an item with one 期限, in pieces or grams. */
export interface HeldLot {
  readonly lotId: string
  readonly expiresOn: LocalDate | null
  readonly held: number
}

export interface TakenLot {
  readonly lotId: string
  readonly expiresOn: LocalDate | null
  readonly quantity: number
}

export type Taking = { readonly ok: true; readonly taken: readonly TakenLot[] } | { readonly ok: false; readonly available: number }

/**
 * 先入れ先出し by 期限: what expires first goes out first, what has no 期限 last. What has expired before the day does not go
 * out at all: it is written off. Refused with what there is where that is not enough.
 */
export function takeFirstExpiring(lots: readonly HeldLot[], { wanted, day }: { wanted: number; day: LocalDate }): Taking {
  const good = lots.filter(({ expiresOn, held }) => held > 0 && (expiresOn === null || expiresOn >= day)).toSorted(byExpiry)
  const available = good.reduce((sum, { held }) => sum + held, 0)
  if (available < wanted) return { ok: false, available }
  const taken: TakenLot[] = []
  let left = wanted
  for (const { lotId, expiresOn, held } of good) {
    if (left === 0) break
    const quantity = Math.min(held, left)
    taken.push({ lotId, expiresOn, quantity })
    left -= quantity
  }
  return { ok: true, taken }
}

function byExpiry(left: HeldLot, right: HeldLot): number {
  const [first, second] = [left.expiresOn ?? '9999-12-31', right.expiresOn ?? '9999-12-31']
  if (first !== second) return first < second ? -1 : 1
  return left.lotId < right.lotId ? -1 : 1
}
