import { id, type OutgoingMailId, type ReceiptId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { mailReceiptSchema, mailReceiptsSchema } from '@sasaeai/domain/receipt/receipt-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markMailSent } from '../../letter/outbox/mark-mail-sent.ts'
import { readMailAttachment } from '../../letter/outbox/read-mail-attachment.ts'
import { mailFollowers } from '../../mail-followers-by-kind.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { readReceiptLog } from '../deed/read-receipt-log.ts'
import { issueReceipt } from '../issue-receipt.ts'
import { readReceiptPaper } from '../paper/read-receipt-paper.ts'
import { reissueReceipt } from '../reissue-receipt.ts'
import { voidReceipt } from '../void-receipt.ts'
import { mailReceipt } from './mail-receipt.ts'
import { mailReceipts } from './mail-receipts.ts'
import { readMailOutlook } from './read-mail-outlook.ts'

let database: TestDatabase
let council: ACouncil
let wishes: ReceiptId
let wishesNot: ReceiptId
let hasNone: ReceiptId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  wishes = await receiptOf({ name: '髙﨑 花子', receiptDelivery: 'pdf', email: 'hanako@example.jp' })
  wishesNot = await receiptOf({ name: '佐藤 次郎', receiptDelivery: 'paper', email: 'jiro@example.jp' })
  hasNone = await receiptOf({ name: '鈴木 三郎', receiptDelivery: 'pdf', email: '' })
})
afterAll(() => database.drop())

async function receiptOf(about: object): Promise<ReceiptId> {
  const { deps, actors } = council
  const created = await createSupporter(deps, actors.accountant, supporterDetailsSchema.parse({ kind: 'person', kana: 'カナ', address: 'ささえ市城南町1番', ...about }))
  if (!created.ok) throw new Error(created.code)
  const slip = aSlip(council, { fundingSourceId: council.source('寄附金'), duesKindId: undefined, supporterId: created.value.supporterId, areaId: undefined, amountYen: yen(5_000), count: 1 })
  const entry = await bookSlip(council, slip)
  const issued = await issueReceipt(deps, actors.accountant, { entryIds: [entry.id] })
  if (!issued.ok) throw new Error(issued.code)
  return issued.value.receiptId
}

const sendMany = (...receiptIds: ReceiptId[]) =>
  mailReceipts(council.deps, council.actors.receptionist, mailReceiptsSchema.parse({ orderId: council.deps.newId(), of: { receiptIds } }))
const sendOne = (receiptId: ReceiptId, orderId = council.deps.newId()) =>
  mailReceipt(council.deps, council.actors.receptionist, mailReceiptSchema.parse({ orderId, receiptId }))

async function mailsOf(receiptId: ReceiptId) {
  const mails = await database.db.prisma.outgoingMail.findMany({ where: { subjectId: receiptId }, orderBy: { id: 'asc' } })
  return mails.map((mail) => ({ ...mail, mailId: id<'OutgoingMailId'>(mail.id) satisfies OutgoingMailId }))
}

test('of a list those who wish for a PDF and have an address are sent theirs, once', async () => {
  const outlook = await readMailOutlook(council.deps, { of: { receiptIds: [wishes, wishesNot, hasNone] } })
  expect(outlook).toMatchObject({
    counts: { ready: 1, waiting: 0, sent: 0, not_wished: 1, unreachable: 1 }, unreachable: [{ payer: '鈴木 三郎' }], isServerSending: false,
    sample: { toName: '髙﨑 花子', toAddress: 'hanako@example.jp', subject: '領収書をお送りします' },
  })
  expect(await sendMany(wishes, wishesNot, hasNone)).toMatchObject({ value: { queued: 1, unset: [], hasMore: false } })
  expect(await sendMany(wishes, wishesNot, hasNone)).toMatchObject({ value: { queued: 0 } })
  const [mail, ...more] = await mailsOf(wishes)
  if (mail === undefined) throw new Error('no mail')
  expect([mail.state, mail.kind, mail.toAddress, more]).toEqual(['waiting', 'receipt', 'hanako@example.jp', []])
  expect(mail.body).toBe(outlook.sample?.body)
  for (const said of ['髙﨑 花子　様', '・金額：5,000円', '添付：領収書（PDF）', 'ささえ市社会福祉協議会']) expect(mail.body).toContain(said)
  const [attached, kept] = [await readMailAttachment(council.deps, mail.mailId, 1), await readReceiptPaper(council.deps, wishes)]
  expect([attached?.fileName, attached?.sha256]).toEqual([`領収書_${kept?.number}.pdf`, kept?.sha256])
  await markMailSent(council.deps, council.actors.accountant, { mailId: mail.mailId, followers: mailFollowers })
  expect((await readReceiptLog(council.deps, wishes)).deeds).toMatchObject([{ kind: 'mailed', doneOn: '2026-10-15', byName: '会計担当' }])
})

test('a single one goes out because somebody says so, and once per click', async () => {
  expect(await sendOne(hasNone)).toMatchObject({ code: 'receipt_without_address' })
  const orderId = council.deps.newId()
  expect([await sendOne(wishesNot, orderId), await sendOne(wishesNot, orderId)]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await sendOne(wishesNot)).toMatchObject({ code: 'receipt_mail_waiting' })
  expect(await mailsOf(wishesNot)).toHaveLength(1)
  // What has gone out may go out once more, as the receipt is today.
  await reissueReceipt(council.deps, council.actors.accountant, { receiptId: wishes, reason: '紛失のため' })
  expect(await sendOne(wishes)).toMatchObject({ ok: true })
  const [first, second] = await mailsOf(wishes)
  if (first === undefined || second === undefined) throw new Error('no second mail')
  const [before, after] = [await readMailAttachment(council.deps, first.mailId, 1), await readMailAttachment(council.deps, second.mailId, 1)]
  expect(after?.sha256).toBe((await readReceiptPaper(council.deps, wishes, 1))?.sha256)
  expect(after?.sha256).not.toBe(before?.sha256)
})

test('a receipt that becomes void takes its waiting mail out of the outbox', async () => {
  expect(await voidReceipt(council.deps, council.actors.accountant, { receiptId: wishesNot, reason: '宛名の誤り' })).toMatchObject({ ok: true })
  expect(await mailsOf(wishesNot)).toMatchObject([{ state: 'cancelled', cancelReason: '領収書を無効にしたため' }])
  expect(await sendOne(wishesNot)).toMatchObject({ code: 'receipt_void_not_mailed' })
  expect(await database.db.prisma.outgoingMailTurn.count({ where: { mail: { subjectId: wishesNot } } })).toBe(0)
})
