import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, ReceiptId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueReceipt } from '../../receipt/issue-receipt.ts'
import { readReceiptPaper } from '../../receipt/paper/read-receipt-paper.ts'
import { readWholeRegister } from '../../receipt/register/register-queries.ts'
import { reissueReceipt } from '../../receipt/reissue-receipt.ts'
import { listReceiptSeries } from '../../receipt/series/receipt-series-table.ts'
import { voidReceipt } from '../../receipt/void-receipt.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { correctGift } from './correct-gift.ts'
import { postGift } from './post-gift.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const memorial = { kind: 'memorial', deceasedName: '髙橋 トシ子', mournerName: '髙橋 義雄', relationship: '母', consent: 'named' } as const

async function theMourner() {
  const created = await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'person', name: '髙橋 義雄', kana: 'タカハシ ヨシオ', address: 'ささえ市城南町4番' }))
  if (!created.ok) throw new Error(created.code)
  return created.value.supporterId
}

async function issue(entryId: JournalEntryId) {
  const issued = await issueReceipt(council.deps, council.actors.accountant, { entryIds: [entryId] })
  if (!issued.ok) throw new Error(issued.code)
  return issued.value
}

async function wordsOf(receiptId: ReceiptId): Promise<string> {
  const { pages } = await drawPdf((await readReceiptPaper(council.deps, receiptId))?.bytes ?? new Uint8Array())
  return pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
}

test('香典返し for two funds: its receipt says one fund wrongly, is made void, the gift is put right, and what is issued anew is lost once', async () => {
  const { deps, actors } = council
  const [children, ride, disaster] = [council.fund('子ども食堂応援'), council.fund('移送サービス'), council.fund('災害支援')]
  const supporterId = await theMourner()
  const told = { receivedOn: '2026-10-10', supporterId, details: memorial }
  const posted = await postGift(deps, actors.accountant, { giftId: deps.newId(), gift: aGift(council, { ...told, shares: [[children, 66_667], [ride, 33_333]] }) })
  if (!posted.ok) throw new Error(posted.code)
  const first = await issue(posted.value.id)
  expect(await wordsOf(first.receiptId)).toContain('寄附金（子ども食堂応援・移送サービス）として')

  // Under a live receipt nothing of it changes.
  const right = aGift(council, { ...told, shares: [[children, 66_667], [disaster, 33_333]] })
  const putRight = () => correctGift(deps, actors.accountant, { entryId: posted.value.id, gift: right, reversalDate: localDate('2026-10-15'), reason: '使いみちの聞き違い' })
  expect(await putRight()).toMatchObject({ ok: false, code: 'gift_receipted' })
  expect(await voidReceipt(deps, actors.accountant, { receiptId: first.receiptId, reason: '使いみちの誤り' })).toMatchObject({ ok: true })
  const corrected = await putRight()
  if (!corrected.ok) throw new Error(corrected.code)
  const second = await issue(corrected.value.id)
  expect(await reissueReceipt(deps, actors.accountant, { receiptId: second.receiptId, reason: '納入者が紛失したため' })).toMatchObject({ ok: true })

  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目    借方金額  貸方科目    貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.10.10  現金         100,000  寄附金収入    66,667     1  寄附金                  寄附金 香典返し 子ども食堂応援・移送サービス
                                          寄附金収入    33,333        寄附金
       2  R8.10.15  寄附金収入    66,667  現金         100,000   △1  寄附金                  取消 寄附金 香典返し 子ども食堂応援・移送サービス（使いみちの聞き違い）
                    寄附金収入    33,333                              寄附金
       3  R8.10.10  現金         100,000  寄附金収入    66,667     1  寄附金                  寄附金 香典返し 子ども食堂応援・災害支援（使いみちの聞き違い）
                                          寄附金収入    33,333        寄附金
  `)
  for (const said of ['再発行（1回目', '髙橋義雄様', '￥100,000', '寄附金（子ども食堂応援・災害支援）として', '災害支援33,333円']) expect(await wordsOf(second.receiptId)).toContain(said)
  expect(await wordsOf(first.receiptId)).toContain('無効（使いみちの誤り）')
  const series = (await listReceiptSeries(database.db)).find(({ subject }) => subject === 'donation')
  if (series === undefined) throw new Error('no series')
  const { rows, counts } = await readWholeRegister(deps, { fiscalYear: council.fiscalYear, seriesId: series.id })
  expect(rows).toMatchObject([
    { printed: '寄附08-00001', state: 'void', reason: '使いみちの誤り', amountYen: 100_000 },
    { printed: '寄附08-00002', state: 'live', reissues: 1, amountYen: 100_000 },
  ])
  expect(counts).toMatchObject({ last: 2, live: 1, voided: 1, gaps: 0, liveYen: 100_000 })
})
