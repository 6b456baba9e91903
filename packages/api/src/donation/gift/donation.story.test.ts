import { localDate } from '@sasaeai/domain/calendar/local-date'
import { giftListSchema } from '@sasaeai/domain/donation/gift/gift-list-input'
import { type Gift, giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { correctGift } from './correct-gift.ts'
import { listGifts } from './list-gifts.ts'
import { postGift } from './post-gift.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function post(gift: Gift): Promise<JournalEntryId> {
  const posted = await postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift })
  if (!posted.ok) throw new Error(posted.code)
  return posted.value.id
}

const correct = (entryId: JournalEntryId, gift: Gift) =>
  correctGift(council.deps, council.actors.accountant, { entryId, gift, reversalDate: localDate('2026-10-15'), reason: '使いみちの聞き違い' })

test('香典返し split over two purposes, put right once, and wheelchairs at fair value: what was known goes along', async () => {
  const [children, ride] = [council.fund('子ども食堂応援'), council.fund('移送サービス')]
  const details = { kind: 'memorial', deceasedName: '髙橋 太郎', mournerName: '髙橋 一郎', relationship: '父' } as const
  const first = await post(aGift(council, { receivedOn: '2026-10-10', shares: [[children, 70_001], [null, 30_000]], details }))
  const gift = aGift(council, { receivedOn: '2026-10-10', shares: [[children, 50_000], [ride, 50_001]], details })
  expect(await correct(first, gift)).toMatchObject({ ok: true })
  expect(await correct(first, { ...gift, receivedOn: localDate('2026-10-11') })).toMatchObject({ ok: false, code: 'already_reversed' })
  await post(giftSchema.parse({
    ...aGift(council, { receivedOn: '2026-10-12' }), details: { kind: 'in_kind', goods: '車いす 2台' },
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 60_000 },
  }))
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.10  現金         100,001  寄附金収入    70,001     1  寄附金                  寄附金 香典返し 子ども食堂応援
                                          寄附金収入    30,000        寄附金
       2  R8.10.15  寄附金収入    70,001  現金         100,001   △1  寄附金                  取消 寄附金 香典返し 子ども食堂応援（使いみちの聞き違い）
                    寄附金収入    30,000                              寄附金
       3  R8.10.10  現金         100,001  寄附金収入    50,000     1  寄附金                  寄附金 香典返し 子ども食堂応援・移送サービス（使いみちの聞き違い）
                                          寄附金収入    50,001        寄附金
       4  R8.10.12  事業費支出    60,000  寄附金収入    60,000     1  寄附金                  寄附金 物品 車いす 2台
  `)
  const { rows, totals } = await listGifts(council.deps, giftListSchema.parse({ fiscalYear: 2026 }))
  expect(rows).toMatchObject([
    { kind: 'in_kind', goods: '車いす 2台', amountYen: 60_000 },
    { kind: 'memorial', deceasedName: '髙橋 太郎', fundNames: ['子ども食堂応援', '移送サービス'], amountYen: 100_001 },
  ])
  expect(totals).toEqual([{ kind: 'memorial', count: 1, amountYen: 100_001 }, { kind: 'in_kind', count: 1, amountYen: 60_000 }])
})

test('whoever corrects it in the books, what is known of a gift goes over, unless it was no gift at all', async () => {
  const { deps, actors } = council
  const details = { kind: 'event', occasion: '商店街バザー', consent: 'named' } as const
  const reason = { reversalDate: localDate('2026-10-15'), reason: '金額の書き間違い' }
  const contribution = { entryDate: localDate('2026-10-13'), cashAccountId: council.account('現金'), count: 1, note: '' }
  const entryId = await post(aGift(council, { receivedOn: '2026-10-13', details }))
  
  const corrected = await correctEntry(deps, actors.accountant, {
    entryId, ...reason, contribution: { ...contribution, fundingSourceId: council.source('寄附金'), amountYen: yen(12_000) },
  })
  if (!corrected.ok) throw new Error(corrected.code)
  const known = (id: string) => database.db.prisma.donation.findUnique({ where: { entryId: id } })
  expect(await known(corrected.value.corrected.id)).toMatchObject({ kind: 'event', occasion: '商店街バザー', consent: 'named', revision: 1 })
  const noGift = await correctEntry(deps, actors.accountant, {
    entryId: corrected.value.corrected.id, ...reason,
    contribution: { ...contribution, fundingSourceId: council.source('事業収入'), amountYen: yen(12_000) },
  })
  if (!noGift.ok) throw new Error(noGift.code)
  expect(await known(noGift.value.corrected.id)).toBeNull()
})
