import { largestTypedYen } from '../../money/parse-amount.ts'
import { type Yen, yen } from '../../money/yen.ts'

/** 金種: notes and coins in yen, the largest first, as they lie on the counting sheet. */
export const denominations = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1] as const
export type Denomination = (typeof denominations)[number]

/** How many there are of each; what is missing was not there. */
export type CashPieces = Readonly<Partial<Record<Denomination, number | undefined>>>

/** More of one kind than this is a slip of the finger: a hundred thousand coins weigh a quarter of a ton. */
export const mostPieces = 99_999

/** Notes are counted by 枚 as coins are; what tells them apart is where they go: 札 from 1,000円 on. */
export function isNote(denomination: Denomination): boolean {
  return denomination >= 1_000
}

/** What the pieces of one kind are worth. */
export function amountOfKind(denomination: Denomination, pieces: number): Yen {
  return yen(denomination * pieces)
}

/** What all pieces are worth together. At most {@link mostPieces} of each stay far below the largest amount of one payment. */
export function amountOfPieces(pieces: CashPieces): Yen {
  const total = denominations.reduce((sum, denomination) => sum + denomination * (pieces[denomination] ?? 0), 0)
  if (total > largestTypedYen) throw new RangeError(`${total} yen are more than one payment can be`)
  return yen(total)
}

/** Whether two people counted the same: kinds that are missing count as none. */
export function areSamePieces(left: CashPieces, right: CashPieces): boolean {
  return denominations.every((denomination) => (left[denomination] ?? 0) === (right[denomination] ?? 0))
}
