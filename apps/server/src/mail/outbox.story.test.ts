import { createHash, randomBytes } from 'node:crypto'
import type { Deps } from '@sasaeai/api/deps'
import { cancelMail } from '@sasaeai/api/letter/outbox/cancel-mail'
import type { MailFollowers, SentMail } from '@sasaeai/api/letter/outbox/mail-followers'
import { startMailSender } from '@sasaeai/api/letter/outbox/mail-sender'
import { markMailSent } from '@sasaeai/api/letter/outbox/mark-mail-sent'
import { readMail, readOutboxStanding } from '@sasaeai/api/letter/outbox/outbox-queries'
import { queueMail, type WantedMail } from '@sasaeai/api/letter/outbox/queue-mail'
import { readMailAttachment } from '@sasaeai/api/letter/outbox/read-mail-attachment'
import { sendMailAgain } from '@sasaeai/api/letter/outbox/send-mail-again'
import { sendNextMail } from '@sasaeai/api/letter/outbox/send-next-mail'
import { openDatabase } from '@sasaeai/db/database'
import { inTransaction } from '@sasaeai/db/in-transaction'
import type { OutgoingMailId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anSmtpListener, headerOf, partsOf, type SmtpAnswers, type SmtpListener } from '@sasaeai/testing/an-smtp-listener'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSmtpCarrier } from './smtp-carrier.ts'
import { smtpSettingsOf } from './smtp-settings.ts'

let database: TestDatabase
let council: ACouncil
let listener: SmtpListener | undefined
/** Minutes that have gone by since the council's clock stood still. */
let minutes = 0
let followed: SentMail[]
let faults: unknown[]

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  minutes = 0
  followed = []
  faults = []
})
afterEach(async () => {
  await listener?.close()
  await database.drop()
})

const depsOn = (db = database.db): Deps => ({ ...council.deps, db, now: () => new Date(council.deps.now().getTime() + minutes * 60_000) })
const follow: MailFollowers['receipt'] = async (_deps, _tx, mail) => void followed.push(mail)
const followers: MailFollowers = { receipt: follow, annual_receipt: follow, thank_you: follow, online_thanks: follow, online_refund: follow, giver_link: follow, external_report: follow }

const receiptId = '01900000-0000-7000-8000-00000000000a'
const pdf = { fileName: '領収書_寄附08-00001.pdf', mediaType: 'application/pdf', bytes: randomBytes(40_000) }
const wanted: WantedMail = {
  orderId: '01900000-0000-7000-8000-000000000001', subjectId: receiptId, kind: 'receipt', supporterId: null, toName: '髙橋　花子', toAddress: 'hanako@example.jp',
  subject: '領収書をお送りします（ささえ市社会福祉協議会から、令和8年6月にいただいたご寄附について）', body: '髙橋　花子　様\n\n.点で始まる行\nありがとうございました。\n', attachments: [pdf],
}

function queue(change: Partial<WantedMail> = {}): Promise<OutgoingMailId | null> {
  return inTransaction(database.db, (tx) => queueMail({ deps: depsOn(), actor: council.actors.receptionist, tx }, { ...wanted, ...change }), { isolation: 'ReadCommitted' })
}

async function queued(change: Partial<WantedMail> = {}): Promise<OutgoingMailId> {
  const mailId = await queue(change)
  if (mailId === null) throw new Error('queued before')
  return mailId
}

async function listen(answers: SmtpAnswers = {}): Promise<SmtpListener> {
  listener = await anSmtpListener(answers)
  return listener
}

function workOn(smtpUrl: string, db = database.db) {
  return { deps: depsOn(db), openCarrier: async () => openSmtpCarrier(smtpSettingsOf(smtpUrl, 'info@sasae.example')), followers, onFault: (error: unknown) => void faults.push(error) }
}

const mailOf = async (mailId: OutgoingMailId) => {
  const mail = await readMail(depsOn(), mailId)
  if (mail === null) throw new Error('no such mail')
  return mail
}
const statesOf = async (...mailIds: OutgoingMailId[]) => Promise.all(mailIds.map(async (mailId) => (await mailOf(mailId)).state))

test('a mail that was clicked for twice goes out once, as it was queued, byte for byte', async () => {
  const { url, received } = await listen()
  const mailId = await queued()
  expect(await queue()).toBeNull()
  expect(await sendNextMail(workOn(url))).toBe('done')
  expect(await sendNextMail(workOn(url))).toBe('idle')
  const [mail] = received
  if (mail === undefined) throw new Error('nothing came')
  expect([received.length, mail.from, mail.to]).toEqual([1, 'info@sasae.example', ['hanako@example.jp']])
  expect(headerOf(mail, 'From')).toBe('ささえ市社会福祉協議会 <info@sasae.example>')
  expect(headerOf(mail, 'To')).toBe('髙橋　花子 <hanako@example.jp>')
  expect(headerOf(mail, 'Subject')).toBe(wanted.subject)
  const [text, attached, ...more] = partsOf(mail)
  expect(text?.bytes.toString('utf8').replaceAll('\r\n', '\n')).toBe(wanted.body)
  expect([attached?.type, attached?.bytes.equals(pdf.bytes), more]).toEqual(['application/pdf', true, []])
  const kept = await readMailAttachment(depsOn(), mailId, 1)
  expect(kept?.sha256).toBe(createHash('sha256').update(pdf.bytes).digest('hex'))
  expect(await mailOf(mailId)).toMatchObject({
    state: 'sent', messageId: headerOf(mail, 'Message-ID'), dueAt: null, lastError: '', queuedByName: '受付担当',
    attempts: [{ sequence: 1, outcome: 'accepted', words: expect.stringContaining('250 kept') }], attachments: [{ fileName: pdf.fileName, sizeBytes: 40_000, sha256: kept?.sha256 }],
  })
  expect(followed).toEqual([{ subjectId: receiptId, sentById: council.actors.receptionist.userId }])
})

test('what the server will not take now is tried again after a while, then goes out under the same Message-ID', async () => {
  let isBusy = true
  const { url, received } = await listen({ mail: () => (isBusy ? '451 4.3.0 come back later' : '250 kept') })
  const mailId = await queued()
  expect(await sendNextMail(workOn(url))).toBe('done')
  expect(await mailOf(mailId)).toMatchObject({ state: 'waiting', lastError: expect.stringContaining('451 4.3.0 come back later'), attempts: [{ outcome: 'deferred' }] })
  expect(await sendNextMail(workOn(url))).toBe('idle')
  isBusy = false
  minutes = 1
  expect(await sendNextMail(workOn(url))).toBe('done')
  expect(await mailOf(mailId)).toMatchObject({ state: 'sent', attempts: [{ sequence: 2, outcome: 'accepted' }, { sequence: 1, outcome: 'deferred' }] })
  expect(new Set(received.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(1)
})

test('after a day of tries it is given up, and somebody can have it tried again', async () => {
  // Nobody listens at port 9.
  const work = () => workOn('smtp://127.0.0.1:9')
  const mailId = await queued()
  let tries = 0
  for (; (await mailOf(mailId)).state === 'waiting'; tries += 1) {
    expect(await sendNextMail(work())).toBe('server_down')
    minutes += 720
  }
  expect([tries, await readOutboxStanding(depsOn())]).toEqual([8, { mailFrom: null, waiting: 0, failed: 1 }])
  expect((await mailOf(mailId)).lastError).toContain('メールサーバーにつながりませんでした')
  const { url, received } = await listen()
  expect(await sendMailAgain(depsOn(), council.actors.receptionist, { mailId })).toMatchObject({ ok: true })
  expect(await sendMailAgain(depsOn(), council.actors.receptionist, { mailId })).toMatchObject({ ok: true })
  await sendNextMail(workOn(url))
  expect([await statesOf(mailId), received.length]).toEqual([['sent'], 1])
  expect(await sendMailAgain(depsOn(), council.actors.receptionist, { mailId })).toMatchObject({ code: 'mail_already_sent' })
})

test('an address that the server refuses for good fails at once, and the next mail goes on', async () => {
  const { url, received } = await listen({ recipient: (address) => (address === 'gone@example.jp' ? '550 5.1.1 no such user' : '250 known') })
  const gone = await queued({ toAddress: 'gone@example.jp' })
  minutes = 1
  const other = await queued({ orderId: '01900000-0000-7000-8000-000000000002' })
  expect([await sendNextMail(workOn(url)), await sendNextMail(workOn(url))]).toEqual(['done', 'done'])
  expect([await statesOf(gone, other), received.length]).toEqual([['failed', 'sent'], 1])
  expect((await mailOf(gone)).lastError).toMatch(/宛先を受け付けませんでした。.*550 5\.1\.1 no such user/)
})

test('killed between the answer of the mail server and its note, a mail goes out again under the same Message-ID, after a wait', async () => {
  const { url, received } = await listen()
  const mailId = await queued()
  const dying = openDatabase(database.url)
  const { openCarrier, ...work } = workOn(url, dying)
  const killed = sendNextMail({
    ...work,
    openCarrier: async () => {
      const carrier = await openCarrier()
      return {
        async carry(mail) {
          await carrier.carry(mail)
          // The process is gone: so are all its connections, and with them the lock of the turn.
          await database.db.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND state = 'idle in transaction'`)
          throw new Error('killed')
        },
        rest: () => carrier.rest(),
      }
    },
  })
  await expect(killed).rejects.toThrow()
  expect(await mailOf(mailId)).toMatchObject({ state: 'sending', attempts: [{ endedAt: null, outcome: null }] })
  // The next server finds it at once, and waits as after any attempt.
  expect(await sendNextMail(workOn(url))).toBe('done')
  expect(received.length).toBe(1)
  minutes = 2
  expect(await sendNextMail(workOn(url))).toBe('done')
  expect(await mailOf(mailId)).toMatchObject({ state: 'sent', attempts: [{ outcome: 'accepted' }, { outcome: null }] })
  expect(received.map((mail) => headerOf(mail, 'Message-ID'))).toEqual([(await mailOf(mailId)).messageId, (await mailOf(mailId)).messageId])
  expect(followed).toHaveLength(1)
  await dying.close()
})

test('what was called off, or sent by hand, never goes out; what is under way cannot be called off', async () => {
  const gate = Promise.withResolvers<string>()
  const { url, received } = await listen({ mail: () => gate.promise })
  const { deps, actors: { receptionist } } = council
  const cancelled = await queued()
  expect(await cancelMail(deps, receptionist, { mailId: cancelled, reason: '郵送に変えたため' })).toMatchObject({ ok: true })
  const byHand = await queued({ orderId: '01900000-0000-7000-8000-000000000002' })
  expect(await markMailSent(deps, receptionist, { mailId: byHand, followers })).toMatchObject({ ok: true })
  expect(await sendNextMail(workOn(url))).toBe('idle')
  const underWay = await queued({ orderId: '01900000-0000-7000-8000-000000000003' })
  const sending = sendNextMail(workOn(url))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  expect(await cancelMail(deps, receptionist, { mailId: underWay, reason: '間違えたため' })).toMatchObject({ code: 'mail_being_sent' })
  gate.resolve('250 kept')
  await sending
  expect(await statesOf(cancelled, byHand, underWay)).toEqual(['cancelled', 'sent', 'sent'])
  expect(await cancelMail(deps, receptionist, { mailId: byHand, reason: '間違えたため' })).toMatchObject({ code: 'mail_already_sent' })
  expect(await sendMailAgain(deps, receptionist, { mailId: cancelled })).toMatchObject({ code: 'mail_cancelled' })
  expect(await mailOf(byHand)).toMatchObject({ sentByHandByName: '受付担当', attempts: [] })
  expect(followed).toHaveLength(2)
})

test('two servers share the mails, and none goes out twice', async () => {
  const { url, received } = await listen()
  const mailIds = await Promise.all(Array.from({ length: 12 }, (_, index) => queued({ orderId: `01900000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`, attachments: [] })))
  const others = [openDatabase(database.url), openDatabase(database.url)]
  const senders = others.map((db) => startMailSender(workOn(url, db)))
  await vi.waitFor(async () => expect(new Set(await statesOf(...mailIds))).toEqual(new Set(['sent'])), { timeout: 20_000, interval: 50 })
  await Promise.all(senders.map((sender) => sender.stop()))
  await Promise.all(others.map((db) => db.close()))
  expect([received.length, new Set(received.map((mail) => headerOf(mail, 'Message-ID'))).size, faults]).toEqual([12, 12, []])
})

test('a stop waits for the mail under way, and takes no other', async () => {
  const gate = Promise.withResolvers<string>()
  const { url, received } = await listen({ mail: () => gate.promise })
  const first = await queued()
  minutes = 1
  const second = await queued({ orderId: '01900000-0000-7000-8000-000000000002' })
  const sender = startMailSender(workOn(url))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  const stopped = sender.stop()
  gate.resolve('250 kept')
  await stopped
  expect([await statesOf(first, second), received.length]).toEqual([['sent', 'waiting'], 1])
})

test('where what follows cannot be written down, the mail is still known to have gone out', async () => {
  const { url, received } = await listen()
  const mailId = await queued()
  const broken = { ...followers, receipt: () => Promise.reject(new Error('no such receipt')) }
  await sendNextMail({ ...workOn(url), followers: broken })
  expect([await statesOf(mailId), received.length, faults]).toEqual([['sent'], 1, [new Error('no such receipt')]])
})

test('nobody’s name, subject or file begins a header, and an address is one address', async () => {
  const { url, received } = await listen()
  await queued({
    toName: '花子\r\nBcc: all@example.jp', subject: '領収書\r\nBcc: all@example.jp\r\n\r\nfalse body', attachments: [{ ...pdf, fileName: 'a\r\nX-Evil: 1/../領収書".pdf' }],
  })
  await sendNextMail(workOn(url))
  const [mail] = received
  expect(mail?.to).toEqual(['hanako@example.jp'])
  expect(mail?.head.filter((line) => /^(bcc|x-evil)/i.test(line))).toEqual([])
  expect(mail?.body).not.toMatch(/^X-Evil/im)
  for (const toAddress of ['a@b.jp, c@d.jp', 'a@b.jp\r\nRCPT TO:<c@d.jp>', '花子 <a@b.jp>']) {
    await expect(queue({ orderId: depsOn().newId(), toAddress })).rejects.toThrow(RangeError)
    await expect(database.db.pool.query('UPDATE outgoing_mail SET to_address = $1', [toAddress])).rejects.toThrow(/permission denied/)
    const row = { id: depsOn().newId(), orderId: depsOn().newId(), subjectId: receiptId, kind: 'receipt', toName: '', subject: 'x', body: '', messageId: '<x@x>', searchText: '' }
    await expect(database.db.prisma.outgoingMail.create({ data: { ...row, toAddress, queuedById: council.actors.accountant.userId } })).rejects.toThrow(/outgoing_mail_address_is_one/)
  }
})
