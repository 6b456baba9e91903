import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { DocumentProblem } from '@sasaeai/domain/document/document-run'
import type { DonationDetails } from '@sasaeai/domain/donation/gift/donation-details'
import { giftSchema } from '@sasaeai/domain/donation/gift/gift-input'
import { id, type JournalEntryId, type LetterTemplateId, type SupporterId } from '@sasaeai/domain/ids'
import { letterTemplateDetailsSchema } from '@sasaeai/domain/letter/letter-template-details'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterListSchema } from '@sasaeai/domain/supporter/supporter-list-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { postGift } from '../donation/gift/post-gift.ts'
import { mailThankYou } from '../donation/letter/mail-thank-you.ts'
import { recordLetters } from '../donation/letter/record-letters.ts'
import { mailFollowers } from '../mail-followers-by-kind.ts'
import { paperMakers } from '../paper-makers.ts'
import { receiptCoverLettersMaker } from '../receipt/cover/receipt-cover-letters-maker.ts'
import { recordCovers } from '../receipt/cover/record-covers.ts'
import { issueReceipt } from '../receipt/issue-receipt.ts'
import { createSupporter } from '../supporter/create-supporter.ts'
import { markMailSent } from './outbox/mark-mail-sent.ts'
import { noticeLettersMaker } from './notice/notice-letters-maker.ts'
import { recordNotices } from './notice/record-notices.ts'
import { listSentLetters } from './sent/list-sent-letters.ts'
import { letterTemplateTable as table, listLetterTemplates } from './template/letter-template-table.ts'

let database: TestDatabase
let council: ACouncil
const day = localDate('2026-10-16')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function aSupporter(name: string, change: object = {}): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind: 'person', name, kana: 'ア', address: 'ささえ市日吉町1番', ...change })
  return (await done(createSupporter(council.deps, council.actors.accountant, details))).supporterId
}

async function give(supporterId: SupporterId, amountYen: number, details: Partial<DonationDetails> = {}): Promise<JournalEntryId> {
  const gift = aGift(council, { supporterId, shares: [[null, amountYen]], details })
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift }))).id
}

async function template(code: string) {
  const found = (await listLetterTemplates(database.db)).find((each) => each.code === code)
  if (found === undefined) throw new Error(`no template ${code}`)
  return found
}

async function write(code: string, change: object): Promise<LetterTemplateId> {
  const { id: templateId, revision, ...details } = await template(code)
  await done(saveGroundItem(council.deps, council.actors.accountant, { table, id: templateId, revision, details: { ...letterTemplateDetailsSchema.parse(details), ...change } }))
  return templateId
}

/** A desk that keeps what it is told, and the text of what was made. */
function aDesk() {
  const problems: string[] = []
  const note = ({ subject, message }: DocumentProblem) => void problems.push(`${subject}：${message}`)
  const desk = { deps: council.deps, day, expect: async () => undefined, advance: async () => undefined, note }
  const textOf = async (paper: { bytes: Uint8Array } | null) => (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s|デモ用の見本です（.*?）/g, ''))
  return { desk, problems, textOf }
}

test('a council writes its own thanks: each gift gets the template of its kind, and the record keeps the words that it had', async () => {
  const mourner = await aSupporter('香典 花子', { honorific: '先生' })
  const gift = await give(mourner, 20_000, { kind: 'memorial', deceasedName: '香典 太郎' })
  const other = await give(await aSupporter('一般 次郎'), 3_000)
  await write('11', { body: '{氏名}{敬称}\n{故人}のご供養にと、{金額}を頂戴しました。\n{喪主}もお力落としのことと存じます。\n敬白' })
  const { desk, problems, textOf } = aDesk()
  const texts = await textOf(await paperMakers.thank_you_letters.make(desk, { kind: 'thank_you_letters', entryIds: [gift, other] }))
  expect(texts).toHaveLength(2)
  const [thanks = ''] = texts.filter((text) => text.includes('香典花子'))
  for (const said of ['香典花子先生', '故香典太郎様のご供養にと、20,000円を頂戴しました。', '敬白', 'ご寄附の額']) expect(thanks).toContain(said)
  expect(thanks).not.toContain('お力落とし')
  expect(texts.join()).toContain('地域の支え合いの活動のために')
  expect(problems).toEqual(['{喪主}：空の1通では、この項目の入った行を印刷していません。'])

  const record = () => recordLetters(council.deps, council.actors.receptionist, { entryIds: [gift, other], sentOn: day, method: '郵送', template: 'by_kind' })
  expect([await record(), await record()]).toEqual([{ ok: true, value: { recorded: 2 } }, { ok: false, code: 'letter_recorded_before' }])
  await write('11', { heading: '感謝をこめて', body: 'まったく別の文。' })
  expect(await listSentLetters(council.deps, mourner)).toMatchObject([{
    kind: 'thank_you', sentOn: day, method: '郵送', heading: 'ご寄附のお礼',
    words: '香典 花子先生\n故 香典 太郎 様のご供養にと、20,000円を頂戴しました。\n敬白\n記\n受領日　令和8年10月15日\nご寄附の額　20,000円',
  }])
})

test('goods are thanked for by name, without what they are worth', async () => {
  const supporterId = await aSupporter('ささえ青果', { kind: 'organization' })
  const gift = giftSchema.parse({
    ...aGift(council, { supporterId }), details: { kind: 'in_kind', goods: 'お米　30kg' },
    given: { form: 'goods', expenseAccountId: council.account('事業費支出'), fundId: null, fairValueYen: 12_000 },
  })
  const { id: entryId } = await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift }))
  const { desk, textOf } = aDesk()
  const [text = ''] = await textOf(await paperMakers.thank_you_letters.make(desk, { kind: 'thank_you_letters', entryIds: [entryId] }))
  expect(text).toContain('お米30kg')
  expect(text).toContain('ささえ青果御中')
  expect(text).not.toContain('12,000円')
})

test('ご案内 go to whom a list shows: no address, no wish for post and no name are told, and the rest is sent once', async () => {
  const templateId = await write('50', { body: '{氏名}{敬称}へ、{団体名}からのご案内です。' })
  const [welcome, elsewhere] = [await aSupporter('案内 一郎'), await aSupporter('案内 二郎', { mailingName: '案内 三郎様方', mailingAddress: '遠い市1番', honorific: '殿' })]
  await aSupporter('案内 四郎', { address: '' })
  await aSupporter('案内 五郎', { wantsMail: false })
  const { cursor: _cursor, limit: _limit, ...filter } = supporterListSchema.parse({ text: '案内' })
  const audience = { filter }
  const { desk, problems, textOf } = aDesk()
  expect(await noticeLettersMaker.title(council.deps, { kind: 'notice_letters', templateId, audience })).toEqual({ ok: true, value: expect.stringMatching(/^ご案内 案内 .郎 ほか3件$/) })
  const texts = await textOf(await noticeLettersMaker.make(desk, { kind: 'notice_letters', templateId, audience }))
  expect(texts).toHaveLength(2)
  expect(texts.join()).toContain('遠い市1番案内三郎様方殿')
  expect(texts.join()).toContain('案内二郎殿へ、')
  expect(problems.toSorted()).toEqual([expect.stringContaining('案内 五郎：お知らせの郵送を希望していない'), expect.stringContaining('案内 四郎：住所がない')])

  const record = () => recordNotices(council.deps, council.actors.receptionist, { templateId, audience, sentOn: day, method: '郵送' })
  expect([await record(), await record()]).toEqual([{ ok: true, value: { recorded: 2 } }, { ok: false, code: 'letter_recorded_before' }])
  for (const supporterId of [welcome, elsewhere]) expect(await listSentLetters(council.deps, supporterId)).toHaveLength(1)
  const one = await textOf(await noticeLettersMaker.make(desk, { kind: 'notice_letters', templateId, audience: { supporterId: welcome } }))
  expect(one).toHaveLength(1)
})

test('a closed template, or one for mail only, makes no letters', async () => {
  const templateId = await write('50', { forPaper: false })
  const audience = { supporterId: await aSupporter('閉店 花子') }
  expect(await noticeLettersMaker.title(council.deps, { kind: 'notice_letters', templateId, audience })).toMatchObject({ ok: false, code: 'document_not_ready' })
  expect(await recordNotices(council.deps, council.actors.receptionist, { templateId, audience, sentOn: day, method: '郵送' })).toMatchObject({ code: 'letter_template_unusable' })
})

test('a 送り状 goes with a receipt to where its payer lives now; one of 年間証明 is not for it', async () => {
  const supporterId = await aSupporter('領収 花子', { honorific: '先生' })
  const issued = await done(issueReceipt(council.deps, council.actors.accountant, { entryIds: [await give(supporterId, 7_000)] }))
  await database.db.prisma.supporter.update({ where: { id: supporterId }, data: { address: '新しい町2番' } })
  const { id: templateId } = await template('30')
  const { desk, problems, textOf } = aDesk()
  const order = { kind: 'receipt_cover_letters', of: { receiptIds: [issued.receiptId] }, templateId }
  const [text = ''] = await textOf(await receiptCoverLettersMaker.make(desk, order))
  for (const said of ['新しい町2番', '領収花子先生', issued.number, '7,000円', '領収書の送付について']) expect(text).toContain(said)
  const record = () => recordCovers(council.deps, council.actors.receptionist, { of: { receiptIds: [issued.receiptId] }, templateId, sentOn: day, method: '郵送' })
  expect([await record(), await record()]).toEqual([{ ok: true, value: { recorded: 1 } }, { ok: false, code: 'letter_recorded_before' }])
  expect(await listSentLetters(council.deps, supporterId)).toMatchObject([{ kind: 'receipt_cover', heading: '領収書の送付について', words: expect.stringContaining(`領収書番号　${issued.number}`) }])
  expect(await receiptCoverLettersMaker.make(desk, { ...order, templateId: id((await template('31')).id) })).toBeNull()
  expect(problems).toEqual([expect.stringContaining('「年間証明の送り状」のひな形は使えない領収書')])
})

test('a 礼状 goes by mail to who has an address and welcomes it, once, and is written down in its words when it has gone out', async () => {
  const { deps, actors } = council
  const mail = async (entryId: JournalEntryId, orderId = id<'MailOrderId'>(deps.newId())) => mailThankYou(deps, actors.receptionist, { orderId, entryId })
  expect(await mail(await give(await aSupporter('宛先 なし'), 1_000))).toMatchObject({ code: 'letter_without_email' })
  expect(await mail(await give(await aSupporter('希望 しない', { email: 'no@example.jp', wantsMail: false }), 1_000))).toMatchObject({ code: 'letter_mail_unwelcome' })
  const supporterId = await aSupporter('電子 花子', { email: 'hanako@example.jp', honorific: '先生' })
  const gift = await give(supporterId, 5_000, { kind: 'celebration', occasion: '米寿' })
  const orderId = id<'MailOrderId'>(deps.newId())
  expect([await mail(gift, orderId), await mail(gift, orderId), await mail(gift)]).toEqual([{ ok: true, value: null }, { ok: true, value: null }, { ok: false, code: 'letter_mail_waiting' }])
  expect(await listSentLetters(deps, supporterId)).toEqual([])
  const [queued, ...others] = await database.db.prisma.outgoingMail.findMany({ where: { subjectId: gift } })
  expect(others).toEqual([])
  expect(queued).toMatchObject({ kind: 'thank_you', toAddress: 'hanako@example.jp', body: expect.stringMatching(/^電子 花子　先生\n[^]*米寿のお返しに代えてご寄附を賜り/) })
  await done(markMailSent(deps, actors.receptionist, { mailId: id<'OutgoingMailId'>(queued?.id ?? ''), followers: mailFollowers }))
  expect(await listSentLetters(deps, supporterId)).toMatchObject([{ kind: 'thank_you', method: 'メール', heading: 'ご寄附のお礼', words: queued?.body.trimEnd() }])
  expect(await database.db.prisma.thankYouLetter.findMany({ where: { entryId: gift } })).toMatchObject([{ method: 'メール' }])
})
