import { issueInterimReceipt } from '@sasaeai/api/community-chest/interim-receipt/issue-interim-receipt'
import { voidInterimReceipt } from '@sasaeai/api/community-chest/interim-receipt/void-interim-receipt'
import type { Db } from '@sasaeai/db/database'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of 預り証 grow from: not that of the story, which is committed by then. */
const interimReceiptSeed = 20_260_421
/** So many companies of each year ask for one. */
const askedPerYear = 15

/**
 * 預り証: a few companies a year ask for one on the day after they gave, and one of them is written anew because it named
 * the wrong payer. After the story is committed, for they are issued as at the desk.
 */
export async function issueDemoInterimReceipts(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(interimReceiptSeed)
  const actor = await demoAccountant(db)
  const { rows } = await db.pool.query<{ entryId: JournalEntryId; entryDate: LocalDate; place: number }>(askingSql, [askedPerYear])
  for (const { entryId, entryDate, place } of rows) {
    const issuedOn = nearestOfficeDay(addDays(entryDate, 1))
    if (issuedOn >= today) continue
    const now = new Date(`${issuedOn}T05:30:00Z`)
    const deps = { db, now: () => now, newId: () => idAt(now, random) }
    const issue = async () => {
      const issued = await issueInterimReceipt(deps, actor, { entryIds: [entryId] })
      if (!issued.ok) throw new Error(`no 預り証 for a gift of the demo: ${issued.code}`)
      return issued.value
    }
    const { interimReceiptId } = await issue()
    if (place !== 3) continue
    await voidInterimReceipt(deps, actor, { interimReceiptId, reason: '宛名の誤り' })
    await issue()
  }
}

/** The first companies of each year that gave to a drive of ours, in the order of the books. */
const askingSql = `
  SELECT entry_id AS "entryId", entry_date AS "entryDate", place FROM (
    SELECT e.id AS entry_id, e.entry_date, e.fiscal_year, e.entry_number,
      row_number() OVER (PARTITION BY e.fiscal_year ORDER BY e.entry_date, e.entry_number)::int AS place
    FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN campaign c ON c.id = p.campaign_id AND c.drive <> 'other'
      JOIN supporter s ON s.id = p.supporter_id AND s.kind = 'organization'
    WHERE p.funding_source_id IS NOT NULL AND e.kind = 'receipt'
      AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)) g
  WHERE place <= $1 ORDER BY entry_date, entry_number`
