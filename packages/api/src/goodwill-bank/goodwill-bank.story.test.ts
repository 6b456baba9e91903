import { localDate } from '@sasaeai/domain/calendar/local-date'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { recordStocktakingSchema, writeOffGoodsSchema } from '@sasaeai/domain/goodwill-bank/stocktaking/stocktaking-input'
import { id } from '@sasaeai/domain/ids'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aDeposit, aGoodsWithdrawal, aLine, aMoneyWithdrawal, goodwillGround, type GoodwillGround } from '@sasaeai/testing/a-goodwill-bank'
import { aGroup, done } from '@sasaeai/testing/a-grant'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../ledger/check-ledger.ts'
import { listGoodwillActs } from './act/list-goodwill-acts.ts'
import { undoGoodwillAct } from './act/undo-goodwill-act.ts'
import { recordDeposit } from './deposit/record-deposit.ts'
import { listPurposeMoney } from './stock/list-purpose-money.ts'
import { listStock } from './stock/list-stock.ts'
import { recordStocktaking } from './stocktaking/record-stocktaking.ts'
import { writeOffGoods } from './stocktaking/write-off-goods.ts'
import { withdrawGoods } from './withdrawal/withdraw-goods.ts'
import { withdrawMoney } from './withdrawal/withdraw-money.ts'

let database: TestDatabase
let council: ACouncil
let ground: GoodwillGround

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date('2026-12-28T03:00:00Z') })
  ground = await goodwillGround(council)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

async function printedStock(day: string): Promise<string> {
  const lots = await listStock(council.deps, localDate(day))
  const columns = [{ heading: '目的' }, { heading: '品目' }, { heading: '期限' }, { heading: '数量', isRight: true }]
  return printedTable(columns, lots.map((lot) => [lot.purposeName, lot.itemName, lot.expiresOn ?? '', `${goodsFigure(lot.quantity, lot.measure)}${lot.unit}`]))
}

async function printedMoney(day: string): Promise<string> {
  const money = await listPurposeMoney(council.deps, { fiscalYear: council.fiscalYear, asOf: localDate(day) })
  const columns = [{ heading: '目的' }, ...['繰越', '受入', '払出', '残高'].map((heading) => ({ heading, isRight: true }))]
  return printedTable(columns, money.map(({ purposeName, carriedYen, receivedYen, usedYen, balanceYen }) => [purposeName, ...[carriedYen, receivedYen, usedYen, balanceYen].map(formatYenDelta)]))
}

const lotOf = async (item: string, expiresOn: string | null) => {
  const lot = (await listStock(council.deps, localDate('2026-12-31'))).find((each) => each.itemName === item && each.expiresOn === expiresOn)
  if (lot === undefined) throw new Error(`no ${item}`)
  return lot
}

test('a half-year of 善意銀行: food and a wheelchair come in, go out by 期限, expire, are counted and put right; money goes out after a committee', async () => {
  const { deps, actors } = council
  const books = { cashAccountId: council.account('普通預金'), expenseAccountId: council.account('事業費支出'), fundingSourceId: council.source('寄附金') }
  const salon = await aGroup(council, 'ささえ青果')

  // フードドライブ at the town hall, and a greengrocer's gift at fair value.
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, {
    lines: [aLine(ground, ['米', 30_000, '2027-08-31']), aLine(ground, ['缶詰・びん詰', 24, '2026-11-30']), aLine(ground, ['缶詰・びん詰', 36, '2027-06-30']), aLine(ground, ['缶詰・びん詰', 4, '2026-11-30'])],
  })))
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, {
    depositedOn: '2026-10-06', supporterId: salon, route: 'desk', occasion: '', lines: [aLine(ground, ['レトルト食品', 50, '2027-01-31', 12_500])], ...books,
  })))
  // Bread for the same afternoon is counted, worth something, and not booked.
  const bread = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, {
    depositedOn: '2026-10-10', isSameDay: true, lines: [aLine(ground, ['その他の食品', 40, '2026-10-10', 8_000])],
  })))
  // A wheelchair, entered twice by mistake.
  const chair = { purposeId: ground.purpose('生活・介護用品'), route: 'pick_up', occasion: '', lines: [aLine(ground, ['車いす', 1])] }
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, chair)))
  const second = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, chair)))
  await done(undoGoodwillAct(deps, actors.accountant, { actId: second.actId, undoneOn: localDate('2026-10-07'), reason: 'twice' }))
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, {
    depositedOn: '2026-10-20', purposeId: ground.purpose('使いみちを任せる'), supporterId: salon, route: 'desk', occasion: '', moneyYen: 100_000, ...books,
  })))
  expect(bread.name).toBe('預託8-3')
  expect(await printedStock('2026-10-09')).toMatchInlineSnapshot(`
    目的            品目          期限        数量
    食の支援        米            2027-08-31  30kg
    食の支援        レトルト食品  2027-01-31  50点
    食の支援        缶詰・びん詰  2026-11-30  28点
    食の支援        缶詰・びん詰  2027-06-30  36点
    生活・介護用品  車いす                     1台
  `)

  // パントリー: what expires first goes first, over two lots.
  const lines = [{ itemId: ground.item('米'), quantity: 12_500 }, { itemId: ground.item('缶詰・びん詰'), quantity: 30 }, { itemId: ground.item('その他の食品'), quantity: 40 }]
  await done(withdrawGoods(deps, actors.receptionist, aGoodsWithdrawal(council, ground, { lines })))
  await done(withdrawGoods(deps, actors.receptionist, aGoodsWithdrawal(council, ground, {
    withdrawnOn: '2026-11-05', purposeId: ground.purpose('生活・介護用品'), way: 'recycling', recipients: 1, lines: [{ itemId: ground.item('車いす'), quantity: 1 }],
  })))

  // Ten packets burst, and at the year's end one can is missing that nobody wrote down.
  const burst = await lotOf('レトルト食品', '2027-01-31')
  await done(writeOffGoods(deps, actors.receptionist, writeOffGoodsSchema.parse({
    actId: deps.newId(), writtenOffOn: '2026-12-20', lines: [{ lotId: burst.lotId, quantity: 10, reason: 'damaged' }],
  })))
  const counted = (await listStock(deps, localDate('2026-12-28'))).map(({ lotId, itemName, quantity }) => ({
    lotId, bookQuantity: quantity, countedQuantity: itemName === '缶詰・びん詰' ? quantity - 1 : quantity,
    reason: itemName === '缶詰・びん詰' ? 'withdrawal_missed' : null, explanation: itemName === '缶詰・びん詰' ? '11月のパントリーで書きもれ' : '',
  }))
  await done(recordStocktaking(deps, actors.receptionist, recordStocktakingSchema.parse({ actId: deps.newId(), countedOn: '2026-12-28', lines: counted })))
  expect(await printedStock('2026-12-28')).toMatchInlineSnapshot(`
    目的      品目          期限          数量
    食の支援  米            2027-08-31  17.5kg
    食の支援  レトルト食品  2027-01-31    40点
    食の支援  缶詰・びん詰  2027-06-30    33点
  `)

  // Money: 30,000 yen, once more by mistake, and taken back.
  const committee = await database.db.prisma.grantCommittee.create({
    data: { id: deps.newId(), fiscalYear: 2026, name: '善意銀行運営委員会', heldOn: new Date('2026-11-20T00:00:00Z'), minutes: '善第3号' },
  })
  const payment = { withdrawnOn: '2026-12-01', committeeId: committee.id, reliefClassId: (await reliefClass('ひとり親世帯')).id, areaId: council.area('日吉校区') }
  await done(withdrawMoney(deps, actors.accountant, aMoneyWithdrawal(council, ground, payment)))
  const again = await done(withdrawMoney(deps, actors.accountant, aMoneyWithdrawal(council, ground, { ...payment, moneyYen: 20_000 })))
  await done(undoGoodwillAct(deps, actors.accountant, { actId: again.actId, undoneOn: localDate('2026-12-02'), reason: 'mistyped' }))
  expect(await printedMoney('2026-12-28')).toMatchInlineSnapshot(`
    目的              繰越     受入    払出    残高
    使いみちを任せる     0  100,000  30,000  70,000
  `)
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.6   事業費支出    12,500  寄附金収入    12,500     1  寄附金                  寄附金 物品 レトルト食品 50点
       2  R8.10.20  普通預金     100,000  寄附金収入   100,000     1  寄附金                  寄附金 善意銀行 預託
       3  R8.12.1   事業費支出    30,000  普通預金      30,000                                善意銀行 払出 使いみちを任せる ひとり親世帯 日吉校区 12世帯
       4  R8.12.1   事業費支出    20,000  普通預金      20,000                                善意銀行 払出 使いみちを任せる ひとり親世帯 日吉校区 12世帯
       5  R8.12.2   普通預金      20,000  事業費支出    20,000                                取消 善意銀行 払出 使いみちを任せる ひとり親世帯 日吉校区 12世帯（入力の誤りのため）
  `)

  const deposits = await listGoodwillActs(deps, { fiscalYear: council.fiscalYear, kind: 'deposit' })
  expect(deposits.map((act) => [goodwillActName(act), act.undoneOn])).toContainEqual(['預託8-5', '2026-10-07'])
  // Every lot holds what its movements add up to.
  const { rows } = await database.db.pool.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM goods_lot l WHERE l.held <> (SELECT coalesce(sum(quantity), 0) FROM goods_movement m WHERE m.lot_id = l.id)`,
  )
  expect(rows[0]?.wrong).toBe(0)
})

async function reliefClass(name: string) {
  return database.db.prisma.reliefClass.findFirstOrThrow({ where: { name }, select: { id: true } })
}

test('a deposit, a withdrawal and a payment that are sent twice, also at the same moment, are recorded once', async () => {
  const { deps, actors } = council
  const books = { cashAccountId: council.account('普通預金'), expenseAccountId: council.account('事業費支出'), fundingSourceId: council.source('寄附金') }
  const deposit = aDeposit(council, ground, { purposeId: ground.purpose('使いみちを任せる'), moneyYen: 50_000, lines: [aLine(ground, ['米', 10_000, null, 4_000])], ...books })
  const deposits = await Promise.all(Array.from({ length: 6 }, () => recordDeposit(deps, actors.receptionist, deposit)))
  expect(new Set(deposits.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  expect(deposits[0]).toMatchObject({ ok: true, value: { name: '預託8-1' } })
  const out = aGoodsWithdrawal(council, ground, { purposeId: deposit.purposeId, lines: [{ itemId: ground.item('米'), quantity: 6_000 }] })
  await Promise.all(Array.from({ length: 6 }, () => done(withdrawGoods(deps, actors.receptionist, out))))
  const committee = await database.db.prisma.grantCommittee.create({
    data: { id: deps.newId(), fiscalYear: 2026, name: '運営委員会', heldOn: new Date('2026-10-01T00:00:00Z'), minutes: '1' },
  })
  const payment = aMoneyWithdrawal(council, ground, { committeeId: committee.id })
  await Promise.all(Array.from({ length: 6 }, () => done(withdrawMoney(deps, actors.accountant, payment))))
  expect(await database.db.prisma.goodwillAct.count()).toBe(3)
  expect(await database.db.prisma.journalEntry.count()).toBe(3)
  expect(await printedStock('2026-12-31')).toContain('4kg')
  expect((await listPurposeMoney(deps, { fiscalYear: council.fiscalYear, asOf: localDate('2026-12-31') })).map(({ balanceYen }) => balanceYen)).toEqual([20_000])
  // The same id for another day is another thing, and refused.
  expect(await recordDeposit(deps, actors.receptionist, { ...deposit, depositedOn: localDate('2026-10-06') })).toMatchObject({ code: 'goodwill_recorded_otherwise' })
})

test('of many who hand out the last bags at the same moment, only as many succeed as there are bags', async () => {
  const { deps, actors } = council
  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { lines: [aLine(ground, ['紙おむつ', 3, '2027-01-01']), aLine(ground, ['紙おむつ', 2])] })))
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => withdrawGoods(deps, actors.receptionist, aGoodsWithdrawal(council, ground, { recipients: 1, lines: [{ itemId: ground.item('紙おむつ'), quantity: 1 }] }))),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'goods_not_enough' })
  expect(await listStock(deps, localDate('2026-12-31'))).toEqual([])
})

test('what has gone out cannot be undone at its deposit; what expired does not go out; nothing is recorded ahead, into a closed month, or before its committee', async () => {
  const { deps, actors } = council
  const deposit = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { lines: [aLine(ground, ['菓子', 10, '2026-10-31'])] })))
  const sweets = (quantity: number, withdrawnOn: string) =>
    withdrawGoods(deps, actors.receptionist, aGoodsWithdrawal(council, ground, { withdrawnOn, lines: [{ itemId: ground.item('菓子'), quantity }] }))
  expect(await sweets(1, '2026-11-01')).toMatchObject({ code: 'goods_not_enough', about: '菓子（在庫 0点）' })
  await done(sweets(4, '2026-10-31'))
  const undo = (actId: string, undoneOn: string) => undoGoodwillAct(deps, actors.accountant, { actId: id(actId), undoneOn: localDate(undoneOn), reason: 'mistyped' })
  expect(await undo(deposit.actId, '2026-11-02')).toMatchObject({ code: 'goods_not_enough', about: '菓子' })
  const [withdrawal] = await listGoodwillActs(deps, { fiscalYear: council.fiscalYear, kind: 'withdrawal' })
  expect(await undo(withdrawal?.actId ?? '', '2026-10-30')).toMatchObject({ code: 'goodwill_undo_before', field: 'undoneOn' })
  const undone = await done(undo(withdrawal?.actId ?? '', '2026-11-02'))
  expect(await undo(withdrawal?.actId ?? '', '2026-11-02')).toMatchObject({ code: 'goodwill_already_undone' })
  expect(await undo(undone.actId, '2026-11-02')).toMatchObject({ code: 'reversal_not_reversible' })
  await done(undo(deposit.actId, '2026-11-02'))
  expect(await listStock(deps, localDate('2026-12-31'))).toEqual([])

  const line = { lines: [aLine(ground, ['米', 1_000])] }
  expect(await recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { ...line, depositedOn: '2026-12-29' }))).toMatchObject({ code: 'goodwill_day_ahead', field: 'depositedOn' })
  await database.db.prisma.fiscalPeriod.update({
    where: { fiscalYear_firstDay: { fiscalYear: 2026, firstDay: new Date('2026-09-01T00:00:00Z') } }, data: { closedAt: new Date(), closedById: actors.accountant.userId },
  })
  expect(await recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { ...line, depositedOn: '2026-09-15' }))).toMatchObject({ code: 'period_closed', field: 'depositedOn' })
  const committee = await database.db.prisma.grantCommittee.create({
    data: { id: deps.newId(), fiscalYear: 2026, name: '運営委員会', heldOn: new Date('2026-11-20T00:00:00Z'), minutes: '1' },
  })
  const pay = (change: Record<string, unknown>) => withdrawMoney(deps, actors.accountant, aMoneyWithdrawal(council, ground, { committeeId: committee.id, withdrawnOn: '2026-11-20', ...change }))
  expect(await pay({ withdrawnOn: '2026-11-19' })).toMatchObject({ code: 'goodwill_committee_later' })
  expect(await pay({})).toMatchObject({ code: 'goodwill_money_not_enough', about: '0円', field: 'moneyYen' })
  expect(await pay({ purposeId: ground.purpose('食の支援') })).toMatchObject({ code: 'goodwill_purpose_without_fund' })
  expect(await pay({ areaId: council.area('日吉一丁目自治会') })).toMatchObject({ code: 'relief_area_too_fine' })
  expect(await database.db.prisma.journalEntry.count()).toBe(0)
})
