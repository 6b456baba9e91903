import { localDate } from '@sasaeai/domain/calendar/local-date'
import { acknowledgmentListSchema } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { createPledgeSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import type { DonationDetails } from '@sasaeai/domain/donation/gift/donation-details'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { yen } from '@sasaeai/domain/money/yen'
import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { listAcknowledgments } from '../acknowledgment/list-acknowledgments.ts'
import { postGift } from '../gift/post-gift.ts'
import { recordLetters } from '../letter/record-letters.ts'
import { listThresholdAlerts } from '../threshold/list-threshold-alerts.ts'
import { markThreshold } from '../threshold/mark-threshold.ts'
import { endPledge, replanPledge, resumePledge } from './change-pledge.ts'
import { createPledge } from './create-pledge.ts'
import { exportPledges } from './export-pledges.ts'
import { pledgesOfSupporter, readPledge } from './pledge-queries.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function aGiver(name: string, change: object = {}): Promise<SupporterId> {
  const created = await createSupporter(council.deps, council.actors.accountant, supporterDetailsSchema.parse({ kind: 'person', name, kana: 'ア', address: 'ささえ市日吉町1番', ...change }))
  if (!created.ok) throw new Error(created.code)
  return created.value.supporterId
}

async function give(supporterId: SupporterId | null, amountYen: number, details: Partial<DonationDetails> = {}): Promise<JournalEntryId> {
  const gift = aGift(council, { supporterId, shares: [[null, amountYen]], details })
  const posted = await postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift })
  if (!posted.ok) throw new Error(posted.code)
  return posted.value.id
}

test('a promise of 100,000円 in three parts: one is received and undone, the rest planned anew, ended and taken up again', async () => {
  const { deps, actors } = council
  const supporterId = await aGiver('予約 花子')
  const pledgeId = id<'PledgeId'>(deps.newId())
  const input = createPledgeSchema.parse({
    pledgeId, supporterId, pledgedOn: '2026-09-01', details: { kind: 'general', fundingSourceId: council.source('寄附金'), fundId: null },
    plan: { firstOn: '2026-10-01', rhythm: 'monthly', times: 3, amountYen: 100_000, amountIs: 'total' },
  })
  for (const answer of [await createPledge(deps, actors.receptionist, input), await createPledge(deps, actors.receptionist, input)]) expect(answer).toEqual({ ok: true, value: { pledgeId } })
  const read = async () => (await readPledge(deps, pledgeId))?.instalments.map(({ sequence, plannedOn, plannedYen, receivedYen }) => [sequence, plannedOn, plannedYen, receivedYen])
  expect(await read()).toEqual([[1, '2026-10-01', 33_334, 0], [2, '2026-11-01', 33_333, 0], [3, '2026-12-01', 33_333, 0]])
  const [first] = (await pledgesOfSupporter(deps, supporterId))[0]?.instalments ?? []
  const instalmentId = first?.instalmentId ?? null
  const stranger = aGift(council, { supporterId: await aGiver('別人'), details: { instalmentId } })
  expect(await postGift(deps, actors.accountant, { giftId: deps.newId(), gift: stranger })).toEqual({ ok: false, code: 'instalment_unusable', field: 'instalmentId' })
  const entryId = await give(supporterId, 33_334, { instalmentId })
  expect((await read())?.[0]).toEqual([1, '2026-10-01', 33_334, 33_334])
  const plan = { firstOn: localDate('2027-01-15'), rhythm: 'once', times: 1, amountYen: yen(66_666), amountIs: 'each' } as const
  const replaces = (await readPledge(deps, pledgeId))?.instalments.slice(1).map((instalment) => instalment.instalmentId) ?? []
  expect(await replanPledge(deps, actors.receptionist, { pledgeId, revision: 1, replaces, plan })).toEqual({ ok: true, value: null })
  expect(await replanPledge(deps, actors.receptionist, { pledgeId, revision: 1, replaces, plan })).toEqual({ ok: false, code: 'changed_meanwhile' })
  await reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-16'), reason: '入金の誤り' })
  expect(await read()).toEqual([[1, '2026-10-01', 33_334, 0], [2, '2027-01-15', 66_666, 0]])
  expect(await endPledge(deps, actors.receptionist, { pledgeId, revision: 1, endedOn: localDate('2026-10-20'), reason: 'お申し出' })).toMatchObject({ ok: true })
  expect(await pledgesOfSupporter(deps, supporterId)).toEqual([])
  expect(await replanPledge(deps, actors.receptionist, { pledgeId, revision: 2, replaces: [], plan })).toEqual({ ok: false, code: 'pledge_ended' })
  expect(await resumePledge(deps, actors.receptionist, { pledgeId, revision: 2 })).toMatchObject({ ok: true })
  expect(await exportPledges(deps, actors.receptionist, { format: 'xlsx' })).toMatchObject({ ok: true, value: { fileName: '寄附の予約.xlsx' } })
})

test('names are listed and printed as their givers agreed, gift by gift; who was not asked is only counted', async () => {
  const giver = await aGiver('髙橋 一郎', { kana: 'タカハシ' })
  const body = await aGiver('株式会社𠮷田組', { kind: 'organization', kana: 'ヨシダグミ' })
  const before = (await listAcknowledgments(council.deps, acknowledgmentListSchema.parse({ from: '2026-10-15', to: '2026-10-15' }))).undecided
  await give(giver, 5_000, { consent: 'named' })
  await give(giver, 3_000, { consent: 'anonymous' })
  await give(body, 50_000, { consent: 'amount_hidden' })
  await give(giver, 1_000)
  const input = acknowledgmentListSchema.parse({ from: '2026-10-15', to: '2026-10-15' })
  const { gifts, undecided } = await listAcknowledgments(council.deps, input)
  expect(gifts.map(({ name, given }) => `${name} ${given}`)).toEqual(['髙橋 一郎 様 5,000円', '株式会社𠮷田組 御中 ', '匿名 3,000円'])
  expect(undecided - before).toBe(1)
  const desk = { deps: council.deps, day: input.to, expect: async () => undefined, advance: async () => undefined, note: () => undefined }
  const paper = await paperMakers.acknowledgment_list.make(desk, { kind: 'acknowledgment_list', ...input })
  const text = (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map((page) => page.text.replaceAll(/\s/g, '')).join()
  for (const said of ['ご寄附をいただいた皆さま', '髙橋一郎様5,000円', '株式会社𠮷田組御中', '匿名3,000円']) expect(text).toContain(said)
  expect(text).not.toContain('50,000円')
})

test('letters of thanks are made for who has an address, told of for who has none, and written down once', async () => {
  const { deps, actors } = council
  const family = await give(await aGiver('礼状 太郎'), 20_000, { kind: 'memorial', deceasedName: '礼状 次郎' })
  const without = await give(await aGiver('住所 なし', { address: '' }), 1_000)
  const problems: string[] = []
  const desk = { deps, day: localDate('2026-10-16'), expect: async () => undefined, advance: async () => undefined, note: ({ subject, message }: { subject: string; message: string }) => void problems.push(`${subject} ${message}`) }
  const paper = await paperMakers.thank_you_letters.make(desk, { kind: 'thank_you_letters', entryIds: [family, without, await give(null, 500)] })
  const { pageCount, pages } = await drawPdf(paper?.bytes ?? new Uint8Array())
  expect(pageCount).toBe(1)
  const text = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['礼状太郎', '故礼状次郎様のご供養に', '20,000円', 'ささえ市日吉町1番', '謹啓', '謹白']) expect(text).toContain(said)
  expect(problems).toEqual([expect.stringContaining('住所 なし 住所がないため'), expect.stringContaining('寄附者が匿名のため')])
  const record = () => recordLetters(deps, actors.receptionist, { entryIds: [family, family], sentOn: localDate('2026-10-16'), method: '郵送', template: 'by_kind' })
  expect([await record(), await record()]).toEqual([{ ok: true, value: { recorded: 1 } }, { ok: false, code: 'letter_recorded_before' }])
  const application = await paperMakers.donation_application.make(desk, { kind: 'donation_application', entryId: family })
  const words = (await drawPdf(application?.bytes ?? new Uint8Array())).pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['寄附申込書', '礼状太郎', '■香典返し', '□一般寄附', '20,000円']) expect(words).toContain(said)
})

test('who reaches a threshold is listed until it is dealt with; what is undone reaches nothing', async () => {
  const { deps, actors } = council
  const giver = await aGiver('感謝 状子')
  const great = await give(giver, 1_000_000)
  const small = await give(giver, 30_000)
  const alerts = async () => (await listThresholdAlerts(deps, council.fiscalYear)).filter(({ supporterId }) => supporterId === giver)
  expect((await alerts()).map(({ thresholdName, amountYen, doneOn }) => [thresholdName, amountYen, doneOn])).toEqual([
    ['理事会への報告', 1_000_000, null], ['感謝状（1件）', 1_000_000, null], ['感謝状（累計）', 1_030_000, null],
  ])
  const [report] = await alerts()
  if (report === undefined) throw new Error('nothing was reached')
  const mark = () => markThreshold(deps, actors.receptionist, { thresholdId: report.thresholdId, subjectKey: report.subjectKey, doneOn: localDate('2026-10-20'), note: '10月理事会' })
  expect([await mark(), await mark()]).toEqual([{ ok: true, value: null }, { ok: false, code: 'threshold_marked_before' }])
  expect((await alerts()).at(-1)).toMatchObject({ thresholdName: '理事会への報告', doneOn: '2026-10-20', doneByName: '受付担当' })
  for (const entryId of [great, small]) await reverseEntry(deps, actors.accountant, { entryId, reversalDate: localDate('2026-10-16'), reason: '誤り' })
  expect(await alerts()).toEqual([])
})
