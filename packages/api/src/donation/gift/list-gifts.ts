import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { DonationKind } from '@sasaeai/domain/donation/gift/donation-kind'
import type { GiftFilter, GiftListInput, GiftMatter } from '@sasaeai/domain/donation/gift/gift-list-input'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../../deps.ts'
import { foundIn, type FoundRecipients } from '../../letter/address-label/recipient-sources.ts'
import { supporterCondition } from '../../supporter/supporter-condition.ts'
import { giftColumns, giftKind, type GiftRow, giftsOfBooks, giftTables, isUndone } from './gift-columns.ts'

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
  const [rows, totals] = await Promise.all([
    readGifts(deps, input, { after: input.cursor, limit: input.limit + 1 }),
    input.cursor === null ? totalGifts(deps, input) : null,
  ])
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { receivedOn: last.receivedOn, entryId: last.entryId } : null, totals }
}

/** The gifts themselves, up to a limit. */
export async function readGifts({ db }: Deps, filter: GiftFilter, { after, limit }: { after: GiftListInput['cursor']; limit: number }): Promise<GiftRow[]> {
  const { withClause, where, values, place } = giftSelection(filter)
  const position = after === null ? '' : ` AND (e.entry_date, e.id) < (${place(after.receivedOn)}::date, ${place(after.entryId)}::uuid)`
  const { rows } = await db.pool.query<GiftRow>(
    `WITH ${withClause} SELECT ${giftColumns} FROM ${giftTables} WHERE ${where}${position} ORDER BY e.entry_date DESC, e.id DESC LIMIT ${place(limit)}`,
    values,
  )
  return rows
}

async function totalGifts({ db }: Deps, filter: GiftFilter): Promise<GiftTotal[]> {
  const { withClause, where, values } = giftSelection(filter)
  const { rows } = await db.pool.query<GiftTotal>(
    `WITH ${withClause} SELECT ${giftKind} AS kind, count(*) AS count, sum(g.amount_yen)::bigint AS "amountYen" FROM ${giftTables} WHERE ${where} GROUP BY 1 ORDER BY 1`,
    values,
  )
  return rows
}

/** Whose gifts answer to the filters, as those who can be written to: each giver once. */
export async function recipientsOfGifts({ db }: Deps, filter: GiftFilter): Promise<FoundRecipients> {
  const { withClause, where, values } = giftSelection(filter)
  const { rows } = await db.pool.query<{ supporterId: SupporterId | null; records: number }>(
    `WITH ${withClause} SELECT s.id AS "supporterId", count(*)::int AS records FROM ${giftTables} WHERE ${where} GROUP BY s.id`,
    values,
  )
  return foundIn(rows)
}

function giftSelection({ fiscalYear, text, kind, fundId, channelId, consent, matter }: GiftFilter) {
  const { sql, values } = supporterCondition({ text, kind: null, areaId: null, withClosed: true, withMerged: true })
  const place = (value: unknown) => `$${values.push(value)}`
  const within = `p.entry_date BETWEEN ${place(firstDayOf(fiscalYear))}::date AND ${place(lastDayOf(fiscalYear))}::date`
  const conditions = [matter === 'undone' ? isUndone : `NOT ${isUndone}`]
  const wanted = text.trim()
  if (wanted !== '') {
    // Materialized, so that the register is searched once and not once per gift.
    const words = `concat_ws(' ', d.deceased_name, d.mourner_name, d.goods, d.occasion, d.printed_name)`
    conditions.push(`(s.id IN (SELECT id FROM matching) OR strpos(${words}, ${place(wanted)}) > 0 OR strpos(e.search_text, ${place(normalizeForSearch(wanted))}) > 0)`)
  }
  if (kind !== null) conditions.push(`${giftKind} = ${place(kind)}::donation_kind`)
  if (fundId !== null) conditions.push(`${place(fundId)}::uuid = ANY (g.fund_ids)`)
  if (channelId !== null) conditions.push(`d.channel_id = ${place(channelId)}::uuid`)
  if (consent !== null) conditions.push(`coalesce(d.consent, 'undecided') = ${place(consent)}::acknowledgment_consent`)
  conditions.push(...matterConditions(matter))
  const matching = wanted === '' ? [] : [`matching AS MATERIALIZED (SELECT s.id FROM supporter s WHERE ${sql})`]
  return { withClause: [...matching, giftsOfBooks(within)].join(', '), where: conditions.join(' AND '), values, place }
}

function matterConditions(matter: GiftMatter | null): string[] {
  switch (matter) {
    case null:
    case 'undone':
      return []
    case 'to_complete':
      return ['d.entry_id IS NULL']
    case 'to_ask_consent':
      return [`coalesce(d.consent, 'undecided') = 'undecided'`]
    case 'to_thank':
      return ['NOT EXISTS (SELECT 1 FROM thank_you_letter l WHERE l.entry_id = e.id)']
  }
}
