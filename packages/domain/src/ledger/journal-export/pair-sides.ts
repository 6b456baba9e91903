import { yen, type Yen } from '../../money/yen.ts'

/** A part of one debit that meets a part of one credit; `debit` and `credit` count from 0. */
export interface SidePair {
  readonly debit: number
  readonly credit: number
  readonly amountYen: Yen
}

/**
 * Pairs debits with credits for formats that know one of each per line: in the order of the entry each debit meets
 * credits until it is used up. Nothing is rounded, so every side keeps its amount to the yen; there are at most as
 * many pairs as sides less one.
 * @param debits and credits positive amounts of equal sum.
 * @throws RangeError where the sums differ.
 */
export function pairSides(debits: readonly Yen[], credits: readonly Yen[]): SidePair[] {
  const pairs: SidePair[] = []
  let [debit, credit] = [0, 0]
  let [debitLeft, creditLeft] = [debits[0] ?? 0, credits[0] ?? 0]
  while (debit < debits.length && credit < credits.length) {
    const met = Math.min(debitLeft, creditLeft)
    if (met > 0) pairs.push({ debit, credit, amountYen: yen(met) })
    debitLeft -= met
    creditLeft -= met
    if (debitLeft === 0) debitLeft = debits[++debit] ?? 0
    if (creditLeft === 0) creditLeft = credits[++credit] ?? 0
  }
  if (debit < debits.length || credit < credits.length || debitLeft !== 0 || creditLeft !== 0) throw new RangeError('debits and credits differ')
  return pairs
}
