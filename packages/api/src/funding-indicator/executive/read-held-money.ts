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
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { custodySums } from '../dashboard-sums.ts'
import { type CollectedDaySums, collectedDaySums } from '../indicator/collected-day-sums.ts'

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
  const held = await readHeld(deps.db, asked)
  return held
    .map(({ heldSince, ...money }) => ({ ...money, days: Math.max(0, daysBetween(heldSince, day)), isLate: money.deadline < today }))
    .toSorted((left, right) => right.days - left.days)
}

/** From sums that are kept up to date: it is asked after every post, and the page of 預り金 itself reads all that ever moved. */
async function readHeld(db: Db, { fiscalYear, ground, closing, at: { position } }: HeldAsked): Promise<Held[]> {
  const [sums, collected, undone] = await Promise.all([
    sumsAt(db, custodySums, position), sumsAt(db, collectedDaySums, position), readUndone(db),
  ])
  const stood = undone.filter(({ year, number }) => position === null || number <= (position.get(year)?.number ?? 0))
  return [...ground.campaigns].flatMap(([campaignId, { name, fiscalYear: year, isClosed }]) => {
    const closesOn = closing.get(campaignId)
    const isAsked = year === fiscalYear || (year < fiscalYear && !isClosed)
    if (!isAsked || closesOn === undefined) return []
    const heldYen = yenFromColumn([...(sums.get(campaignId) ?? [])].reduce((sum, [, yen]) => sum + yen, 0))
    const heldSince = heldYen > 0 ? oldestHeldSince(daysOf(campaignId, { collected, undone: stood }), heldYen) : null
    return heldSince === null ? [] : [{ campaignId, name, fiscalYear: year, heldYen, deadline: settlementDeadline(closesOn), heldSince }]
  })
}

/** What came in of a drive by day. What was undone the totals have on the day of the reversal; it belongs to the day on which it came. */
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
