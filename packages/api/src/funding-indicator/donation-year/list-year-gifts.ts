import { groundAt } from '@sasaeai/db/ground-at'
import { localDateInTokyo, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { YearGiftsInput } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { giftBrackets } from '@sasaeai/domain/funding-indicator/donation-year/gift-brackets'
import { type GiftPart, giftControls } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { lastEntryOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { type EntryPage, readEntryPage } from '../entry-page.ts'
import { giftEntries, purposesOfSplit } from '../gift-entries-sql.ts'

/** An entry behind a figure of 寄附の年次報告; one that undoes a gift has its amount less than nothing. */
export interface YearGift {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly description: string
  readonly kind: DonationKind
  /** What of the gift is in the figure. */
  readonly amountYen: Yen
}

/** The gifts behind one line of the report, in the order of the books. */
export function listYearGifts({ db, now }: Pick<Deps, 'db' | 'now'>, { fiscalYear, asOf, side, part, key, cursor, limit }: YearGiftsInput, at: ReportMoment): Promise<EntryPage<YearGift>> {
  const cut = fundingCut({ fiscalYear, asOf }, localDateInTokyo(at.moment ?? now()))
  const [year, until] = side === 'this' ? [cut.fiscalYear, cut.asOf] : [cut.lastYear, cut.lastAsOf]
  const chosen = `WITH ${giftEntries},
    part AS (${entriesOfPart[part]}),
    chosen AS (
      SELECT e.entry_id AS "entryId", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", s.id AS "supporterId", s.name AS "supporterName", e.kind, c.amount_yen AS "amountYen"
        FROM part c JOIN entry e ON e.entry_id = c.entry_id LEFT JOIN supporter s ON s.id = e.giver_id)`
  return readEntryPage(groundAt(db, at.moment), { chosen, values: [year, until, lastEntryOf(at, year), ...valuesOfPart(part, key)], cursor, limit })
}

/** The line is $4. */
const entriesOfPart: Record<GiftPart, string> = {
  kind: 'SELECT entry_id, amount_yen FROM entry WHERE kind::text = $4',
  way: `SELECT entry_id, amount_yen FROM entry WHERE coalesce(way_id::text, '') = $4`,
  channel: `SELECT entry_id, amount_yen FROM entry WHERE coalesce(channel_id::text, '') = $4`,
  fund: `SELECT entry_id, amount_yen FROM entry WHERE NOT is_split AND coalesce(fund_id::text, '') = $4
    UNION ALL SELECT entry_id, amount_yen FROM (${purposesOfSplit}) split WHERE coalesce(fund_id::text, '') = $4`,
  bracket: 'SELECT entry_id, amount_yen FROM entry WHERE stands AND NOT is_batch AND width_bucket(amount_yen, $5::bigint[]) - 1 = $4::int',
  control: `SELECT entry_id, amount_yen FROM entry WHERE CASE $4::text WHEN 'single' THEN stands AND NOT is_batch WHEN 'batch' THEN stands AND is_batch ELSE is_of_earlier END`,
}

/** A line that there is not holds nothing. */
function valuesOfPart(part: GiftPart, key: string): unknown[] {
  if (part === 'bracket') return [/^\d{1,4}$/.test(key) ? Number(key) : -1, [...giftBrackets]]
  return [part === 'control' ? (giftControls.find((control) => control === key) ?? 'single') : key]
}
