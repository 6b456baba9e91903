import { divideRounded } from '../../money/rounding.ts'
import { addYen, formatYenDelta, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'

/** This year to the day and last year to the same day: money, and how many households, givers or 件 it came from. */
export interface ComparedFigures {
  readonly thisYen: Yen
  readonly lastYen: Yen
  readonly thisCount: number
  readonly lastCount: number
}

/** 増減額, in yen. */
export function differenceOf({ thisYen, lastYen }: Pick<ComparedFigures, 'thisYen' | 'lastYen'>): Yen {
  return addYen(thisYen, negateYen(lastYen))
}

/** All parts together. */
export function wholeOfParts(parts: readonly ComparedFigures[]): ComparedFigures {
  return {
    thisYen: sumYen(parts.map(({ thisYen }) => thisYen)),
    lastYen: sumYen(parts.map(({ lastYen }) => lastYen)),
    thisCount: parts.reduce((sum, { thisCount }) => sum + thisCount, 0),
    lastCount: parts.reduce((sum, { lastCount }) => sum + lastCount, 0),
  }
}

/** A difference as what came of the number of households, and what came of how much each gave. Both add up to it. */
export interface CountAndAverage {
  /** 世帯数による増減: the households more or fewer, each at last year's average. In yen. */
  readonly byCountYen: Yen
  /** 1世帯当たりによる増減: this year's households, each with what they gave more or less. In yen. */
  readonly byAverageYen: Yen
  /** Averages in yen, rounded half up. */
  readonly thisAverageYen: Yen
  readonly lastAverageYen: Yen
}

/**
 * Splits a difference into count and average. The count's part is rounded to whole yen and the average's is the rest, so
 * that both add up to the difference. Null where either year has no households: there is no average to speak of.
 */
export function splitDifference(figures: ComparedFigures): CountAndAverage | null {
  const { thisYen, lastYen, thisCount, lastCount } = figures
  if (thisCount <= 0 || lastCount <= 0) return null
  const byCountYen = rounded(BigInt(thisCount - lastCount) * BigInt(lastYen), lastCount)
  return {
    byCountYen,
    byAverageYen: addYen(differenceOf(figures), negateYen(byCountYen)),
    thisAverageYen: rounded(BigInt(thisYen), thisCount),
    lastAverageYen: rounded(BigInt(lastYen), lastCount),
  }
}

function rounded(amount: bigint, count: number): Yen {
  return yen(Number(divideRounded(amount, BigInt(count), 'half_up')))
}

/** 「世帯数が△120減り、1世帯当たりは3円増えました」, of what is counted (世帯, 件); null where there is nothing to split. */
export function wordsOfSplit(figures: ComparedFigures, counter: string): string | null {
  const split = splitDifference(figures)
  if (split === null) return null
  const count = figures.thisCount - figures.lastCount
  const average = addYen(split.thisAverageYen, negateYen(split.lastAverageYen))
  const countWords = count === 0 ? '変わらず' : count > 0 ? `${formatYenDelta(yen(count))}増え` : `${formatYenDelta(yen(count))}減り`
  const averageWords = average === 0 ? '変わりませんでした' : `${formatYenDelta(average)}円${average > 0 ? '増えました' : '減りました'}`
  return `${counter}数${count === 0 ? 'は' : 'が'}${countWords}、1${counter}当たりは${averageWords}`
}
