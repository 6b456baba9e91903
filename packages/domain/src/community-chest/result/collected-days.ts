import { fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '../../calendar/fiscal-year.ts'
import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import { addDays, type LocalDate } from '../../calendar/local-date.ts'
import { addYen, formatYenDelta, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import { printedRate, type RateRules } from './printed-rate.ts'
import type { ResultCampaign, ResultCut, ResultScope } from './result-scope.ts'

/** What came in on one day; below zero where more was taken back. */
export interface CollectedDay {
  readonly day: LocalDate
  readonly amountYen: Yen
}

/** 日々の伸び of some campaigns: this year to the day, last year to its end. */
export interface CollectedDays {
  readonly scope: ResultScope
  readonly cut: ResultCut
  /** 前年 to the same day. */
  readonly lastCut: ResultCut
  readonly campaigns: readonly ResultCampaign[]
  readonly rules: RateRules
  /** The drive's days: when it opens, and when it ends. Null where the year has no campaign of the choice. */
  readonly window: { readonly opensOn: LocalDate; readonly closesOn: LocalDate } | null
  readonly goalYen: Yen | null
  /** In the order of the days; days on which nothing came in are left out. */
  readonly now: readonly CollectedDay[]
  readonly last: readonly CollectedDay[]
}

/** One day of the curve. */
export interface CurvePoint {
  readonly day: LocalDate
  /** What came in on the day itself. */
  readonly dayYen: Yen
  /** 累計. */
  readonly nowYen: Yen
  /** 前年の同じ日までの累計. */
  readonly lastYen: Yen
}

/**
 * Every day from the first on which anything came in this year or last, or the drive opened, to the cut-off day, or to
 * the last of them once the drive is over. Last year stands on the same day of the year; what came in on February 29
 * counts on the 28th of a year without one.
 */
export function curveOf({ cut, lastCut, window, now, last }: CollectedDays): CurvePoint[] {
  const shift = fiscalYearOf(cut.until) - fiscalYearOf(lastCut.until)
  const forward = (day: LocalDate) => sameDayOfFiscalYear(day, fiscalYear(fiscalYearOf(day) + shift))
  const nowByDay = new Map(now.map(({ day, amountYen }) => [day, amountYen]))
  const lastByDay = Map.groupBy(last, ({ day }) => forward(day))
  const days = [...nowByDay.keys(), ...lastByDay.keys(), ...(window === null ? [] : [window.opensOn, window.closesOn])].toSorted()
  const [first, end] = [days[0], days.at(-1)]
  if (first === undefined || end === undefined) return []
  const points: CurvePoint[] = []
  let [nowYen, lastYen] = [yen(0), yen(0)]
  for (let day = first; day <= end && day <= cut.until; day = addDays(day, 1)) {
    const dayYen = nowByDay.get(day) ?? yen(0)
    nowYen = addYen(nowYen, dayYen)
    lastYen = sumYen([lastYen, ...(lastByDay.get(day) ?? []).map(({ amountYen }) => amountYen)])
    points.push({ day, dayYen, nowYen, lastYen })
  }
  return points
}

/** 累計 of last year to its end. */
export function wholeLastYear({ last }: Pick<CollectedDays, 'last'>): Yen {
  return sumYen(last.map(({ amountYen }) => amountYen))
}

/** What the curve says, in a few sentences: how far, against the goal, against the same day, and how many days remain. */
export function curveWords(days: CollectedDays): string {
  const end = curveOf(days).at(-1)
  if (end === undefined) return 'この年度の運動はまだありません。'
  const { goalYen, rules, lastCut, cut, window } = days
  const sentences = [`${formatLocalDateShort(cut.until)}までに${formatYenDelta(end.nowYen)}円が集まりました。`]
  if (goalYen !== null && goalYen > 0) {
    const left = addYen(goalYen, negateYen(end.nowYen))
    const distance = left > 0 ? `目標まであと${formatYenDelta(left)}円` : `目標を${formatYenDelta(negateYen(left))}円上回っています`
    sentences.push(`目標額${formatYenDelta(goalYen)}円の${printedRate(end.nowYen, goalYen, rules)}、${distance}。`)
  }
  const change = addYen(end.nowYen, negateYen(end.lastYen))
  sentences.push(
    end.lastYen === 0
      ? `前年の同じ日（${formatLocalDateShort(lastCut.until)}）までの実績はありません。`
      : `前年の同じ日までの${formatYenDelta(end.lastYen)}円に比べて${formatYenDelta(change)}円、${printedRate(end.nowYen, end.lastYen, rules)}です。`,
  )
  if (window !== null && cut.until < window.closesOn && cut.until >= window.opensOn) sentences.push(`運動は${formatLocalDateShort(window.closesOn)}までです。`)
  return sentences.join('')
}
