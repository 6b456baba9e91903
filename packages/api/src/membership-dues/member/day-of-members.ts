import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { dayInYear } from '@sasaeai/domain/membership-dues/member/membership-state'
import type { ReportMoment } from '../../ledger/report-moment.ts'

/** The day of the year whose states and 口 are told: the one asked for, else that of the moment, else today. */
export function dayOfMembers({ fiscalYear, asOf }: Pick<MembershipFilter, 'fiscalYear' | 'asOf'>, { moment }: ReportMoment, today: LocalDate): LocalDate {
  return dayInYear(fiscalYear, asOf ?? (moment === null ? today : localDateInTokyo(moment)))
}
