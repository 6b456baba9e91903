import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DayReceived, oldestHeldSince } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { BooksPosition } from '../../ledger/books-position.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { type CollectedDaySums, collectedDaySums } from './collected-day-sums.ts'
import { custodySums } from './custody-sums.ts'

/** 預り金 of a drive, in yen. */
export interface DriveHeld {
  /** All that came in and was not undone. */
  readonly collectedYen: Yen
  readonly heldYen: Yen
  /** When the oldest yen came in that is not handed over yet; null when nothing is held. */
  readonly heldSince: LocalDate | null
}

/**
 * What is held of any drive, now or at a past position, from sums of all drives that are kept up to date post by post: of
 * drives that nobody has closed all that ever came in would else be summed each time. Whatever names a drive stands on its 預り金.
 */
export async function readHeldOfDrives(db: Db, position: BooksPosition | null): Promise<(campaignId: CampaignId) => DriveHeld> {
  const [sums, collected, undone] = await Promise.all([
    sumsAt(db, custodySums, position), sumsAt(db, collectedDaySums, position), readUndone(db),
  ])
  const stood = undone.filter(({ year, number }) => position === null || number <= (position.get(year)?.number ?? 0))
  return (campaignId) => {
    const days = daysOf(campaignId, { collected, undone: stood })
    const heldYen = yenFromColumn([...(sums.get(campaignId) ?? [])].reduce((sum, [, yen]) => sum + yen, 0))
    const collectedYen = yenFromColumn(days.reduce((sum, { receivedYen }) => sum + receivedYen, 0))
    return { collectedYen, heldYen, heldSince: oldestHeldSince(days, heldYen) }
  }
}

/** What came in of a drive by day. What was undone the sums have on the day of the reversal; it belongs to the day on which it came. */
function daysOf(campaignId: CampaignId, { collected, undone }: { collected: CollectedDaySums; undone: readonly Undone[] }): DayReceived[] {
  const days = new Map(collected.get(campaignId))
  const raise = (day: LocalDate, yen: number) => days.set(day, (days.get(day) ?? 0) + yen)
  for (const each of undone) {
    if (each.campaignId !== campaignId) continue
    raise(each.undoneOn, each.amountYen)
    raise(each.cameOn, -each.amountYen)
  }
  return [...days].map(([day, received]) => ({ day, receivedYen: yenFromColumn(received) }))
}

/** What a reversal took back of a drive, with the reversal's place in the books. */
interface Undone {
  readonly year: FiscalYear
  readonly number: number
  readonly campaignId: CampaignId
  readonly cameOn: LocalDate
  readonly undoneOn: LocalDate
  readonly amountYen: number
}

/** Read anew when anything has been undone since. */
async function readUndone(db: Db): Promise<readonly Undone[]> {
  const { rows: [undone] } = await db.pool.query<{ reversals: number }>({
    name: 'count-reversals',
    text: 'SELECT count(*)::int AS reversals FROM journal_entry WHERE reverses_entry_id IS NOT NULL',
  })
  return keptAnswer(db, { question: ['undone of drives'], version: undone?.reversals ?? 0 }, async () => {
    const { rows } = await db.pool.query<Undone>(`
      SELECT e.fiscal_year AS year, e.entry_number AS number, p.campaign_id AS "campaignId", o.entry_date AS "cameOn", e.entry_date AS "undoneOn",
          p.amount_yen AS "amountYen"
        FROM journal_entry e JOIN journal_entry o ON o.id = e.reverses_entry_id
          JOIN posting p ON p.entry_id = e.id AND p.campaign_id IS NOT NULL AND p.funding_source_id IS NOT NULL AND p.amount_yen > 0
        WHERE e.reverses_entry_id IS NOT NULL`)
    return rows
  })
}
