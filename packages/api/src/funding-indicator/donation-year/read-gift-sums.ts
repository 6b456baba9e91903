import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationYear, GiftFigures } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { giftBrackets } from '@sasaeai/domain/funding-indicator/donation-year/gift-brackets'
import { type GiftCount, giftSumsOf } from '@sasaeai/domain/funding-indicator/donation-year/gift-sums'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { divideRounded } from '@sasaeai/domain/money/rounding'
import { yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { keptGiftAnswer } from '../kept-gift-answer.ts'
import { giftSumsSql } from './gift-counts-sql.ts'

type GiftSums = ReturnType<typeof giftSumsOf> & Pick<DonationYear, 'figures'>

/** The gifts of a cut, sort by sort and one by one. */
export async function readGiftSums(deps: Pick<Deps, 'db'>, cut: FundingCut, at: ReportMoment): Promise<GiftSums> {
  const [now, last] = await Promise.all([
    readSide(deps, { fiscalYear: cut.fiscalYear, until: cut.asOf, at }),
    readSide(deps, { fiscalYear: cut.lastYear, until: cut.lastAsOf, at }),
  ])
  const counts = [...now.counts.map((count): GiftCount => ({ ...count, side: 'this' })), ...last.counts.map((count): GiftCount => ({ ...count, side: 'last' }))]
  return { ...giftSumsOf(cut, counts), figures: { now: now.figures, last: last.figures } }
}

interface Side {
  readonly fiscalYear: FiscalYear
  readonly until: LocalDate
  readonly at: ReportMoment
}

interface ReadSide {
  readonly counts: readonly Omit<GiftCount, 'side'>[]
  readonly figures: GiftFigures
}

/** Each side is kept by itself: a gift of this year leaves last year as it is. */
function readSide({ db }: Pick<Deps, 'db'>, { fiscalYear, until, at }: Side): Promise<ReadSide> {
  return keptGiftAnswer(db, { question: ['gifts until', fiscalYear, until, at.moment?.toISOString() ?? ''], fiscalYear, at }, async () => {
    const values = [fiscalYear, until, lastEntryOf(at, fiscalYear), [...giftBrackets]]
    const { rows: [read] } = await groundAt(db, at.moment).pool.query<{ counts: ReadSide['counts']; figures: Omit<GiftFigures, 'averageYen'> }>({ name: 'donation-year', text: giftSumsSql, values })
    if (read === undefined) throw new Error('nothing was counted')
    const { counts, figures } = read
    const averageYen = figures.count === 0 ? null : yen(Number(divideRounded(BigInt(figures.amountYen), BigInt(figures.count), 'half_up')))
    return { counts, figures: { ...figures, averageYen } }
  })
}
