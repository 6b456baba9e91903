import type { Actor, Deps } from '@sasaeai/api/deps'
import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { partnerTable } from '@sasaeai/api/donation/partner/partner-table'
import { receiveRevenue } from '@sasaeai/api/donation/revenue/receive-revenue'
import { revenueStreamTable } from '@sasaeai/api/donation/revenue/revenue-stream-table'
import type { Db } from '@sasaeai/db/database'
import { firstDayOf, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { expectedMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import { partnerDetailsSchema } from '@sasaeai/domain/donation/partner/partner-details'
import { receiveRevenueSchema } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import { revenueStreamDetailsSchema } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { codes } from './demo-bundle.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'
import { saySchedules } from './say-schedules.ts'
import { tellOfExternalFunds } from './tell-of-external-funds.ts'

/** The number that these ids grow from: not that of the story, which is committed by then. */
const revenueSeed = 20_260_427

const machines = [
  { code: '1', name: '市役所1階ロビー', place: '市役所 本庁舎', expectedYen: 8_200 },
  { code: '2', name: '総合体育館', place: '総合体育館 西口', expectedYen: 12_400 },
  { code: '3', name: '福祉会館', place: '福祉会館 1階', expectedYen: 5_600 },
] as const

const partners = [
  { code: '1', kind: 'social_welfare_corporation', name: '社会福祉法人ささえ会', contribution: 'ライフレスキュー（相談員の派遣、食料の立替え）', contactPerson: '事務局 中村', phone: '0942-00-1001' },
  { code: '2', kind: 'social_welfare_corporation', name: '社会福祉法人ひまわり園', contribution: '会議室と送迎車の貸出し', contactPerson: '地域連携室 松本', phone: '0942-00-1002' },
  { code: '3', kind: 'company', name: '株式会社ささえスーパー', contribution: 'フードドライブの箱を3店舗に設置、食品の提供', contactPerson: '総務部 井上', phone: '0942-00-1003' },
  { code: '4', kind: 'school', name: 'ささえ市立商業高等学校', contribution: '街頭募金と福祉まつりの手伝い', contactPerson: '生徒会担当', phone: '0942-00-1004' },
] as const

interface Desk {
  readonly db: Db
  readonly deps: Deps
  readonly actor: Actor
  readonly today: LocalDate
}

/** Machines with a month that has not come, a sponsor, a project on an outside platform, partners, what others call for, and where some gifts are counted. After the story is committed. */
export async function tellOfRevenue(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(revenueSeed)
  const now = new Date(`${today}T00:10:00Z`)
  const deps: Deps = { db, now: () => now, newId: () => idAt(now, random) }
  const desk: Desk = { db, deps, today, actor: await demoAccountant(db) }
  await layMachines(desk)
  await laySponsorAndProject(desk)
  for (const partner of partners) {
    const details = partnerDetailsSchema.parse(partner)
    await done(saveGroundItem(deps, desk.actor, { table: partnerTable, id: null, revision: null, details }))
  }
  await tellOfExternalFunds(db, today)
  await saySchedules(db, today)
}

async function layMachines(desk: Desk): Promise<void> {
  const { db, today } = desk
  const present = fiscalYearOf(today)
  const source = await db.prisma.fundingSource.findFirstOrThrow({ where: { code: codes.source.business } })
  const startsOn = firstDayOf(present)
  for (const [place, machine] of machines.entries()) {
    const streamId = await stream(desk, { kind: 'vending_machine', ...machine, fundingSourceId: source.id, startsOn, terms: '売上の15%' })
    for (const [index, month] of expectedMonths({ startsOn, endsOn: null }, present, today).entries()) {
      const receivedOn = nearestOfficeDay(addDays(month, 43))
      // One report of a machine has not come yet, as happens.
      if (receivedOn >= today || (place === 1 && index === 2)) continue
      await receive(desk, streamId, { month, receivedOn, grossYen: machine.expectedYen + ((index * 37 + place * 53) % 19) * 60 - 400 })
    }
  }
}

async function laySponsorAndProject(desk: Desk): Promise<void> {
  const { db, today } = desk
  const present = fiscalYearOf(today)
  const day = (monthAndDay: string) => nearestOfficeDay(localDate(`${present}-${monthAndDay}`))
  const donation = await db.prisma.fundingSource.findFirstOrThrow({ where: { code: codes.source.donation } })
  const fund = await db.prisma.fund.findFirstOrThrow({ where: { code: codes.fund.childrensTable } })
  const fee = await db.prisma.ledgerAccount.findFirstOrThrow({ where: { code: '5100' } })
  const company = await db.prisma.supporter.findFirstOrThrow({ where: { kind: 'organization', name: { contains: '会社' } }, orderBy: { number: 'asc' } })
  const sponsor = await stream(desk, {
    kind: 'sponsorship', code: '1', name: '福祉まつりの協賛', supporterId: company.id, fundingSourceId: donation.id, startsOn: `${present}-04-01`, endsOn: `${present + 1}-03-31`, expectedYen: 100_000,
    terms: '会場の横断幕に社名を掲示、社協だよりに掲載', display: 'named',
  })
  if (day('06-12') < today) await receive(desk, sponsor, { receivedOn: day('06-12'), grossYen: 100_000 })
  const project = await stream(desk, {
    kind: 'crowdfunding', code: '1', name: '子ども食堂を市内全域へ', place: 'ふるさと納税サイト（ささえ市の募集）', fundingSourceId: donation.id, fundId: fund.id, startsOn: `${present}-07-01`, endsOn: `${present}-09-30`,
    expectedYen: 1_000_000, feeAccountId: fee.id,
  })
  if (day('10-20') < today) await receive(desk, project, { receivedOn: day('10-20'), grossYen: 864_000, feeYen: 95_040 })
}

async function stream({ deps, actor }: Desk, given: Record<string, unknown>): Promise<string> {
  const details = revenueStreamDetailsSchema.parse(given)
  return (await done(saveGroundItem(deps, actor, { table: revenueStreamTable, id: null, revision: null, details }))).id
}

async function receive({ db, deps, actor }: Desk, streamId: string, given: Record<string, unknown>): Promise<void> {
  const bank = await db.prisma.ledgerAccount.findFirstOrThrow({ where: { code: '1120' } })
  const input = receiveRevenueSchema.parse({ receiptId: deps.newId(), streamId, feeYen: 0, cashAccountId: bank.id, ...given })
  await done(receiveRevenue(deps, actor, input))
}

async function done<Value>(answer: Promise<Outcome<Value, FailureCode>>): Promise<Value> {
  const outcome = await answer
  if (!outcome.ok) throw new Error(`the demo's revenue was refused: ${outcome.code}`)
  return outcome.value
}
