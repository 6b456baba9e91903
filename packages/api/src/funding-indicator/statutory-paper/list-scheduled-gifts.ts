import { groundAt } from '@sasaeai/db/ground-at'
import { lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ScheduledGiftsInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { DonorAttribute } from '@sasaeai/domain/supporter/donor-attribute'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { type EntryPage, readEntryPage } from '../entry-page.ts'
import { scheduledGifts } from './scheduled-gifts-sql.ts'

/** An entry behind a line of 寄附金収益明細書; one that undoes a gift has its amounts less than nothing. */
export interface ScheduledGift {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly description: string
  readonly attribute: DonorAttribute
  readonly amountYen: Yen
  readonly capitalYen: Yen
}

/** What is left to be said: a gift that was undone, or undoes another, needs nothing said of it. */
const isUnnoted = 'c.is_unnoted AND c.count > 0 AND c.is_standing'

/** The entries behind a line of the schedule, or behind all of it, in the order of the books; those to be looked at by their size. */
export function listScheduledGifts({ db }: Pick<Deps, 'db'>, input: ScheduledGiftsInput, at: ReportMoment): Promise<EntryPage<ScheduledGift>> {
  const { fiscalYear, section, attribute, site, accountId, isUnnoted: isToBeSaid, hasCapital, cursor, limit } = input
  const order = isToBeSaid ? '-"amountYen", "entryNumber"' : '"entryNumber"'
  const chosen = `WITH ${scheduledGifts}, chosen AS (
    SELECT c.entry_id AS "entryId", c.entry_number AS "entryNumber", c.entry_date AS "entryDate", c.supporter_id AS "supporterId", c.supporter_name AS "supporterName",
        c.attribute, sum(c.amount_yen)::bigint AS "amountYen", sum(c.capital_yen)::bigint AS "capitalYen"
      FROM scheduled c JOIN ledger_account a ON a.id = c.account_id
      WHERE ($5::text IS NULL OR c.section::text = $5) AND ($6::text IS NULL OR c.attribute::text = $6) AND ($7::text IS NULL OR a.site_code = $7)
        AND ($8::uuid IS NULL OR a.id = $8) AND ${isToBeSaid ? isUnnoted : 'true'}
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING ${hasCapital ? 'sum(c.capital_yen) <> 0' : 'true'})`
  const values = [fiscalYear, lastDayOf(fiscalYear), lastEntryOf(at, fiscalYear), at.moment, section ?? null, attribute ?? null, site ?? null, accountId ?? null]
  return readEntryPage(groundAt(db, groundMomentOf(at)), { chosen, values, order, cursor, limit })
}
