import { createHash } from 'node:crypto'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { movedDetailsSchema } from '@sasaeai/domain/supporter/address/supporter-move'
import { contactPointDetailsSchema } from '@sasaeai/domain/supporter/contact-point/contact-point'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveSupporter } from './address/move-supporter.ts'
import { removeFormerAddress } from './address/remove-former-address.ts'
import { addAttachment } from './attachment/add-attachment.ts'
import { readAttachment } from './attachment/read-attachment.ts'
import { removeAttachment } from './attachment/remove-attachment.ts'
import { addContactPoint } from './contact-point/add-contact-point.ts'
import { removeContactPoint } from './contact-point/remove-contact-point.ts'
import { createSupporter } from './create-supporter.ts'
import { readSupporter } from './list-supporters.ts'
import { lookupSupporters } from './lookup-supporters.ts'
import { readSupporterAdditions } from './read-supporter-additions.ts'
import { addRelation } from './relation/add-relation.ts'
import { removeRelation } from './relation/remove-relation.ts'
import { updateSupporter } from './update-supporter.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const detailsOf = (name: string) => supporterDetailsSchema.parse({ kind: 'person', name, kana: 'ササエ', postalCode: '8300001', address: 'ささえ市日吉町1-2' })

async function register(name: string): Promise<SupporterId> {
  const created = await createSupporter(council.deps, council.actors.receptionist, detailsOf(name))
  if (!created.ok) throw new Error(created.code)
  return created.value.supporterId
}

const additions = (supporterId: SupporterId) => readSupporterAdditions(council.deps, supporterId)
const namesFor = async (text: string) => (await lookupSupporters(council.deps, { text, limit: 10 })).map(({ name }) => name)
const move = (supporterId: SupporterId, revision: number, typed: object) =>
  moveSupporter(council.deps, council.actors.receptionist, { supporterId, revision, details: movedDetailsSchema.parse(typed) })

test('who moves keeps the address of before with its days, and is found by the new one', async () => {
  const supporterId = await register('転居 花子')
  expect(await move(supporterId, 1, { purpose: 'home', movedOn: '2025-04-01', postalCode: '8300002', address: '篠山町3-4', areaId: council.area('篠山町自治会') })).toMatchObject({ ok: true })
  expect(await move(supporterId, 2, { purpose: 'home', movedOn: '2026-06-01', address: '城南町5-6' })).toMatchObject({ ok: true })
  expect(await readSupporter(council.deps, supporterId)).toMatchObject({ address: '城南町5-6', addressFrom: '2026-06-01', areaId: null, revision: 3 })
  expect((await additions(supporterId)).formerAddresses).toMatchObject([
    { purpose: 'home', address: '篠山町3-4', postalCode: '8300002', fromOn: '2025-04-01', untilOn: '2026-06-01' },
    { purpose: 'home', address: 'ささえ市日吉町1-2', fromOn: null, untilOn: '2025-04-01' },
  ])
  expect([await namesFor('城南町5'), await namesFor('日吉町1-2')]).toEqual([['転居 花子'], []])
})

test('a move before the last one and a move on an old form are refused', async () => {
  const supporterId = await register('逆順 次郎')
  await move(supporterId, 1, { purpose: 'home', movedOn: '2026-04-01', address: '篠山町3-4' })
  expect(await move(supporterId, 2, { purpose: 'home', movedOn: '2026-03-31', address: '城南町' })).toEqual({
    ok: false, code: 'move_before_last', field: 'movedOn', about: '令和8年4月1日',
  })
  expect(await move(supporterId, 1, { purpose: 'home', movedOn: '2026-05-01', address: '城南町' })).toMatchObject({ code: 'changed_meanwhile' })
  expect((await additions(supporterId)).formerAddresses).toHaveLength(1)
})

test('a 送付先 ends by an empty address and is kept with whom it went to; a mistaken line can be taken out', async () => {
  const supporterId = await register('送付 三郎')
  await move(supporterId, 1, { purpose: 'mailing', movedOn: '2026-04-01', recipient: '長男 太郎', postalCode: '8100001', address: '福岡市1-1' })
  expect((await additions(supporterId)).formerAddresses).toEqual([])
  await move(supporterId, 2, { purpose: 'mailing', movedOn: '2026-09-01', address: '' })
  expect(await readSupporter(council.deps, supporterId)).toMatchObject({ mailingName: '', mailingAddress: '', mailingFrom: null, address: 'ささえ市日吉町1-2' })
  const [former] = (await additions(supporterId)).formerAddresses
  expect(former).toMatchObject({ purpose: 'mailing', recipient: '長男 太郎', fromOn: '2026-04-01', untilOn: '2026-09-01' })
  if (former === undefined) return
  await removeFormerAddress(council.deps, council.actors.receptionist, former.formerAddressId)
  expect((await additions(supporterId)).formerAddresses).toEqual([])
  expect(await removeFormerAddress(council.deps, council.actors.receptionist, former.formerAddressId)).toEqual({ ok: false, code: 'row_gone' })
})

test('a further number finds its supporter, also after the form was saved, until it is taken out', async () => {
  const supporterId = await register('電話 四郎')
  const added = await addContactPoint(council.deps, council.actors.receptionist, {
    supporterId, details: contactPointDetailsSchema.parse({ kind: 'phone', value: '０９０－１１１１－２２２２', label: '長男' }),
  })
  if (!added.ok) throw new Error(added.code)
  await addContactPoint(council.deps, council.actors.receptionist, { supporterId, details: contactPointDetailsSchema.parse({ kind: 'email', value: 'Shiro@example.jp' }) })
  await updateSupporter(council.deps, council.actors.receptionist, { supporterId, revision: 1, details: detailsOf('電話 四郎') })
  expect([await namesFor('09011112222'), await namesFor('shiro@')]).toEqual([['電話 四郎'], ['電話 四郎']])
  await removeContactPoint(council.deps, council.actors.receptionist, id<'ContactPointId'>(added.value.contactPointId))
  expect(await namesFor('09011112222')).toEqual([])
  expect((await additions(supporterId)).contactPoints).toMatchObject([{ kind: 'email', value: 'Shiro@example.jp' }])
})

test('a relation is written once and read from both sides; the other way round it is the same one', async () => {
  const [mother, child] = [await register('親子 母'), await register('親子 子')]
  const asked = { otherId: mother, kind: 'parent', end: 'is', note: '' } as const
  const both = await Promise.all([
    addRelation(council.deps, council.actors.receptionist, { supporterId: child, details: asked }),
    addRelation(council.deps, council.actors.accountant, { supporterId: mother, details: { ...asked, otherId: child, end: 'of' } }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'relation_known', field: 'relation' })
  const [ofChild] = (await additions(child)).relations
  expect(ofChild).toMatchObject({ otherName: '親子 母', kind: 'parent', end: 'is' })
  expect((await additions(mother)).relations).toMatchObject([{ otherName: '親子 子', kind: 'parent', end: 'of' }])
  expect(await addRelation(council.deps, council.actors.receptionist, { supporterId: child, details: { ...asked, otherId: child } })).toMatchObject({ code: 'relation_to_self' })
  if (ofChild !== undefined) await removeRelation(council.deps, council.actors.receptionist, ofChild.relationId)
  expect((await additions(mother)).relations).toEqual([])
})

test('a file comes back byte for byte, what it is its content tells, and its hash outlives it in the trail', async () => {
  const supporterId = await register('添付 五郎')
  const bytes = Buffer.from('%PDF-1.7 寄附申込書')
  const keep = (fileName: string, content: Buffer) =>
    addAttachment(council.deps, council.actors.receptionist, { supporterId, fileName, file: content.toString('base64'), note: '' })
  const added = await keep('申込書.pdf', bytes)
  if (!added.ok) throw new Error(added.code)
  const attachmentId = id<'SupporterAttachmentId'>(added.value.attachmentId)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await readAttachment(council.deps, attachmentId)).toMatchObject({ mediaType: 'application/pdf', sha256, bytes })
  expect(await keep('申込書.pdf', Buffer.from('<script>'))).toEqual({ ok: false, code: 'attachment_type_unknown', field: 'file' })
  expect(await keep('大きい.pdf', Buffer.concat([bytes, Buffer.alloc(5_242_880)]))).toMatchObject({ code: 'attachment_too_large' })
  expect((await additions(supporterId)).attachments).toMatchObject([{ fileName: '申込書.pdf', sizeBytes: bytes.length }])
  await removeAttachment(council.deps, council.actors.receptionist, attachmentId)
  expect(await readAttachment(council.deps, attachmentId)).toBeNull()
  expect(await database.db.prisma.auditEvent.findFirst({ where: { subjectId: supporterId, action: 'supporter_attachment.delete' } })).toMatchObject({ before: { sha256 } })
})

test('PostgreSQL itself refuses a file under a wrong hash, and a relation to oneself', async () => {
  const supporterId = await register('番人 六郎')
  const { pool } = database.db
  const { actors } = council
  await expect(pool.query(
    `INSERT INTO supporter_attachment (id, supporter_id, file_name, media_type, size_bytes, sha256, bytes, added_by_id)
     VALUES (gen_random_uuid(), $1, 'x', 'application/pdf', 3, sha256('abd'), 'abc', $2)`, [supporterId, actors.receptionist.userId],
  )).rejects.toThrow('supporter_attachment_hash')
  await expect(pool.query(`INSERT INTO supporter_relation (id, supporter_id, other_id, kind) VALUES (gen_random_uuid(), $1, $1, 'other')`, [supporterId])).rejects.toThrow('supporter_relation_is_of_two')
})
