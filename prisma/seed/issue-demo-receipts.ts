import { recordDeeds } from '@sasaeai/api/receipt/deed/record-deeds'
import { issueReceipt } from '@sasaeai/api/receipt/issue-receipt'
import { spoilNumber } from '@sasaeai/api/receipt/register/spoil-number'
import { reissueReceipt } from '@sasaeai/api/receipt/reissue-receipt'
import { voidReceipt } from '@sasaeai/api/receipt/void-receipt'
import type { Db } from '@sasaeai/db/database'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of receipts grow from: not that of the story, which is committed by then. */
const receiptSeed = 20_260_422
/** So many givers of each year ask for one at once; the others have a 年間証明. */
const askedPerYear = 5

/**
 * 領収書: a few givers a year ask for one on the day after they gave. One is void and written anew, one was lost and handed
 * out once more, and one form was spoiled. After the story is committed, for they are issued as at the desk.
 */
export async function issueDemoReceipts(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(receiptSeed)
  const actor = await demoAccountant(db)
  const { rows } = await db.pool.query<{ entryId: JournalEntryId; entryDate: LocalDate; place: number }>(askingSql, [askedPerYear])
  for (const { entryId, entryDate, place } of rows) {
    const issuedOn = nearestOfficeDay(addDays(entryDate, 1))
    if (issuedOn >= today) continue
    const now = new Date(`${issuedOn}T05:30:00Z`)
    const deps = { db, now: () => now, newId: () => idAt(now, random) }
    const issue = async () => {
      const issued = await issueReceipt(deps, actor, { entryIds: [entryId] })
      if (!issued.ok) throw new Error(`no receipt for a gift of the demo: ${issued.code}`)
      return issued.value.receiptId
    }
    const receiptId = await issue()
    await recordDeeds(deps, actor, { of: { receiptIds: [receiptId] }, kind: place % 2 === 0 ? 'posted' : 'handed', doneOn: issuedOn, note: '' })
    if (place === 2) {
      await voidReceipt(deps, actor, { receiptId, reason: '宛名の誤り' })
      await issue()
    }
    if (place === 3) await reissueReceipt(deps, actor, { receiptId, reason: '紛失したため' })
    if (place !== 4) continue
    const series = await db.prisma.receiptSeries.findFirstOrThrow({ where: { subject: 'donation' }, orderBy: { code: 'asc' } })
    await spoilNumber(deps, actor, { seriesId: id(series.id), reason: '用紙を汚したため' })
  }
}

/** The first people of each year that gave by name and with an address, in the order of the books. */
const askingSql = `
  SELECT entry_id AS "entryId", entry_date AS "entryDate", place FROM (
    SELECT e.id AS entry_id, e.entry_date, e.fiscal_year, e.entry_number,
      row_number() OVER (PARTITION BY e.fiscal_year ORDER BY e.entry_date, e.entry_number)::int AS place
    FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN funding_source f ON f.id = p.funding_source_id AND f.category = 'donation'
      JOIN supporter s ON s.id = p.supporter_id AND s.kind = 'person' AND s.address <> ''
    WHERE e.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)) g
  WHERE place <= $1 ORDER BY entry_date, entry_number`
