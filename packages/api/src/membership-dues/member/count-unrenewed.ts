import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { DuesKindId } from '@sasaeai/domain/ids'
import { membershipFilterSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import type { Deps } from '../../deps.ts'
import { readAt } from '../../ledger/read-at.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { memberSelection } from './member-condition.ts'

/**
 * 継続会員のうち、まだ納入のない人: members since an earlier year who have not paid for the year of the day, per kind. They are
 * those of the list of members under the same filters; of a past moment, as memberships were known and payments posted by then.
 */
export async function countUnrenewed({ db }: Deps, day: LocalDate, at: ReportMoment): Promise<ReadonlyMap<DuesKindId, number>> {
  const filter = membershipFilterSchema.parse({ fiscalYear: fiscalYearOf(day), state: 'continuing', payment: 'unpaid' })
  const { rows } = await readAt(db, at, (books, since) => {
    const { prelude, countedTables, where, values } = memberSelection(filter, day, since)
    return books.query<{ duesKindId: DuesKindId; members: number }>(
      `WITH ${prelude.join(', ')} SELECT m.dues_kind_id AS "duesKindId", count(*)::int AS members FROM ${countedTables} WHERE ${where} GROUP BY 1`,
      values,
    )
  })
  return new Map(rows.map(({ duesKindId, members }) => [duesKindId, members]))
}
