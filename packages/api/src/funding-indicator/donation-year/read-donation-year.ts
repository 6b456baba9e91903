import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { DonationYearInput } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { readRetention } from '../executive/read-retention.ts'
import { readFundUses } from './read-fund-uses.ts'
import { readGiftSums } from './read-gift-sums.ts'
import { readGoodsGiven } from './read-goods-given.ts'

/** 寄附の年次報告 without the names, which are read apart for those who may see them. */
export async function readDonationYear(deps: Pick<Deps, 'db' | 'now'>, { fiscalYear, asOf }: DonationYearInput, at: ReportMoment): Promise<DonationYear> {
  const cut = fundingCut({ fiscalYear, asOf, postedUntil: at.moment?.toISOString() }, localDateInTokyo(at.moment ?? deps.now()))
  const [sums, retention, goods, uses] = await Promise.all([
    readGiftSums(deps, cut, at),
    readRetention(deps, { fiscalYear, at }),
    readGoodsGiven(deps, cut, at),
    readFundUses(deps, fiscalYear, at),
  ])
  return { cut, ...sums, retention, goods, ...uses }
}
