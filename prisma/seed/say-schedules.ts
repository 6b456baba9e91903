import type { Actor, Deps } from '@sasaeai/api/deps'
import { saveGiftSchedule } from '@sasaeai/api/donation/schedule/save-gift-schedule'
import { saveSubsidy } from '@sasaeai/api/funding-indicator/statutory-paper/save-subsidy'
import type { Db } from '@sasaeai/db/database'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { giftScheduleDetailsSchema } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import { subsidyDetailsSchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { codes } from './demo-bundle.ts'
import { randomStream } from './random-stream.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const scheduleSeed = 20_260_430

/** What is said of the largest gifts of a year, each of the largest one of such a giver that is left: one is for a building. */
const sayings = [
  { section: 'facility', attribute: 'family', kind: 'person', isCapital: true },
  { section: 'current', attribute: 'business_partner', kind: 'organization', isCapital: false },
  { section: 'current', attribute: 'business_partner', kind: 'organization', isCapital: false },
  { section: 'current', attribute: 'officer', kind: 'person', isCapital: false },
  { section: 'current', attribute: 'family', kind: 'person', isCapital: false },
  { section: 'current', attribute: 'beneficiary', kind: 'person', isCapital: false },
] as const

/** 附属明細書: where some gifts of last year and this one are counted, and who grants the city's subsidy. After the story is committed. */
export async function saySchedules(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(scheduleSeed)
  const now = new Date(`${today}T00:30:00Z`)
  const deps: Deps = { db, now: () => now, newId: () => idAt(now, random) }
  const actor = await demoAccountant(db)
  const present = fiscalYearOf(today)
  for (const year of [fiscalYear(present - 1), present]) await sayGifts({ deps, actor }, year)
  const { id: sourceId } = await db.prisma.fundingSource.findFirstOrThrow({ where: { code: codes.source.city } })
  const details = subsidyDetailsSchema.parse({
    isListed: true, grantor: 'ささえ市', purpose: '地域福祉推進事業', section: '', userIncomeSourceId: null, reserveYen: 0,
  })
  await done(saveSubsidy(deps, actor, { fiscalYear: fiscalYear(present - 1), sourceId: id(sourceId), replacesId: null, details }))
}

async function sayGifts({ deps, actor }: { readonly deps: Deps; readonly actor: Actor }, year: FiscalYear): Promise<void> {
  const { rows: largest } = await deps.db.pool.query<{ entryId: JournalEntryId; amountYen: Yen; kind: SupporterKind }>(
    `SELECT g.entry_id AS "entryId", g.amount_yen AS "amountYen", s.kind FROM kept_gift g JOIN supporter s ON s.id = g.payer_id
      WHERE g.fiscal_year = $1 AND NOT g.is_undone ORDER BY g.amount_yen DESC, g.entry_date, g.entry_id LIMIT 100`, [year],
  )
  const said = new Set<JournalEntryId>()
  for (const { section, attribute, kind, isCapital } of sayings) {
    const gift = largest.find((each) => each.kind === kind && !said.has(each.entryId))
    if (gift === undefined) continue
    said.add(gift.entryId)
    const details = giftScheduleDetailsSchema.parse({ attribute, section, capitalYen: isCapital ? gift.amountYen : 0 })
    await done(saveGiftSchedule(deps, actor, { entryId: gift.entryId, replacesId: null, details }))
  }
}

/** @throws Error with the code of the refusal: the demo is told in a way that nothing refuses. */
async function done<Value>(outcome: Promise<Outcome<Value, FailureCode>>): Promise<void> {
  const result = await outcome
  if (!result.ok) throw new Error(result.code)
}
