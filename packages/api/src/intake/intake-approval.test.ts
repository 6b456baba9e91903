import { id } from '@sasaeai/domain/ids'
import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewIntakeBatch } from './intake-batch-query.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'
import { returnIntakeBatch } from './return-intake-batch.ts'
import { submitIntakeBatch } from './submit-intake-batch.ts'
import { takeBackIntakeBatch } from './take-back-intake-batch.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await database.db.prisma.council.update({ where: { id: 1 }, data: { requiresIntakeApproval: true } })
})
afterAll(() => database.drop())

/** A receptionist's bundle of one slip. */
async function aBatch(controlCount = '1'): Promise<BatchRevision> {
  const batchId = id<'IntakeBatchId'>(council.deps.newId())
  const cells = { receivedOn: '10/15', area: '01-01', controlCount, controlTotal: '40000' }
  const draft = anIntakeDraft(council.deps, cells, [{ kind: '1', householdsPaid: '80', amount: '40,000' }])
  await openIntakeBatch(council.deps, council.actors.receptionist, { batchId, draft })
  return { batchId, revision: 1 }
}

const post = (batch: BatchRevision, role: 'receptionist' | 'accountant') => postIntakeBatch(council.deps, council.actors[role], batch)

async function outcomeOf({ batchId }: BatchRevision) {
  const entries = await database.db.prisma.journalEntry.count({ where: { intakeBatchId: batchId } })
  return { entries, status: (await viewIntakeBatch(council.deps, batchId))?.status }
}

test('with approval required, a second person who may do so posts', async () => {
  const batch = await aBatch()
  expect(await post(batch, 'accountant')).toMatchObject({ code: 'approval_required' })
  expect(await submitIntakeBatch(council.deps, council.actors.accountant, batch)).toEqual({
    ok: true,
    value: { revision: 2 },
  })
  const submitted = { ...batch, revision: 2 }
  expect(await post(submitted, 'accountant')).toMatchObject({ code: 'approval_by_same_person' })
  expect(await post(submitted, 'receptionist')).toMatchObject({ code: 'approval_not_allowed' })
  expect(await postIntakeBatch(council.deps, council.actors.administrator, submitted)).toMatchObject({ ok: true })
})

test('a submitted batch can be given back with a reason, which its page shows', async () => {
  const batch = await aBatch()
  await submitIntakeBatch(council.deps, council.actors.receptionist, batch)
  const given = await returnIntakeBatch(council.deps, council.actors.accountant, {
    ...batch,
    revision: 2,
    reason: '2行目の世帯数',
  })
  expect(given).toEqual({ ok: true, value: { revision: 3 } })
  expect(await viewIntakeBatch(council.deps, batch.batchId)).toMatchObject({
    status: 'draft',
    returnReason: '2行目の世帯数',
  })
})

test('whoever handed a batch in takes it back, once; nobody else does', async () => {
  const batch = await aBatch()
  const { deps, actors } = council
  await submitIntakeBatch(deps, actors.receptionist, batch)
  const submitted = { ...batch, revision: 2 }
  expect(await takeBackIntakeBatch(deps, actors.accountant, submitted)).toEqual({ ok: false, code: 'batch_of_somebody_else' })
  const takenBack = { ok: true, value: { revision: 3 } }
  expect(await takeBackIntakeBatch(deps, actors.receptionist, submitted)).toEqual(takenBack)
  expect(await takeBackIntakeBatch(deps, actors.receptionist, submitted)).toEqual(takenBack)
  expect(await takeBackIntakeBatch(deps, actors.receptionist, { ...batch, revision: 3 })).toMatchObject({ code: 'batch_not_submitted' })
  expect(await viewIntakeBatch(deps, batch.batchId)).toMatchObject({ status: 'draft', submittedById: null, returnReason: '' })
  const events = await database.db.prisma.auditEvent.findMany({ where: { subjectId: batch.batchId, action: 'intake.take_back' } })
  expect(events).toMatchObject([{ actorId: actors.receptionist.userId, before: { status: 'submitted' }, after: { status: 'draft' } }])
})

test('of an approval and a taking back at the same moment exactly one wins', async () => {
  const { deps, actors } = council
  const batches = await Promise.all(Array.from({ length: 12 }, () => aBatch()))
  for (const batch of batches) {
    await submitIntakeBatch(deps, actors.receptionist, batch)
    const submitted = { ...batch, revision: 2 }
    const takeBack = () => takeBackIntakeBatch(deps, actors.receptionist, submitted)
    const approve = () => post(submitted, 'accountant')
    // Neither is always the first to ask.
    const [one, other] = batches.indexOf(batch) % 2 === 0 ? [takeBack(), approve()] : [approve(), takeBack()]
    const answers = await Promise.all([one, other])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect([{ entries: 1, status: 'posted' }, { entries: 0, status: 'draft' }]).toContainEqual(await outcomeOf(batch))
  }
})

test('a batch that does not match its slip cannot be handed in either', async () => {
  expect(await submitIntakeBatch(council.deps, council.actors.receptionist, await aBatch('4'))).toMatchObject({ code: 'control_mismatch' })
})
