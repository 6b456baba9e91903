import { groundAt } from '@sasaeai/db/ground-at'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ScheduledSubsidiesInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { sourcesOfFigure } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { type EntryPage, readEntryPage } from '../entry-page.ts'
import { readSubsidySchedule } from './read-subsidy-schedule.ts'

/** An entry behind a figure of 補助金事業等収益明細書. */
export interface ScheduledSubsidy {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly sourceNames: string
  readonly description: string
  readonly amountYen: Yen
}

/** The entries behind a figure of the schedule, in the order of the books; its sources are those that the schedule prints as of the moment. */
export async function listScheduledSubsidies(deps: Pick<Deps, 'db'>, input: ScheduledSubsidiesInput, at: ReportMoment): Promise<EntryPage<ScheduledSubsidy>> {
  const { fiscalYear, site, accountId, cursor, limit } = input
  const { schedule } = await readSubsidySchedule(deps, input, at)
  return readEntryPage(groundAt(deps.db, groundMomentOf(at)), { chosen, values: [fiscalYear, sourcesOfFigure(schedule, input), lastEntryOf(at, fiscalYear), site ?? null, accountId ?? null], cursor, limit })
}

const chosen = `WITH chosen AS (
  SELECT e.id AS "entryId", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", string_agg(DISTINCT s.name, '・') AS "sourceNames", (-sum(p.amount_yen))::bigint AS "amountYen"
    FROM posting p JOIN funding_source s ON s.id = p.funding_source_id JOIN ledger_account a ON a.id = p.account_id AND a.category = 'income' JOIN journal_entry e ON e.id = p.entry_id
    WHERE p.fiscal_year = $1 AND p.funding_source_id = ANY ($2::uuid[]) AND ($3::int IS NULL OR e.entry_number <= $3)
      AND ($4::text IS NULL OR a.site_code = $4) AND ($5::uuid IS NULL OR a.id = $5)
    GROUP BY e.id)`
