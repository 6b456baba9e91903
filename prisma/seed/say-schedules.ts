import type { Actor, Deps } from '@sasaeai/api/deps'
import { saveGiftSchedule } from '@sasaeai/api/donation/schedule/save-gift-schedule'
import { saveSubsidy } from '@sasaeai/api/funding-indicator/statutory-paper/save-subsidy'
import type { Db } from '@sasaeai/db/database'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { giftScheduleDetailsSchema } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import { subsidyDetailsSchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { codes } from './demo-bundle.ts'
import { randomStream } from './random-stream.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const scheduleSeed = 20_260_430

/** What is said of the largest gifts of a year, from the largest on: one for a building, some of people near the council. */
const said = [
  { section: 'facility', attribute: 'family', isCapital: true },
  { section: 'current', attribute: 'business_partner', isCapital: false },
  { section: 'current', attribute: 'business_partner', isCapital: false },
  { section: 'current', attribute: 'officer', isCapital: false },
  { section: 'current', attribute: 'family', isCapital: false },
  { section: 'current', attribute: 'beneficiary', isCapital: false },
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
  const largest = await deps.db.prisma.keptGift.findMany({
    where: { fiscalYear: year, isUndone: false, payerId: { not: null } }, orderBy: [{ amountYen: 'desc' }, { entryDate: 'asc' }, { entryId: 'asc' }], take: said.length,
    select: { entryId: true, amountYen: true },
  })
  for (const [place, { entryId, amountYen }] of largest.entries()) {
    const gift = said[place]
    if (gift === undefined) continue
    const details = giftScheduleDetailsSchema.parse({ attribute: gift.attribute, section: gift.section, capitalYen: gift.isCapital ? Number(amountYen) : 0 })
    await done(saveGiftSchedule(deps, actor, { entryId: id<'JournalEntryId'>(entryId) satisfies JournalEntryId, replacesId: null, details }))
  }
}

/** @throws Error with the code of the refusal: the demo is told in a way that nothing refuses. */
async function done<Value>(outcome: Promise<Outcome<Value, FailureCode>>): Promise<void> {
  const result = await outcome
  if (!result.ok) throw new Error(result.code)
}
