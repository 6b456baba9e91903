import type { Db } from '@sasaeai/db/database'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { type FiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { settlementDeadline } from '@sasaeai/domain/community-chest/remittance/settlement-deadline'
import type { HeldMoney } from '@sasaeai/domain/funding-indicator/executive/executive-page'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../../deps.ts'
import { readHeldOfDrives } from '../../community-chest/remittance/held-of-drives.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'

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

async function readHeld(db: Db, { fiscalYear, ground, closing, at: { position } }: HeldAsked): Promise<Held[]> {
  const heldOf = await readHeldOfDrives(db, position)
  return [...ground.campaigns].flatMap(([campaignId, { name, fiscalYear: year, isClosed }]) => {
    const closesOn = closing.get(campaignId)
    const isAsked = year === fiscalYear || (year < fiscalYear && !isClosed)
    if (!isAsked || closesOn === undefined) return []
    const { heldYen, heldSince } = heldOf(campaignId)
    return heldSince === null ? [] : [{ campaignId, name, fiscalYear: year, heldYen, deadline: settlementDeadline(closesOn), heldSince }]
  })
}
