import { firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { DonationYear, GiftFigures } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { giftBrackets } from '@sasaeai/domain/funding-indicator/donation-year/gift-brackets'
import { type GiftCount, giftSumsOf } from '@sasaeai/domain/funding-indicator/donation-year/gift-sums'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { divideRounded } from '@sasaeai/domain/money/rounding'
import { yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { lastEntryOf } from '../statutory-paper/income-of-year.ts'
import { giftSumsSql } from './gift-counts-sql.ts'

type GiftSums = ReturnType<typeof giftSumsOf> & Pick<DonationYear, 'figures'>

interface ReadSums {
  readonly counts: readonly GiftCount[]
  readonly figures: readonly (Omit<GiftFigures, 'averageYen'> & { readonly side: CutSide })[]
}

/** The gifts of a cut, sort by sort and one by one. */
export async function readGiftSums({ db }: Pick<Deps, 'db'>, cut: FundingCut, at: ReportMoment): Promise<GiftSums> {
  const years = [cut.fiscalYear, cut.lastYear]
  const sides = [['this', 'last'] satisfies CutSide[], years, years.map(firstDayOf), [cut.asOf, cut.lastAsOf], years.map((year) => lastEntryOf(at, year))]
  const { rows: [read] } = await db.pool.query<ReadSums>({ name: 'donation-year', text: giftSumsSql, values: [...sides, [...giftBrackets]] })
  if (read === undefined) throw new Error('nothing was counted')
  const { counts, figures } = read
  const figuresOf = (wanted: CutSide): GiftFigures => {
    const found = figures.find(({ side }) => side === wanted)
    if (found === undefined) throw new Error(`nothing was counted of ${wanted}`)
    const { side: _side, ...sums } = found
    return { ...sums, averageYen: sums.count === 0 ? null : yen(Number(divideRounded(BigInt(sums.amountYen), BigInt(sums.count), 'half_up'))) }
  }
  return { ...giftSumsOf(cut, counts), figures: { now: figuresOf('this'), last: figuresOf('last') } }
}
