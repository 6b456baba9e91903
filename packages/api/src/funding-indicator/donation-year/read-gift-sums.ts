import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationYear, GiftFigures } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { giftBrackets } from '@sasaeai/domain/funding-indicator/donation-year/gift-brackets'
import { type GiftCount, giftSumsOf } from '@sasaeai/domain/funding-indicator/donation-year/gift-sums'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { divideRounded } from '@sasaeai/domain/money/rounding'
import { yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { keptGiftAnswer } from '../kept-gift-answer.ts'
import { giftNamesSql, giftSumsSql } from './gift-counts-sql.ts'

type GiftSums = ReturnType<typeof giftSumsOf> & Pick<DonationYear, 'figures'>

/** The gifts of a cut, sort by sort and one by one. */
export async function readGiftSums(deps: Pick<Deps, 'db'>, cut: FundingCut, at: ReportMoment): Promise<GiftSums> {
  const { names, households } = await readNames(deps, at)
  const [now, last] = await Promise.all([
    readSide(deps, { fiscalYear: cut.fiscalYear, until: cut.asOf, households, at }),
    readSide(deps, { fiscalYear: cut.lastYear, until: cut.lastAsOf, households, at }),
  ])
  // In the order of the names; what has none comes last.
  const placeOf = new Map(names.map(({ key }, place) => [key, place]))
  const nameOf = new Map(names.map(({ key, name }) => [key, name]))
  const told = ({ counts }: ReadSide, side: CutSide) => counts.map((count): GiftCount => ({ ...count, side, name: nameOf.get(count.key) ?? null }))
  const counts = [...told(now, 'this'), ...told(last, 'last')].toSorted((left, right) => (placeOf.get(left.key) ?? names.length) - (placeOf.get(right.key) ?? names.length))
  return { ...giftSumsOf(cut, counts), figures: { now: now.figures, last: last.figures } }
}

interface GiftNames {
  readonly names: readonly { readonly key: string; readonly name: string }[]
  readonly households: readonly string[]
}

/** As they were at the moment. */
async function readNames({ db }: Pick<Deps, 'db'>, { moment }: ReportMoment): Promise<GiftNames> {
  const { rows: [names] } = await groundAt(db, moment).pool.query<GiftNames>({ name: 'donation-year-names', text: giftNamesSql })
  if (names === undefined) throw new Error('no names were read')
  return names
}

interface Side {
  readonly fiscalYear: FiscalYear
  readonly until: LocalDate
  readonly households: readonly string[]
  readonly at: ReportMoment
}

interface ReadSide {
  readonly counts: readonly Omit<GiftCount, 'side' | 'name'>[]
  readonly figures: GiftFigures
}

/** Each side is kept by itself: a gift of this year leaves last year as it is. */
function readSide({ db }: Pick<Deps, 'db'>, { fiscalYear, until, households, at }: Side): Promise<ReadSide> {
  return keptGiftAnswer(db, { question: ['gifts until', fiscalYear, until, households.join()], fiscalYear, at }, async () => {
    const values = [fiscalYear, until, lastEntryOf(at, fiscalYear), [...giftBrackets], [...households]]
    const { rows: [read] } = await db.pool.query<{ counts: ReadSide['counts']; figures: Omit<GiftFigures, 'averageYen'> }>({ name: 'donation-year', text: giftSumsSql, values })
    if (read === undefined) throw new Error('nothing was counted')
    const { counts, figures } = read
    const averageYen = figures.count === 0 ? null : yen(Number(divideRounded(BigInt(figures.amountYen), BigInt(figures.count), 'half_up')))
    return { counts, figures: { ...figures, averageYen } }
  })
}
