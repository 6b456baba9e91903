import { daysOfGiftPeriod } from '@sasaeai/domain/donation/gift/gift-period'
import type { GiftSumsInput } from '@sasaeai/domain/donation/gift/gift-sums-input'
import type { DonationChannelId } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { standingAt } from '../../ledger/standing-at.ts'
import { type ChannelOutcome, readChannelOutcomes, readSponsors, type SponsorOutcome } from './channel-outcomes.ts'

interface GiftSum {
  readonly count: number
  readonly amountYen: Yen
}

/** Gifts by one channel, and what was done for them; `channelId` and `name` are null for those of which none is written down. */
export interface ChannelSum extends GiftSum, ChannelOutcome {}

/** Gifts by one 担当; the name is empty for those of which none is written down. */
export interface StaffSum extends GiftSum {
  readonly staff: string
}

export interface GiftSums {
  /** In the order of their codes, what is not written down last; also those that were worked on and brought nothing. */
  readonly channels: readonly ChannelSum[]
  /** In the order of their names, what is not written down last. */
  readonly staff: readonly StaffSum[]
  readonly total: GiftSum
  readonly sponsors: readonly SponsorOutcome[]
}

/**
 * きっかけ・担当別: the gifts that stand of a part of the year, summed once by channel and once by 担当. Of a past moment the gifts and
 * what came of sponsors are of then; channel and 担当 of a gift, 説明会 and who was merged are of now.
 */
export async function sumGifts({ db }: Pick<Deps, 'db'>, { fiscalYear, period }: Omit<GiftSumsInput, 'postedUntil'>, at: ReportMoment = ofNow): Promise<GiftSums> {
  const span = { fiscalYear, ...daysOfGiftPeriod(fiscalYear, period) }
  const [outcomes, sponsors, { rows }] = await Promise.all([
    readAt(db, at, (books, since) => readChannelOutcomes(books, span, since)),
    readAt(db, at, (books, since) => readSponsors(books, span, since)),
    readAt(db, at, (books, since) => books.query<SumRow>(sumsSql(since), [fiscalYear, span.from, span.to])),
  ])
  const all = rows.find(({ by }) => by === 'all')
  if (all === undefined) throw new Error('the sum over everything is missing')
  return {
    channels: channelSums(rows.filter(({ by }) => by === 'channel'), outcomes),
    staff: rows.filter(({ by }) => by === 'staff').map(({ staff, count, amountYen }) => ({ staff, count, amountYen })),
    total: { count: all.count, amountYen: all.amountYen },
    sponsors,
  }
}

interface SumRow extends GiftSum {
  readonly by: 'channel' | 'staff' | 'all'
  readonly channelId: DonationChannelId | null
  readonly name: string | null
  readonly staff: string
}

function sumsSql(since: readonly YearSince[]): string {
  const { prelude, stands } = standingAt(since)
  return `
    WITH ${prelude} summed AS MATERIALIZED (
       SELECT g.channel_id, g.staff, count(*) AS count, sum(g.amount_yen) AS amount_yen
       FROM kept_gift g WHERE g.fiscal_year = $1::int AND g.entry_date BETWEEN $2::date AND $3::date AND ${stands('g.entry_id', 'g.is_undone')} GROUP BY g.channel_id, g.staff)
     SELECT t.by, t.channel_id AS "channelId", c.name, t.staff, t.count, t.amount_yen AS "amountYen"
     FROM (SELECT 'channel' AS by, channel_id, '' AS staff, sum(count)::bigint AS count, sum(amount_yen)::bigint AS amount_yen FROM summed GROUP BY channel_id
       UNION ALL SELECT 'staff', NULL, staff, sum(count)::bigint, sum(amount_yen)::bigint FROM summed GROUP BY staff
       UNION ALL SELECT 'all', NULL, '', coalesce(sum(count), 0)::bigint, coalesce(sum(amount_yen), 0)::bigint FROM summed) t
     LEFT JOIN donation_channel c ON c.id = t.channel_id
     ORDER BY c.code NULLS LAST, t.staff = '', t.staff`
}

/** Gifts and work of every channel that has either; the gifts come in the order of the channels' codes, and so does the rest after them. */
function channelSums(gifts: readonly (GiftSum & Pick<ChannelSum, 'channelId' | 'name'>)[], outcomes: readonly ChannelOutcome[]): ChannelSum[] {
  const idle = { newGivers: 0, events: 0, costYen: null }
  const named = gifts.map(({ channelId, name, count, amountYen }) => ({ ...idle, ...outcomes.find((each) => each.channelId === channelId), channelId, name, count, amountYen }))
  const without = outcomes.filter(({ channelId }) => !gifts.some((each) => each.channelId === channelId)).map((outcome) => ({ ...outcome, count: 0, amountYen: yen(0) }))
  return [...named.filter(({ channelId }) => channelId !== null), ...without, ...named.filter(({ channelId }) => channelId === null)]
}
