import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DonationChannelId, RevenueStreamId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { standingAt } from '../../ledger/standing-at.ts'
import { idsOfSupporter, survivorOf } from '../../supporter/merged-supporter-sql.ts'
import { liveReceipts } from '../revenue/live-receipts-sql.ts'

/** A part of a fiscal year, both days included. */
export interface OutcomeSpan {
  readonly fiscalYear: FiscalYear
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What was done by a channel, and whom it won. */
export interface ChannelOutcome {
  readonly channelId: DonationChannelId | null
  readonly name: string | null
  /** Whose very first gift lies in the span and came by the channel; nobody who gave without a name. */
  readonly newGivers: number
  /** 説明会の記録 of the span that name the channel. */
  readonly events: number
  /** What those cost; null where none of them has a cost. */
  readonly costYen: Yen | null
}

/**
 * Channels with a new giver or an event, in the order of their codes. Whoever gives for the first time is looked for among
 * those whose first year it is by now, and those of whom something was posted since.
 */
export async function readChannelOutcomes(books: BooksState, { fiscalYear, from, to }: OutcomeSpan, since: readonly YearSince[]): Promise<ChannelOutcome[]> {
  const { prelude, stands } = standingAt(since)
  const changed = since.length === 0 ? '' : ` OR g.payer_id IN (SELECT k.payer_id FROM later l
         CROSS JOIN LATERAL (SELECT payer_id FROM kept_gift WHERE entry_id IN (l.id, l.reverses_entry_id) OFFSET 0) k WHERE k.payer_id IS NOT NULL)`
  const giftStands = stands('g.entry_id', 'g.is_undone')
  const { rows } = await books.query<ChannelOutcome>(
    `WITH ${prelude} came AS MATERIALIZED (
       SELECT DISTINCT ${survivorOf('g.payer_id')} AS giver_id FROM kept_gift g JOIN kept_giver k ON k.payer_id = g.payer_id
       WHERE (k.years[1] = $1::int${changed}) AND g.fiscal_year = $1::int AND g.entry_date BETWEEN $2::date AND $3::date AND ${giftStands}),
     won AS (
       SELECT f.channel_id, count(*)::int AS new_givers FROM came c JOIN supporter s ON s.id = c.giver_id AND s.kind <> 'anonymous'
       CROSS JOIN LATERAL (SELECT g.channel_id, g.entry_date FROM kept_gift g WHERE g.payer_id = ANY ${idsOfSupporter('c.giver_id')} AND ${giftStands}
         ORDER BY g.entry_date, g.entry_id LIMIT 1) f
       WHERE f.entry_date BETWEEN $2::date AND $3::date GROUP BY f.channel_id),
     done AS (
       SELECT channel_id, count(*)::int AS events, sum(cost_yen)::bigint AS cost_yen FROM outreach_event
       WHERE held_on BETWEEN $2::date AND $3::date AND channel_id IS NOT NULL GROUP BY channel_id)
     SELECT t.channel_id AS "channelId", h.name, coalesce(max(t.new_givers), 0) AS "newGivers", coalesce(max(t.events), 0) AS events, max(t.cost_yen) AS "costYen"
     FROM (SELECT channel_id, new_givers, NULL::int AS events, NULL::bigint AS cost_yen FROM won UNION ALL SELECT channel_id, NULL, events, cost_yen FROM done) t
     LEFT JOIN donation_channel h ON h.id = t.channel_id GROUP BY t.channel_id, h.name, h.code ORDER BY h.code NULLS LAST`,
    [fiscalYear, from, to],
  )
  return rows
}

/** 企業協賛: what was agreed for the whole agreement, and what came of it. */
export interface SponsorOutcome {
  readonly streamId: RevenueStreamId
  readonly name: string
  readonly sponsor: string | null
  readonly agreedYen: Yen | null
  /** In the span. */
  readonly receivedYen: Yen
  readonly allYen: Yen
}

/** Sponsors whose agreement was in force in the span, or who gave in it. */
export async function readSponsors(books: BooksState, { from, to }: OutcomeSpan, since: readonly YearSince[]): Promise<SponsorOutcome[]> {
  const { rows } = await books.query<SponsorOutcome>(
    `WITH ${liveReceipts(since)}
     SELECT r.id AS "streamId", r.name, s.name AS sponsor, r.expected_yen AS "agreedYen", b.received_yen AS "receivedYen", b.all_yen AS "allYen"
     FROM revenue_stream r LEFT JOIN supporter s ON s.id = r.supporter_id
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(x.gross_yen) FILTER (WHERE x.received_on BETWEEN $1::date AND $2::date), 0)::bigint AS received_yen, coalesce(sum(x.gross_yen), 0)::bigint AS all_yen
       FROM live x WHERE x.stream_id = r.id) b
     WHERE r.kind = 'sponsorship'
       AND (b.received_yen > 0 OR (r.closed_on IS NULL AND coalesce(r.starts_on, $1::date) <= $2::date AND coalesce(r.ends_on, $2::date) >= $1::date))
     ORDER BY length(r.code), r.code`,
    [from, to],
  )
  return rows
}
