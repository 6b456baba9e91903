import { firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DonationYearInput } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { Deps } from '../../deps.ts'
import { type AcknowledgmentList, listAcknowledgments } from '../../donation/acknowledgment/list-acknowledgments.ts'
import { lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'

/**
 * 芳名: the gifts of the year that had been posted by the moment, as their givers agree today. Consent is asked for anew
 * whenever names are printed: who has taken it back, or whose gift was undone since, is not named by an older report either.
 */
export function readYearNames(deps: Deps, { fiscalYear, asOf }: DonationYearInput, at: ReportMoment): Promise<AcknowledgmentList> {
  const cut = fundingCut({ fiscalYear, asOf }, localDateInTokyo(at.moment ?? deps.now()))
  return listAcknowledgments(deps, { from: firstDayOf(fiscalYear), to: cut.asOf, order: 'kana' }, lastEntryOf(at, fiscalYear))
}
