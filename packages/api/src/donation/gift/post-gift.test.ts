import { localDate } from '@sasaeai/domain/calendar/local-date'
import { giftFilterSchema, giftListSchema } from '@sasaeai/domain/donation/gift/gift-list-input'
import type { Gift } from '@sasaeai/domain/donation/gift/gift-input'
import type { SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { yen } from '@sasaeai/domain/money/yen'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { postContribution } from '../../ledger/post-contribution.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { exportGifts } from './export-gifts.ts'
import { listGifts } from './list-gifts.ts'
import { postGift } from './post-gift.ts'
import { readGift } from './read-gift.ts'
import { saveDonation } from './save-donation.ts'

let database: TestDatabase
let council: ACouncil
let giver: SupporterId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const details = supporterDetailsSchema.parse({ kind: 'person', name: '髙橋 一郎', kana: 'タカハシ イチロウ', address: 'ささえ市日吉町1番' })
  const created = await createSupporter(council.deps, council.actors.accountant, details)
  if (!created.ok) throw new Error(created.code)
  giver = created.value.supporterId
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const memorial = () => aGift(council, {
  supporterId: giver, shares: [[council.fund('子ども食堂応援'), 30_001], [null, 20_000]],
  details: { kind: 'memorial', deceasedName: '髙橋 太郎', mournerName: '髙橋 一郎', relationship: '父', consent: 'amount_hidden' },
})
const post = (gift: Gift, giftId = council.deps.newId()) => postGift(council.deps, council.actors.accountant, { giftId, gift })
const list = (change: object = {}) => listGifts(council.deps, giftListSchema.parse({ fiscalYear: 2026, ...change }))
const state = async () => ({
  entries: await database.db.prisma.journalEntry.count(),
  donations: await database.db.prisma.donation.count(),
  audits: await database.db.prisma.auditEvent.count({ where: { action: { in: ['donation.receive', 'ledger.post'] } } }),
})

test('sent again, sixteen times at once, a gift is one entry; another one under the same id is refused in words', async () => {
  const giftId = council.deps.newId()
  const answers = await Promise.all(Array.from({ length: 16 }, () => post(memorial(), giftId)))
  expect(answers).toEqual(answers.map(() => answers[0]))
  expect(answers[0]).toMatchObject({ ok: true, value: { entryNumber: 1 } })
  expect(await state()).toEqual({ entries: 1, donations: 1, audits: 2 })
  const other = await post(aGift(council), giftId)
  expect(other).toEqual({ ok: false, code: 'gift_posted_otherwise', about: '令和8年度の伝票1番に' })
  if (!other.ok) expect(failureMessage(other)).toContain('令和8年度の伝票1番に記帳されています')
})

test('a server killed between any two statements leaves nothing half, and the next try books once', async () => {
  const { deps, actors } = council
  const input = { giftId: deps.newId(), gift: memorial() }
  let cutAt = 1
  for (; cutAt < 20; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await postGift({ ...deps, db: broken.db }, actors.accountant, input).catch(() => null)
    if (answer !== null) break
    expect(await state()).toEqual({ entries: 0, donations: 0, audits: 0 })
  }
  expect(cutAt).toBeGreaterThan(2)
  expect(await state()).toEqual({ entries: 1, donations: 1, audits: 2 })
})

test('a gift that came in by another door stands in the list, waits to be completed, and is completed once', async () => {
  const { deps, actors } = council
  const contribution = {
    slipId: deps.newId(), entryDate: localDate('2026-10-14'), cashAccountId: council.account('現金'), fundingSourceId: council.source('寄附金'),
    fundId: council.fund('移送サービス'), supporterId: giver, amountYen: yen(5_000), count: 1, note: '',
  }
  const posted = await postContribution(deps, actors.accountant, contribution)
  if (!posted.ok) throw new Error(posted.code)
  const entryId = posted.value.id
  expect((await list({ matter: 'to_complete' })).rows).toMatchObject([{ entryId, kind: 'designated', isComplete: false, fundNames: ['移送サービス'], supporterName: '髙橋 一郎' }])
  const details = memorial().details
  expect(await saveDonation(deps, actors.receptionist, { entryId, revision: null, details })).toMatchObject({ ok: true })
  expect(await saveDonation(deps, actors.receptionist, { entryId, revision: null, details })).toEqual({ ok: false, code: 'gift_details_meanwhile' })
  expect(await saveDonation(deps, actors.receptionist, { entryId, revision: 1, details: { ...details, kind: 'in_kind' } })).toMatchObject({ code: 'gift_kind_of_goods' })
  expect((await list({ text: '髙橋 太郎' })).rows).toMatchObject([{ entryId, kind: 'memorial', isComplete: true }])
  expect((await list({ matter: 'to_complete' })).rows).toEqual([])
  await reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-16'), reason: '二重' })
  expect((await list()).rows).toEqual([])
  expect((await list({ matter: 'undone' })).rows).toMatchObject([{ entryId, isUndone: true }])
  expect(await saveDonation(deps, actors.receptionist, { entryId, revision: 1, details })).toEqual({ ok: false, code: 'gift_not_found' })
})

test('the list goes on page by page, sums every kind up over all pages, and leaves as Excel with every gift', async () => {
  for (const day of ['2026-10-01', '2026-10-02', '2026-10-02', '2026-10-03']) await post(aGift(council, { receivedOn: day, supporterId: giver }))
  await post(memorial())
  const first = await list({ limit: 3 })
  const second = await list({ limit: 3, cursor: first.next })
  expect([...first.rows, ...second.rows].map(({ receivedOn }) => receivedOn)).toEqual(['2026-10-15', '2026-10-03', '2026-10-02', '2026-10-02', '2026-10-01'])
  expect([first.totals, second.totals, second.next]).toEqual([[{ kind: 'general', count: 4, amountYen: 40_000 }, { kind: 'memorial', count: 1, amountYen: 50_001 }], null, null])
  expect((await list({ fundId: council.fund('子ども食堂応援') })).rows).toMatchObject([{ amountYen: 50_001, fundNames: ['子ども食堂応援', ''] }])
  const file = await exportGifts(council.deps, council.actors.auditor, { ...giftFilterSchema.parse({ fiscalYear: 2026 }), format: 'xlsx' })
  expect(file).toMatchObject({ ok: true, value: { fileName: '寄附_令和8年度.xlsx' } })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'donation_list.export' } })).toMatchObject({ after: { rows: 5 } })
})

test('the form of a correction begins with the gift as it was booked', async () => {
  const posted = await post(memorial())
  if (!posted.ok) throw new Error(posted.code)
  expect(await readGift(council.deps, posted.value.id)).toMatchObject({ gift: memorial(), details: { revision: 1 }, letters: [], isFromBatch: false })
})

test('the database itself takes no other money for a gift, and no goods for money', async () => {
  const dues = await postContribution(council.deps, council.actors.accountant, {
    slipId: council.deps.newId(), entryDate: localDate('2026-10-14'), cashAccountId: council.account('現金'), fundingSourceId: council.source('社協会費'),
    duesKindId: council.duesKind('一般会費'), amountYen: yen(500), count: 1, note: '',
  })
  if (!dues.ok) throw new Error(dues.code)
  await expect(database.db.prisma.donation.create({ data: { entryId: dues.value.id, kind: 'general' } })).rejects.toThrow()
  const gift = await post(aGift(council))
  if (!gift.ok) throw new Error(gift.code)
  await expect(database.db.prisma.donation.update({ where: { entryId: gift.value.id }, data: { kind: 'in_kind' } })).rejects.toThrow()
})
