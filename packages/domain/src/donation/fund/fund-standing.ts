import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'

/** What a fiscal year did to a fund, in yen: what came in, what was carried in or out (△), and what was spent. */
export interface FundMovements {
  readonly fiscalYear: FiscalYear
  /** Gifts and other income, goods at fair value included. */
  readonly receivedYen: Yen
  /** 振替 from other funds; below zero where more went to them. */
  readonly transferredYen: Yen
  /** Spending, goods put to use included. */
  readonly usedYen: Yen
}

/** A year of a fund with what it began and ended with. */
export interface FundYear extends FundMovements {
  readonly carriedYen: Yen
  readonly balanceYen: Yen
}

/** The years in which something moved, the oldest first, each beginning with what the one before has left. */
export function fundYears(movements: readonly FundMovements[]): FundYear[] {
  let carriedYen = yen(0)
  return movements.toSorted((left, right) => left.fiscalYear - right.fiscalYear).map((moved) => {
    const year = { ...moved, carriedYen, balanceYen: sumYen([carriedYen, moved.receivedYen, moved.transferredYen, negateYen(moved.usedYen)]) }
    carriedYen = year.balanceYen
    return year
  })
}

/** A fund as one year sees it: what moved in it, what was left at its end, and all that ever came in. */
export interface FundStanding {
  readonly carriedYen: Yen
  readonly receivedYen: Yen
  readonly transferredYen: Yen
  readonly usedYen: Yen
  readonly balanceYen: Yen
  /** From the beginning to the end of the year: what stands against the target. */
  readonly receivedInAllYen: Yen
}

/** Also of a year in which nothing moved: what the years before have left is still there. */
export function fundStanding(movements: readonly FundMovements[], year: FiscalYear): FundStanding {
  const until = fundYears(movements.filter(({ fiscalYear }) => fiscalYear <= year))
  const last = until.at(-1)
  const own = last?.fiscalYear === year ? last : undefined
  const balanceYen = last?.balanceYen ?? yen(0)
  return {
    carriedYen: own?.carriedYen ?? balanceYen,
    receivedYen: own?.receivedYen ?? yen(0),
    transferredYen: own?.transferredYen ?? yen(0),
    usedYen: own?.usedYen ?? yen(0),
    balanceYen,
    receivedInAllYen: sumYen(until.map(({ receivedYen }) => receivedYen)),
  }
}

/** Several funds taken together. */
export function sumOfFunds(standings: readonly FundStanding[]): FundStanding {
  const nothing = yen(0)
  return standings.reduce<FundStanding>((sum, each) => ({
    carriedYen: addYen(sum.carriedYen, each.carriedYen),
    receivedYen: addYen(sum.receivedYen, each.receivedYen),
    transferredYen: addYen(sum.transferredYen, each.transferredYen),
    usedYen: addYen(sum.usedYen, each.usedYen),
    balanceYen: addYen(sum.balanceYen, each.balanceYen),
    receivedInAllYen: addYen(sum.receivedInAllYen, each.receivedInAllYen),
  }), { carriedYen: nothing, receivedYen: nothing, transferredYen: nothing, usedYen: nothing, balanceYen: nothing, receivedInAllYen: nothing })
}
