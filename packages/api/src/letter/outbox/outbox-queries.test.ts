import { id, type OutgoingMailId } from '@sasaeai/domain/ids'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { outboxListSchema } from '@sasaeai/domain/letter/outbox/outbox-input'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { cancelMail } from './cancel-mail.ts'
import { exportOutbox } from './export-outbox.ts'
import { listOutbox, readMail, readOutboxStanding } from './outbox-queries.ts'
import { queueMail } from './queue-mail.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const mailIds: (OutgoingMailId | null)[] = []
  for (const [minute, toName] of ['髙橋　花子', '佐藤　次郎', '高橋商店'].entries()) mailIds.push(await queue(toName, minute))
  const [, , newest] = mailIds
  if (newest == null) throw new Error('not queued')
  await cancelMail(council.deps, council.actors.receptionist, { mailId: newest, reason: '郵送に変えたため' })
})
afterAll(() => database.drop())

function queue(toName: string, minute: number): Promise<OutgoingMailId | null> {
  const deps: Deps = { ...council.deps, now: () => new Date(council.deps.now().getTime() + minute * 60_000) }
  return inTransaction(database.db, (tx) => queueMail({ deps, actor: council.actors.receptionist, tx }, {
    orderId: deps.newId(), subjectId: deps.newId(), kind: 'receipt', supporterId: null, toName, toAddress: 'someone@example.jp', subject: '領収書をお送りします', body: '本文', attachments: [],
  }))
}

const find = async (input: object) => listOutbox(council.deps, outboxListSchema.parse(input))
const namesOf = async (input: object) => (await find(input)).rows.map(({ toName }) => toName)

test('the outbox is found through by state and words', async () => {
  expect(await namesOf({ state: 'cancelled' })).toEqual(['高橋商店'])
  expect(await namesOf({ text: '佐藤' })).toEqual(['佐藤　次郎'])
  expect(await namesOf({ text: '藤' })).toEqual(['佐藤　次郎'])
  expect(await namesOf({ text: '佐藤 花子' })).toEqual([])
  expect(await find({ text: 'ＥＸＡＭＰＬＥ' })).toMatchObject({ count: 3 })
  expect(await readOutboxStanding({ ...council.deps, mailFrom: 'info@sasae.example' })).toEqual({ mailFrom: 'info@sasae.example', waiting: 2, failed: 0 })
})

test('a page goes on where the one before ended', async () => {
  const first = await find({ limit: 2 })
  const second = await find({ limit: 2, cursor: first.next })
  expect([...first.rows, ...second.rows].map(({ toName }) => toName)).toEqual(['高橋商店', '佐藤　次郎', '髙橋　花子'])
  expect([first.count, second.count, second.next]).toEqual([3, null, null])
  expect(await readMail(council.deps, id('01900000-0000-7000-8000-0000000000ff'))).toBeNull()
})

test('whoever takes the list to Excel leaves a trace', async () => {
  expect(await exportOutbox(council.deps, council.actors.auditor, { state: null, text: '', format: 'xlsx' })).toMatchObject({ ok: true, value: { fileName: '送信箱_令和8年10月15日.xlsx' } })
  const event = await database.db.prisma.auditEvent.findFirst({ where: { action: 'outgoing_mail.export' } })
  expect(event).toMatchObject({ actorId: council.actors.auditor.userId, after: { count: 3 } })
})
