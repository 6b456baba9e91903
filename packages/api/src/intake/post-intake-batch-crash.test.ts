import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('a server killed between any two statements of a post leaves nothing half, the next try books all', async () => {
  const { deps, actors } = council
  const batchId = intakeBatchIdSchema.parse(deps.newId())
  const header = { receivedOn: '10/15', area: '01-01', controlCount: '2', controlTotal: '60000' }
  const draft = anIntakeDraft(deps, header, [
    { kind: '1', amount: '40000' },
    { kind: '2', amount: '20000' },
  ])
  await openIntakeBatch(deps, actors.receptionist, { batchId, draft })
  const stateOf = async () => ({
    entries: await database.db.prisma.journalEntry.count(),
    lines: await database.db.prisma.intakeLine.count(),
    totals: await database.db.prisma.fundingTotal.count(),
    audits: await database.db.prisma.auditEvent.count({ where: { action: { in: ['intake.post', 'ledger.post'] } } }),
    numbers: await database.db.prisma.numberCounter.count(),
    batch: (await database.db.prisma.intakeBatch.findUniqueOrThrow({ where: { id: batchId } })).status,
  })
  const untouched = { entries: 0, lines: 0, totals: 0, audits: 0, numbers: 0, batch: 'draft' }

  let cutAt = 1
  for (; cutAt < 40; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await postIntakeBatch({ ...deps, db: broken.db }, actors.receptionist, {
      batchId,
      revision: 1,
    }).catch(() => null)
    if (answer !== null) {
      expect(answer).toMatchObject({ ok: true, value: { intakeNumber: 1 } })
      expect(broken.statements()).toBe(cutAt - 1)
      break
    }
    expect(await stateOf()).toEqual(untouched)
  }
  expect(cutAt).toBeGreaterThan(7)
  expect(await stateOf()).toMatchObject({ entries: 2, lines: 2, audits: 3, numbers: 2, batch: 'posted' })
})
