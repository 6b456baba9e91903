import type { Actor, Deps } from '@sasaeai/api/deps'
import { recordDeposit } from '@sasaeai/api/goodwill-bank/deposit/record-deposit'
import { recordStocktaking } from '@sasaeai/api/goodwill-bank/stocktaking/record-stocktaking'
import { writeOffGoods } from '@sasaeai/api/goodwill-bank/stocktaking/write-off-goods'
import { listStock } from '@sasaeai/api/goodwill-bank/stock/list-stock'
import { withdrawGoods } from '@sasaeai/api/goodwill-bank/withdrawal/withdraw-goods'
import { withdrawMoney } from '@sasaeai/api/goodwill-bank/withdrawal/withdraw-money'
import { saveGrantCommittee } from '@sasaeai/api/grant/committee/save-grant-committee'
import type { Db } from '@sasaeai/db/database'
import { fiscalYearOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { recordDepositSchema } from '@sasaeai/domain/goodwill-bank/deposit/goodwill-deposit-input'
import { recordStocktakingSchema, writeOffGoodsSchema } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { withdrawGoodsSchema, withdrawMoneySchema } from '@sasaeai/domain/goodwill-bank/withdrawal/goodwill-withdrawal-input'
import { grantCommitteeDetailsSchema } from '@sasaeai/domain/grant/committee/grant-committee-input'
import { id } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import { codes } from './demo-bundle.ts'
import { nearestOfficeDay } from './office-days.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of 善意銀行 grow from: not that of the story, which is committed by then. */
const goodwillSeed = 20_260_441

/** What comes in over a year: the day, from whom or where, and of each item so much, with how many days to its 期限. */
const deposits = [
  { day: '04-18', route: 'food_drive', occasion: '市役所フードドライブ', goods: [['11', 45_000, 400], ['13', 86, 300], ['14', 120, 700], ['12', 64, 240], ['19', 30, 60]] },
  { day: '05-12', route: 'desk', occasion: '', giver: true, goods: [['13', 200, 280]], valueYen: 38_000 },
  { day: '06-20', route: 'box', occasion: '生協ささえ店', goods: [['12', 40, 200], ['16', 72, 320], ['15', 55, 45]] },
  { day: '07-08', route: 'pick_up', occasion: '', purpose: '03', goods: [['31', 2, null], ['33', 5, null]] },
  { day: '08-25', route: 'food_drive', occasion: '市民プラザ夏休みフードドライブ', goods: [['11', 60_000, 380], ['14', 96, 900], ['15', 140, 108], ['17', 38, 260]] },
  { day: '09-16', route: 'desk', occasion: '', giver: true, purpose: '01', goods: [], moneyYen: 150_000 },
  { day: '10-14', route: 'food_drive', occasion: '市役所フードドライブ', goods: [['11', 52_000, 400], ['13', 110, 260], ['12', 90, 210], ['21', 18, null], ['19', 26, 25]] },
  { day: '11-05', route: 'desk', occasion: '', giver: true, purpose: '01', goods: [], moneyYen: 80_000 },
] as const

/** What goes out: フードパントリー every other month, care goods, and what the office hands to a household in need. */
const withdrawals = [
  { day: '05-24', way: 'pantry', recipients: 38, reliefClass: '01', goods: [['11', 30_000], ['14', 60], ['12', 30]] },
  { day: '06-11', way: 'household', recipients: 3, reliefClass: '02', goods: [['13', 24], ['19', 12]] },
  { day: '07-20', way: 'recycling', recipients: 1, purpose: '03', goods: [['31', 1]] },
  { day: '07-26', way: 'pantry', recipients: 44, reliefClass: '01', goods: [['13', 120], ['16', 44], ['15', 30]] },
  { day: '09-27', way: 'pantry', recipients: 41, reliefClass: '02', goods: [['11', 55_000], ['15', 90], ['17', 20]] },
  { day: '10-30', way: 'organization', unit: 'organizations', recipients: 4, goods: [['12', 48], ['14', 40]] },
] as const

/** 善意銀行 of the present year: what came in and went out before today, through the same commands as at the desk. */
export async function layGoodwillBank(db: Db, today: LocalDate): Promise<void> {
  const year = fiscalYearOf(today)
  const desk = await openDesk(db, year)
  const acts = [
    ...deposits.map((deposit) => ({ on: dayIn(year, deposit.day), run: () => takeIn(desk, deposit) })),
    ...withdrawals.map((withdrawal) => ({ on: dayIn(year, withdrawal.day), run: () => withdraw(desk, withdrawal) })),
    { on: dayIn(year, '10-28'), run: () => payAfterCommittee(desk, year) },
    { on: dayIn(year, '09-30'), run: () => count(desk, dayIn(year, '09-30')) },
    { on: dayIn(year, '11-10'), run: () => throwAway(desk, dayIn(year, '11-10')) },
  ]
  for (const { on, run } of acts.toSorted((left, right) => (left.on < right.on ? -1 : 1))) if (on < today) await run()
}

interface Desk {
  readonly year: FiscalYear
  readonly depsOn: (day: LocalDate) => Deps
  readonly receptionist: Actor
  readonly accountant: Actor
  readonly supporterIds: readonly string[]
  readonly idOf: (table: 'purpose' | 'item' | 'reliefClass' | 'account' | 'source', code: string) => string
}

async function openDesk(db: Db, year: FiscalYear): Promise<Desk> {
  const { prisma } = db
  const random = randomStream(goodwillSeed)
  const [people, supporters, purpose, item, reliefClass, account, source] = await Promise.all([
    prisma.user.findMany({ orderBy: { id: 'asc' } }),
    prisma.supporter.findMany({ where: { kind: 'organization', closedOn: null }, orderBy: { number: 'asc' }, take: 8, select: { id: true } }),
    prisma.goodwillPurpose.findMany(), prisma.goodsItem.findMany(), prisma.reliefClass.findMany(), prisma.ledgerAccount.findMany(), prisma.fundingSource.findMany(),
  ])
  const tables = { purpose, item, reliefClass, account, source }
  const person = (role: 'receptionist' | 'accountant'): Actor => {
    const found = people.find((each) => each.role === role)
    if (found === undefined) throw new Error(`the demo has no ${role}`)
    return { userId: id(found.id), name: found.name, role }
  }
  return {
    year,
    depsOn: (day) => {
      const now = new Date(`${day}T05:00:00Z`)
      return { db, now: () => now, newId: () => idAt(now, random) }
    },
    receptionist: person('receptionist'),
    accountant: person('accountant'),
    supporterIds: supporters.map((each) => each.id),
    idOf: (table, code) => {
      const row = tables[table].find((each) => each.code === code)
      if (row === undefined) throw new Error(`the demo has no ${table} ${code}`)
      return row.id
    },
  }
}

async function takeIn({ depsOn, receptionist, supporterIds, idOf, year }: Desk, deposit: (typeof deposits)[number]): Promise<void> {
  const day = dayIn(year, deposit.day)
  const deps = depsOn(day)
  const valueYen = 'valueYen' in deposit ? deposit.valueYen : 0
  const input = recordDepositSchema.parse({
    actId: deps.newId(), depositedOn: day, purposeId: idOf('purpose', 'purpose' in deposit ? deposit.purpose : '02'), route: deposit.route, occasion: deposit.occasion,
    supporterId: 'giver' in deposit ? (supporterIds[Number(deposit.day.slice(0, 2)) % supporterIds.length] ?? null) : null,
    lines: deposit.goods.map(([code, quantity, days], index) => ({ itemId: idOf('item', code), quantity, expiresOn: days === null ? null : addDays(day, days), valueYen: index === 0 ? valueYen : 0 })),
    moneyYen: 'moneyYen' in deposit ? deposit.moneyYen : 0, cashAccountId: idOf('account', '1120'), expenseAccountId: idOf('account', '5300'), fundingSourceId: idOf('source', codes.source.donation),
  })
  mustBe(await recordDeposit(deps, receptionist, input))
}

async function withdraw({ depsOn, receptionist, idOf, year }: Desk, withdrawal: (typeof withdrawals)[number]): Promise<void> {
  const day = dayIn(year, withdrawal.day)
  const deps = depsOn(day)
  const input = withdrawGoodsSchema.parse({
    actId: deps.newId(), withdrawnOn: day, purposeId: idOf('purpose', 'purpose' in withdrawal ? withdrawal.purpose : '02'), way: withdrawal.way,
    recipientUnit: 'unit' in withdrawal ? withdrawal.unit : 'households', recipients: withdrawal.recipients,
    reliefClassId: 'reliefClass' in withdrawal ? idOf('reliefClass', withdrawal.reliefClass) : null,
    lines: withdrawal.goods.map(([code, quantity]) => ({ itemId: idOf('item', code), quantity })),
  })
  mustBe(await withdrawGoods(deps, receptionist, input))
}

/** The committee decides, and a week later the money goes out. */
async function payAfterCommittee({ depsOn, accountant, idOf, year }: Desk, fiscalYear: FiscalYear): Promise<void> {
  const day = dayIn(year, '10-28')
  const deps = depsOn(day)
  const details = grantCommitteeDetailsSchema.parse({ fiscalYear, name: '善意銀行運営委員会', heldOn: dayIn(year, '10-21'), minutes: '善第2号', attendees: 7 })
  const committee = await saveGrantCommittee(deps, accountant, { change: null, details })
  if (!committee.ok) throw new Error(`the committee of the demo was refused: ${committee.code}`)
  const input = withdrawMoneySchema.parse({
    actId: deps.newId(), withdrawnOn: day, purposeId: idOf('purpose', '01'), way: 'household', recipientUnit: 'households', recipients: 20, reliefClassId: idOf('reliefClass', '02'),
    committeeId: committee.value.committeeId, cashAccountId: idOf('account', '1120'), expenseAccountId: idOf('account', '5300'), moneyYen: 60_000,
  })
  mustBe(await withdrawMoney(deps, accountant, input))
}

/** 棚卸 at the half of the year: everything is there but for two dented tins. */
async function count({ depsOn, receptionist }: Desk, day: LocalDate): Promise<void> {
  const deps = depsOn(day)
  const lots = await listStock(deps, day)
  const tins = lots.find(({ itemName, quantity }) => itemName.startsWith('缶詰') && quantity > 2)
  const lines = lots.map(({ lotId, quantity }) => lotId === tins?.lotId
    ? { lotId, bookQuantity: quantity, countedQuantity: quantity - 2, reason: 'damaged', explanation: '缶がへこんでいたため配らない' }
    : { lotId, bookQuantity: quantity, countedQuantity: quantity, reason: null })
  mustBe(await recordStocktaking(deps, receptionist, recordStocktakingSchema.parse({ actId: deps.newId(), countedOn: day, lines })))
}

/** 廃棄 of what has expired by that day. */
async function throwAway({ depsOn, receptionist }: Desk, day: LocalDate): Promise<void> {
  const deps = depsOn(day)
  const expired = (await listStock(deps, day)).filter(({ expiresOn }) => expiresOn !== null && expiresOn < day)
  if (expired.length === 0) return
  const lines = expired.map(({ lotId, quantity }) => ({ lotId, quantity, reason: 'expired' }))
  mustBe(await writeOffGoods(deps, receptionist, writeOffGoodsSchema.parse({ actId: deps.newId(), writtenOffOn: day, lines })))
}

function mustBe(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`善意銀行 of the demo was refused: ${outcome.code}`)
}

/** The office day nearest to a day of the fiscal year. */
function dayIn(year: FiscalYear, monthAndDay: string): LocalDate {
  return nearestOfficeDay(localDate(`${monthAndDay < '04' ? year + 1 : year}-${monthAndDay}`))
}
