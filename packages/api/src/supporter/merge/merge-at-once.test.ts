import { id, type SupporterId } from '@sasaeai/domain/ids'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSupporter } from '../create-supporter.ts'
import { readSupporter } from '../list-supporters.ts'
import { lookupSupporters } from '../lookup-supporters.ts'
import { recordContact } from '../record-contact.ts'
import { survivorOf } from '../merged-supporter-sql.ts'
import { updateSupporter } from '../update-supporter.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { undoMerge } from './undo-merge.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const detailsOf = (name: string) => supporterDetailsSchema.parse({ kind: 'person', name, kana: 'シエン' })

async function aPair(): Promise<readonly [survivorId: SupporterId, mergedId: SupporterId]> {
  const make = async (name: string) => (await done(createSupporter(council.deps, council.actors.receptionist, detailsOf(name)))).supporterId
  return [await make('斎藤 花子'), await make('齋藤 花子')]
}

function mergeOf(survivorId: SupporterId, mergedId: SupporterId) {
  return {
    mergeId: id<'SupporterMergeId'>(council.deps.newId()), survivorId, mergedId, survivorRevision: 1, mergedRevision: 1,
    details: detailsOf('齋藤 花子'), reason: '',
  }
}

test('of two clerks who merge the same two at once, either way round, one does and the other is told', async () => {
  const { deps, actors } = council
  const [one, other] = await aPair()
  const outcomes = await Promise.all([
    mergeSupporters(deps, actors.accountant, mergeOf(one, other)),
    mergeSupporters(deps, actors.administrator, mergeOf(other, one)),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'supporter_merged' })
  expect(await database.db.prisma.supporterMerge.count({ where: { survivorId: { in: [one, other] } } })).toBe(1)
})

test('an answer that was lost is given again, and nothing is merged twice', async () => {
  const { deps, actors } = council
  const asked = mergeOf(...(await aPair()))
  const first = await mergeSupporters(deps, actors.accountant, asked)
  expect(await mergeSupporters(deps, actors.accountant, asked)).toEqual(first)
  expect(await database.db.prisma.auditEvent.count({ where: { subjectId: asked.survivorId, action: 'supporter.merge' } })).toBe(1)
})

test('money and notes that come for either of them at that very moment are the survivor’s, whichever was first', async () => {
  const { deps, actors } = council
  const [survivorId, mergedId] = await aPair()
  const gift = { fundingSourceId: council.source('寄附金'), duesKindId: undefined, areaId: undefined, count: 1 }
  const contact = { contactedOn: localDate('2026-10-15'), channel: 'phone', counterpart: '', summary: 'お礼の電話' } as const
  await Promise.all([
    ...Array.from({ length: 6 }, (_, index) => bookSlip(council, aSlip(council, { ...gift, amountYen: yen(1_000), supporterId: index % 2 === 0 ? mergedId : survivorId }))),
    done(mergeSupporters(deps, actors.accountant, mergeOf(survivorId, mergedId))),
    ...Array.from({ length: 6 }, () => done(recordContact(deps, actors.receptionist, { supporterId: mergedId, details: contact }))),
  ])
  const { rows } = await database.db.pool.query<{ yen: number }>(
    `SELECT -sum(p.amount_yen)::bigint AS yen FROM posting p WHERE ${survivorOf('p.supporter_id')} = $1`, [survivorId],
  )
  expect(rows).toEqual([{ yen: 6_000 }])
  const contacts = await database.db.prisma.supporterContact.groupBy({ by: ['supporterId'], where: { supporterId: { in: [survivorId, mergedId] } }, _count: true })
  expect(contacts).toEqual([{ supporterId: survivorId, _count: 6 }])
})

test('the merged one is found as the survivor, is edited no more, and the application cannot merge by itself', async () => {
  const { deps, actors } = council
  const [survivorId, mergedId] = await aPair()
  await done(mergeSupporters(deps, actors.accountant, mergeOf(survivorId, mergedId)))
  const merged = await readSupporter(deps, mergedId)
  expect(merged?.mergedInto).toMatchObject({ supporterId: survivorId, name: '齋藤 花子' })
  expect((await readSupporter(deps, survivorId))?.merged).toMatchObject([{ supporterId: mergedId }])
  const found = await lookupSupporters(deps, { text: String(merged?.number), limit: 5 })
  expect(found[0]?.supporterId).toBe(survivorId)
  expect(await updateSupporter(deps, actors.accountant, { supporterId: mergedId, revision: merged?.revision ?? 0, details: detailsOf('別の名') }))
    .toEqual({ ok: false, code: 'supporter_merged' })
  const alone = database.db.prisma.supporter.update({ where: { id: mergedId }, data: { mergedIntoId: null } })
  await expect(alone).rejects.toThrow()
})

test('who was merged goes on with the survivor, and merges are undone from the last one back', async () => {
  const { deps, actors } = council
  const [second, first] = await aPair()
  const [third] = await aPair()
  const earlier = mergeOf(second, first)
  await done(mergeSupporters(deps, actors.accountant, earlier))
  const later = { ...mergeOf(third, second), mergedRevision: 2 }
  await done(mergeSupporters(deps, actors.accountant, later))
  expect((await readSupporter(deps, first))?.mergedInto?.supporterId).toBe(third)
  const undo = (mergeId: typeof earlier.mergeId) => undoMerge(deps, actors.accountant, { mergeId, reason: '別人だった' })
  expect(await undo(earlier.mergeId)).toMatchObject({ code: 'merge_goes_on' })
  await done(undo(later.mergeId))
  expect(await undo(later.mergeId)).toEqual({ ok: false, code: 'merge_undone' })
  await done(undo(earlier.mergeId))
  expect([await readSupporter(deps, first), await readSupporter(deps, second)].map((read) => [read?.name, read?.mergedInto])).toEqual([
    ['齋藤 花子', null], ['斎藤 花子', null],
  ])
})
