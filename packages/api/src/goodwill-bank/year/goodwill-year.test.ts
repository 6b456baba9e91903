import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { GoodwillListInput } from '@sasaeai/domain/goodwill-bank/goodwill-list-input'
import type { GoodwillActKind } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aDeposit, aLine, aYearOfGoodwill, goodwillGround } from '@sasaeai/testing/a-goodwill-bank'
import { aGroup, done } from '@sasaeai/testing/a-grant'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { listGoodwillActs } from '../act/list-goodwill-acts.ts'
import { undoGoodwillAct } from '../act/undo-goodwill-act.ts'
import { goodwillCertificatesMaker } from '../deposit/goodwill-certificates-maker.ts'
import { recordDeposit } from '../deposit/record-deposit.ts'
import { exportGoodwillList } from '../export/export-goodwill-list.ts'
import { goodwillBalancesMaker } from '../stock/goodwill-balances-maker.ts'
import { listPurposeMoney } from '../stock/list-purpose-money.ts'
import { listStock } from '../stock/list-stock.ts'
import { readGoodsItem } from '../stock/read-goods-item.ts'
import { goodwillYearMaker } from './goodwill-year-maker.ts'
import { readGoodwillYear } from './read-goodwill-year.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const desk = () => ({ deps: council.deps, day: localDate('2026-10-15'), expect: async () => undefined, advance: async () => undefined, note: () => undefined })
const wordsOf = async (made: { readonly bytes: Uint8Array } | null) => {
  if (made === null) throw new Error('nothing was made')
  return (await drawPdf(made.bytes)).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('the year adds up item by item: carried + deposited − withdrawn − written off ± difference is what is there; what was undone counts for nothing', async () => {
  const { deps, actors, fiscalYear } = council
  await aYearOfGoodwill(council)
  const ground = await goodwillGround(council)
  const twice = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { lines: [aLine(ground, ['米', 9_000])] })))
  await done(undoGoodwillAct(deps, actors.accountant, { actId: twice.actId, undoneOn: localDate('2026-10-06'), reason: 'twice' }))
  const year = await readGoodwillYear(deps, fiscalYear)
  for (const { carried, deposited, withdrawn, writtenOff, difference, closing } of year.items) expect(carried + deposited - withdrawn - writtenOff + difference).toBe(closing)
  expect(year.items.map(({ name, deposited, withdrawn, closing }) => [name, deposited, withdrawn, closing])).toEqual([['米', 25_000, 10_000, 15_000], ['めん類', 30, 0, 30], ['缶詰・びん詰', 40, 12, 28]])
  expect(year.money.map(({ receivedYen, usedYen, transferredYen, balanceYen }) => [receivedYen, usedYen, transferredYen, balanceYen])).toEqual([[100_000, 30_000, 0, 70_000]])
  expect(year.withdrawals.map(({ way, times, recipients }) => [way, times, recipients])).toEqual([['pantry', 1, 24], ['household', 1, 12]])
  // 25 kg of rice, 40 tins of 250 g and 30 packets of 400 g; the one that was undone is left out.
  expect(year.deposits).toContainEqual({ route: 'food_drive', occasion: 'ささえ市役所', times: 1, givers: 0, grams: 47_000, pieces: 70 })
})

test('預託書, 残高表 and 年間報告 say on paper what the pages say; a deposit that was undone has no 預託書', async () => {
  const { deps, actors, fiscalYear } = council
  await aYearOfGoodwill(council)
  const ground = await goodwillGround(council)
  const given = aDeposit(council, ground, { supporterId: await aGroup(council, 'ささえ青果'), route: 'desk', lines: [aLine(ground, ['米', 12_500])] })
  const { actId } = await done(recordDeposit(deps, actors.receptionist, given))
  const certificate = { kind: 'goodwill_certificates', actIds: [actId] }
  const words = await wordsOf(await goodwillCertificatesMaker.make(desk(), certificate))
  for (const said of ['善意銀行預託書', '預託8-3', 'ささえ青果御中', '令和8年10月5日', '食の支援', '米', '12.5kg']) expect(words).toContain(said)
  const balances = await wordsOf(await goodwillBalancesMaker.make(desk(), { kind: 'goodwill_balances', asOf: '2026-10-15' }))
  for (const said of ['令和8年10月15日現在', '使いみちを任せる70,000円', '米', '27.5kg', 'めん類', '期限切れ', '30点']) expect(balances).toContain(said)
  const year = await wordsOf(await goodwillYearMaker.make(desk(), { kind: 'goodwill_year', fiscalYear }))
  for (const said of ['令和8年度', '37.5kg', '受入100,000円払出30,000円残高70,000円', 'フードパントリー', '延べ24世帯']) expect(year).toContain(said)
  await done(undoGoodwillAct(deps, actors.accountant, { actId, undoneOn: localDate('2026-10-06'), reason: 'mistyped' }))
  expect(await goodwillCertificatesMaker.title(deps, certificate)).toMatchObject({ code: 'document_subject_gone' })
})

test('在庫, お金 and 年間報告 stay as they stood at a moment, whatever is recorded, undone and booked since', async () => {
  const { deps, actors, fiscalYear } = council
  await aYearOfGoodwill(council)
  const ground = await goodwillGround(council)
  const asOf = localDate('2026-10-15')
  // The council's clock stands still; the moment is of PostgreSQL's, and so is the day up to which a past year is read.
  const acts = (kind: GoodwillActKind, at?: ReportMoment) => listGoodwillActs(deps, { fiscalYear, kind, postedUntil: at?.moment?.toISOString() })
  const seen = async (at?: ReportMoment) => ({
    stock: await listStock(deps, asOf, at), money: await listPurposeMoney(deps, { fiscalYear, asOf }, at), year: { ...(await readGoodwillYear(deps, fiscalYear, at)), asOf },
    deposits: await acts('deposit', at), withdrawals: await acts('withdrawal', at),
  })
  const { actId: kept } = await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { lines: [aLine(ground, ['めん類', 5])] })))
  await done(undoGoodwillAct(deps, actors.accountant, { actId: kept, undoneOn: localDate('2026-10-06'), reason: 'twice' }))
  const then = await seen()
  const postedUntil = await momentOfBooks(database.db)
  const at = await readReportMoment(deps, postedUntil)
  expect(await seen(at)).toEqual(then)

  await done(recordDeposit(deps, actors.receptionist, aDeposit(council, ground, { lines: [aLine(ground, ['米', 9_000]), aLine(ground, ['缶詰・びん詰', 8])] })))
  const money = { depositedOn: localDate('2026-10-07'), purposeId: ground.purpose('使いみちを任せる'), route: 'desk', occasion: '', moneyYen: 5_000 }
  const books = { cashAccountId: council.account('普通預金'), expenseAccountId: council.account('事業費支出'), fundingSourceId: council.source('寄附金') }
  await done(recordDeposit(deps, actors.accountant, aDeposit(council, ground, { ...money, ...books })))
  const paid = await database.db.prisma.goodwillWithdrawal.findFirstOrThrow({ where: { moneyYen: 30_000n } })
  await done(undoGoodwillAct(deps, actors.accountant, { actId: id(paid.actId), undoneOn: localDate('2026-10-12'), reason: 'returned' }))
  expect(await seen(at)).toEqual(then)
  const now = await seen()
  expect(now.money.map(({ receivedYen, usedYen, balanceYen }) => [receivedYen, usedYen, balanceYen])).toEqual([[105_000, 0, 105_000]])
  expect(now.withdrawals.map(({ undoneOn }) => undoneOn)).toContain('2026-10-12')
  expect(now.deposits).toHaveLength(then.deposits.length + 2)
  const rice = now.stock.find(({ itemName }) => itemName === '米')?.itemId ?? id<'GoodsItemId'>('')
  const [move, ...earlier] = (await readGoodsItem(deps, { itemId: rice }))?.moves ?? []
  expect(move).toMatchObject({ quantity: 9_000, balance: 24_000 })
  expect((await readGoodsItem(deps, { itemId: rice, postedUntil }))?.moves).toEqual(earlier)
  expect(now.stock.find(({ itemName }) => itemName === '米')?.quantity).toBe(24_000)

  const words = await wordsOf(await goodwillYearMaker.make(desk(), { kind: 'goodwill_year', fiscalYear, postedUntil }))
  for (const said of [postedUntilWords(postedUntil), '受入100,000円払出30,000円残高70,000円']) expect(words).toContain(said)
  const balances = await wordsOf(await goodwillBalancesMaker.make(desk(), { kind: 'goodwill_balances', asOf: '2026-10-15', postedUntil }))
  for (const said of [postedUntilWords(postedUntil), '使いみちを任せる70,000円']) expect(balances).toContain(said)
  const file = await done(exportGoodwillList(deps, actors.auditor, { list: 'year', fiscalYear, postedUntil, format: 'xlsx' }))
  expect(await readTableFile(Buffer.from(file.content, 'base64'))).toMatchObject({ unreadSheets: ['お金', '預託', '払出', '時点'] })
})

test('every list is written as Excel, and only that of deposits, which names givers, leaves a trace', async () => {
  const { deps, actors, fiscalYear } = council
  const { depositId, itemId } = await aYearOfGoodwill(council)
  const before = await database.db.prisma.auditEvent.count()
  const lists = [
    { list: 'stock', asOf: localDate('2026-10-15') }, { list: 'year', fiscalYear },
    { list: 'acts', fiscalYear, kind: 'withdrawal' }, { list: 'acts', fiscalYear, kind: 'stocktaking' }, { list: 'acts', fiscalYear, kind: 'deposit' },
  ] as const
  for (const list of lists) {
    const file = await done(exportGoodwillList(deps, actors.auditor, { ...list, format: 'xlsx' }))
    expect(Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK')
  }
  const written = (list: GoodwillListInput) => csvRows(exportGoodwillList(deps, actors.auditor, { ...list, format: 'csv' }))
  expect((await written({ list: 'item', itemId })).map((line) => [...line.slice(3, 4), ...line.slice(5, 8)])).toEqual([['食の支援', '-10', '15', 'kg'], ['食の支援', '25', '25', 'kg']])
  expect(await written({ list: 'stock', asOf: localDate('2026-10-15') })).toContainEqual(['合計', '', '0', '100000', '30000', '0', '70000'])
  expect((await written({ list: 'act', actId: depositId })).filter(([, , purpose, item]) => purpose === '食の支援' && item !== '').map((line) => [line[3], line[5], line[6]]))
    .toEqual([['米', '25', 'kg'], ['めん類', '30', '点'], ['缶詰・びん詰', '40', '点']])
  expect(await exportGoodwillList(deps, actors.auditor, { list: 'act', actId: id(deps.newId()), format: 'csv' })).toEqual({ ok: false, code: 'row_gone' })
  const events = await database.db.prisma.auditEvent.findMany({ orderBy: { at: 'asc' } })
  expect(events).toHaveLength(before + 2)
  expect(events.filter(({ action }) => action === 'goodwill_list.export')).toMatchObject([{ after: { title: '善意銀行_預託_令和8年度', count: 5 } }, { after: { count: 4 } }])
})
