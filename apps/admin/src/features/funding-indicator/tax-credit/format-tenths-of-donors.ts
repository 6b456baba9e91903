import { groupDigits } from '@sasaeai/domain/money/group-digits'

/** Judged donors, which may be fractions of one: 「102.5」. */
export function formatTenthsOfDonors(tenths: number): string {
  return `${groupDigits(Math.floor(tenths / 10))}.${tenths % 10}`
}
