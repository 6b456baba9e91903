import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DayReceived, oldestHeldSince } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import { settlementDeadline } from '@sasaeai/domain/community-chest/remittance/settlement-deadline'
import type { HeldMoney } from '@sasaeai/domain/funding-indicator/executive/executive-page'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Yen } from '@sasaeai/domain/money/yen'
import { custodyOfYear } from '../../community-chest/remittance/custody-queries.ts'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { custodySums } from '../dashboard-sums.ts'

interface HeldAsked {
  readonly fiscalYear: FiscalYear
  readonly ground: GroundData
  /** The last day of every drive. */
  readonly closing: ReadonlyMap<CampaignId, LocalDate>
  readonly at: ReportMoment
}

type Held = Pick<HeldMoney, 'campaignId' | 'name' | 'fiscalYear' | 'heldYen' | 'deadline'> & { readonly heldSince: LocalDate }

/** What is held of drives of the year and of earlier ones that are not closed, the longest first. */
export async function readHeldMoney(deps: Deps, asked: HeldAsked): Promise<HeldMoney[]> {
  const { fiscalYear, at } = asked
  const today = localDateInTokyo(at.moment ?? deps.now())
  const day = today > lastDayOf(fiscalYear) ? lastDayOf(fiscalYear) : today
  const held = at.position === null ? await heldNow(deps.db, asked) : await heldAt(deps, asked)
  return held
    .map(({ heldSince, ...money }) => ({ ...money, days: Math.max(0, daysBetween(heldSince, day)), isLate: money.deadline < today }))
    .toSorted((left, right) => right.days - left.days)
}

async function heldAt(deps: Deps, { fiscalYear, at }: HeldAsked): Promise<Held[]> {
  const { campaigns } = await custodyOfYear(deps, fiscalYear, at)
  return campaigns.flatMap(({ campaignId, name, fiscalYear: year, heldYen, heldSince, deadline }) =>
    heldSince === null ? [] : [{ campaignId, name, fiscalYear: year, heldYen, heldSince, deadline }],
  )
}

/**
 * The same as of now, from sums that are kept up to date and some hundred days: it is asked after every post, and the page
 * of 預り金 itself reads all that ever moved.
 */
async function heldNow(db: Db, { fiscalYear, ground, closing }: HeldAsked): Promise<Held[]> {
  const sums = await keptSums(db, custodySums)
  const money = [...ground.campaigns].flatMap(([campaignId, { name, fiscalYear: year, isClosed }]) => {
    const held = [...(sums.get(campaignId) ?? [])].reduce((sum, [, yen]) => sum + yen, 0)
    const closesOn = closing.get(campaignId)
    const isAsked = year === fiscalYear || (year < fiscalYear && !isClosed)
    return isAsked && held > 0 && closesOn !== undefined ? [{ campaignId, name, fiscalYear: year, heldYen: yenFromColumn(held), deadline: settlementDeadline(closesOn) }] : []
  })
  const days = await readDays(db, money.map(({ campaignId }) => campaignId))
  return money.flatMap((each) => {
    const heldSince = oldestHeldSince(days.get(each.campaignId) ?? [], each.heldYen)
    return heldSince === null ? [] : [{ ...each, heldSince }]
  })
}

interface DayOfDrive extends DayReceived {
  readonly campaignId: CampaignId
}

/** What came in by day. What was undone the totals have on the day of the reversal; it belongs to the day on which it came. */
async function readDays(db: Db, campaignIds: readonly CampaignId[]): Promise<ReadonlyMap<CampaignId, DayReceived[]>> {
  const [{ rows: kept }, { rows: [undone] }] = await Promise.all([
    db.pool.query<DayOfDrive>({
      name: 'drive-days',
      text: `SELECT campaign_id AS "campaignId", entry_date AS day, (-sum(amount_yen))::bigint AS "receivedYen"
        FROM campaign_day_total WHERE campaign_id = ANY ($1::uuid[]) GROUP BY 1, 2`,
      values: [campaignIds],
    }),
    db.pool.query<{ reversals: number }>({ name: 'count-reversals', text: 'SELECT count(*)::int AS reversals FROM journal_entry WHERE reverses_entry_id IS NOT NULL' }),
  ])
  const moved = await keptAnswer(db, { question: ['undone days'], version: undone?.reversals ?? 0 }, () => readUndoneDays(db))
  const days = new Map<CampaignId, Map<LocalDate, number>>()
  for (const { campaignId, day, receivedYen } of [...kept, ...moved]) {
    const own = days.get(campaignId) ?? new Map<LocalDate, number>()
    days.set(campaignId, own)
    own.set(day, (own.get(day) ?? 0) + receivedYen)
  }
  return new Map([...days].map(([campaignId, own]) => [campaignId, [...own].map(([day, received]) => ({ day, receivedYen: yenFromColumn(received) }))]))
}

async function readUndoneDays(db: Db): Promise<{ campaignId: CampaignId; day: LocalDate; receivedYen: Yen }[]> {
  const { rows } = await db.pool.query<DayOfDrive>(`
    SELECT p.campaign_id AS "campaignId", moved.day, sum(moved.sign * p.amount_yen)::bigint AS "receivedYen"
      FROM journal_entry e JOIN journal_entry o ON o.id = e.reverses_entry_id
        JOIN posting p ON p.entry_id = e.id AND p.campaign_id IS NOT NULL AND p.funding_source_id IS NOT NULL AND p.amount_yen > 0
        CROSS JOIN LATERAL (VALUES (e.entry_date, 1), (o.entry_date, -1)) moved (day, sign)
      WHERE e.reverses_entry_id IS NOT NULL GROUP BY 1, 2`)
  return rows
}
