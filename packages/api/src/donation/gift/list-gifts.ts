import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { GiftFilter, GiftListInput } from '@sasaeai/domain/donation/gift/gift-list-input'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'
import { foundIn, type FoundRecipients } from '../../letter/address-label/recipient-sources.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { standingAt } from '../../ledger/standing-at.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'
import { supporterCondition } from '../../supporter/supporter-condition.ts'
import { giftColumns, type GiftRow, keptGiftTables } from './gift-columns.ts'
import { keptGiftConditions } from './kept-gift-conditions.ts'

export interface GiftPage {
  readonly rows: readonly GiftRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: GiftListInput['cursor']
  /** Over all pages, kind by kind; only the first page sums them up. */
  readonly totals: readonly GiftTotal[] | null
}

interface GiftTotal {
  readonly kind: DonationKind
  readonly count: number
  readonly amountYen: Yen
}

/** One page of the gifts of a year that answer to the filters, the newest first. */
export async function listGifts(deps: Deps, input: GiftListInput): Promise<GiftPage> {
  const at = await readReportMoment(deps, input.postedUntil)
  const [rows, totals] = await Promise.all([
    readGifts(deps, input, { at, after: input.cursor, limit: input.limit + 1 }),
    input.cursor === null ? totalGifts(deps, input, at) : null,
  ])
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { receivedOn: last.receivedOn, entryId: last.entryId } : null, totals }
}

interface GiftsWanted {
  readonly at: ReportMoment
  readonly after: GiftListInput['cursor']
  readonly limit: number
}

/** The gifts themselves, up to a limit: chosen among the rows that are kept of them, and only then told in full, as their details are now. */
export async function readGifts({ db }: Deps, filter: GiftFilter, { at, after, limit }: GiftsWanted): Promise<GiftRow[]> {
  const { rows } = await readAt(db, at, (books, since) => {
    const { withClause, from, where, values, place } = giftSelection(filter, since)
    const position = after === null ? '' : ` AND (g.entry_date, g.entry_id) < (${place(after.receivedOn)}::date, ${place(after.entryId)}::uuid)`
    return books.query<GiftRow>(
      `WITH ${withClause} chosen AS MATERIALIZED (
         SELECT g.* FROM ${from} WHERE ${where}${position} ORDER BY g.entry_date DESC, g.entry_id DESC LIMIT ${place(limit)})
       SELECT ${giftColumns} FROM ${keptGiftTables} ORDER BY g.entry_date DESC, g.entry_id DESC`,
      values,
    )
  })
  // As of the moment; what is kept tells whether they are undone now.
  return at.moment === null ? rows : rows.map((gift) => ({ ...gift, isUndone: filter.matter === 'undone' }))
}

async function totalGifts({ db }: Deps, filter: GiftFilter, at: ReportMoment): Promise<GiftTotal[]> {
  const { rows } = await readAt(db, at, (books, since) => {
    const { withClause, from, where, values } = giftSelection(filter, since)
    return books.query<GiftTotal>(
      `WITH ${withClause} total AS (SELECT g.kind, count(*) AS count, sum(g.amount_yen)::bigint AS "amountYen" FROM ${from} WHERE ${where} GROUP BY g.kind)
       SELECT * FROM total ORDER BY kind`,
      values,
    )
  })
  return rows
}

/** Whose gifts answer to the filters, as those who can be written to: each giver once. */
export async function recipientsOfGifts(deps: Deps, filter: GiftFilter): Promise<FoundRecipients> {
  const at = await readReportMoment(deps, filter.postedUntil)
  const { rows } = await readAt(deps.db, at, (books, since) => {
    const { withClause, from, where, values } = giftSelection(filter, since)
    return books.query<{ supporterId: SupporterId | null; records: number }>(
      `WITH ${withClause} chosen AS (SELECT ${survivorOf('g.payer_id')} AS id FROM ${from} WHERE ${where})
       SELECT id AS "supporterId", count(*)::int AS records FROM chosen GROUP BY id`,
      values,
    )
  })
  return foundIn(rows)
}

/** Which rows of kept_gift `g` answer to the filters, less what was posted `since` a position. Whoever searches for words looks into the entry and the details as well. */
function giftSelection({ text, ...filter }: GiftFilter, since: readonly YearSince[]) {
  const { sql, values } = supporterCondition({ text, kind: null, areaId: null, withClosed: true, withMerged: true })
  const place = (value: unknown) => `$${values.push(value)}`
  const standing = standingAt(since)
  const conditions = keptGiftConditions(filter, { place, standing })
  const wanted = text.trim()
  if (wanted === '') return { withClause: standing.prelude, from: 'kept_gift g', where: conditions.join(' AND '), values, place }
  const words = `concat_ws(' ', d.deceased_name, d.mourner_name, d.goods, d.occasion, d.printed_name)`
  conditions.push(`(g.payer_id IN (SELECT id FROM matching) OR strpos(${words}, ${place(wanted)}) > 0 OR strpos(e.search_text, ${place(normalizeForSearch(wanted))}) > 0)`)
  return {
    // Materialized, so that the register is searched once and not once per gift; who stands for a giver today is found, too.
    withClause: `${standing.prelude} found AS MATERIALIZED (SELECT s.id FROM supporter s WHERE ${sql}),
      matching AS MATERIALIZED (SELECT m.id FROM supporter m WHERE m.merged_into_id IN (SELECT id FROM found) UNION SELECT id FROM found),`,
    from: 'kept_gift g JOIN journal_entry e ON e.id = g.entry_id LEFT JOIN donation d ON d.entry_id = g.entry_id',
    where: conditions.join(' AND '),
    values,
    place,
  }
}
