import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { anIntakeDraft } from '@sasaeai/testing/an-intake-draft'
import { intakeBatchIdSchema } from '@sasaeai/domain/id-schemas'
import type { IntakeBatchId } from '@sasaeai/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import { discardIntakeDraft, restoreIntakeDraft } from './discard-intake-draft.ts'
import { viewIntakeBatch } from './intake-batch-query.ts'
import { exportIntakeList } from './export-intake-list.ts'
import { listIntakeBatches } from './intake-list-queries.ts'
import { noteIntakePresence } from './intake-presence.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { saveIntakeDraft } from './save-intake-draft.ts'
import { intakeFilterSchema, intakeListSchema } from '@sasaeai/domain/intake/intake-inputs'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const draftOf = (bearer: string, amounts: string[] = []) =>
  anIntakeDraft(
    council.deps,
    { bearer, receivedOn: '10/15', area: '01-01' },
    amounts.map((amount) => ({ kind: '1', amount })),
  )

async function anOpenBatch(bearer = '班長'): Promise<IntakeBatchId> {
  const batchId = intakeBatchIdSchema.parse(council.deps.newId())
  await openIntakeBatch(council.deps, council.actors.receptionist, { batchId, draft: draftOf(bearer) })
  return batchId
}

const auditActions = async (batchId: IntakeBatchId) =>
  (await database.db.prisma.auditEvent.findMany({ where: { subjectId: batchId }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

test('opening a batch twice opens one', async () => {
  const batchId = await anOpenBatch()
  const again = await openIntakeBatch(council.deps, council.actors.accountant, { batchId, draft: draftOf('別の人') })
  expect(again).toEqual({ ok: true, value: { revision: 1 } })
  expect((await viewIntakeBatch(council.deps, batchId))?.draft.header.bearer).toBe('班長')
  expect(await auditActions(batchId)).toEqual(['intake.open'])
})

test('what was typed is kept as it was typed, mistakes included', async () => {
  const batchId = await anOpenBatch()
  const draft = draftOf('髙﨑 𠮷郎\u0000', ['1千円', '５００'])
  expect(
    await saveIntakeDraft(council.deps, council.actors.receptionist, { batchId, revision: 1, draft }),
  ).toMatchObject({
    ok: true,
    value: { revision: 2 },
  })
  expect((await viewIntakeBatch(council.deps, batchId))?.draft).toEqual(draft)
})

test('a save from an older revision is refused with the newer draft and the name of who made it', async () => {
  const batchId = await anOpenBatch()
  await saveIntakeDraft(council.deps, council.actors.accountant, { batchId, revision: 1, draft: draftOf('新しい') })
  const late = await saveIntakeDraft(council.deps, council.actors.receptionist, {
    batchId,
    revision: 1,
    draft: draftOf('古い'),
  })
  expect(late).toMatchObject({
    ok: false,
    code: 'draft_changed_elsewhere',
    about: '会計担当さん（10:00）の別の画面',
    newer: { revision: 2, draft: { header: { bearer: '新しい' } } },
  })
})

test('of many saves at once from the same revision exactly one is kept', async () => {
  const batchId = await anOpenBatch()
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      saveIntakeDraft(council.deps, council.actors.receptionist, {
        batchId,
        revision: 1,
        draft: draftOf(`${place}人目`),
      }),
    ),
  )
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect((await viewIntakeBatch(council.deps, batchId))?.revision).toBe(2)
})

test('a save whose answer was lost may be sent again', async () => {
  const batchId = await anOpenBatch()
  const draft = draftOf('同じ内容', ['500'])
  const first = await saveIntakeDraft(council.deps, council.actors.receptionist, { batchId, revision: 1, draft })
  expect(await saveIntakeDraft(council.deps, council.actors.receptionist, { batchId, revision: 1, draft })).toEqual(
    first,
  )
})

test('the audit trail notes who took a draft over, not every pause in typing', async () => {
  const batchId = await anOpenBatch()
  const save = (role: 'receptionist' | 'accountant', revision: number, bearer: string) =>
    saveIntakeDraft(council.deps, council.actors[role], { batchId, revision, draft: draftOf(bearer) })
  await save('receptionist', 1, 'a')
  await save('receptionist', 2, 'b')
  await save('accountant', 3, 'c')
  expect(await auditActions(batchId)).toEqual(['intake.open', 'intake.continue'])
})

test('a discarded draft is put aside, not lost', async () => {
  const batchId = await anOpenBatch('破棄する人')
  const { receptionist } = council.actors
  expect(await discardIntakeDraft(council.deps, receptionist, { batchId, revision: 1 })).toEqual({
    ok: true,
    value: { revision: 2 },
  })
  expect(await discardIntakeDraft(council.deps, receptionist, { batchId, revision: 1 })).toEqual({
    ok: true,
    value: { revision: 2 },
  })
  expect(
    await saveIntakeDraft(council.deps, receptionist, { batchId, revision: 2, draft: draftOf('x') }),
  ).toMatchObject({
    code: 'batch_not_editable',
    about: '破棄',
  })
  expect(await restoreIntakeDraft(council.deps, receptionist, { batchId, revision: 2 })).toMatchObject({ ok: true })
  expect((await viewIntakeBatch(council.deps, batchId))?.draft.header.bearer).toBe('破棄する人')
})

test('the list pages without gaps and repeats, and knows count and total of all that it lists', async () => {
  const marks = Array.from({ length: 7 }, (_, place) => `一覧${place}`)
  for (const mark of marks) {
    const batchId = await anOpenBatch(mark)
    await saveIntakeDraft(council.deps, council.actors.receptionist, {
      batchId,
      revision: 1,
      draft: draftOf(mark, ['500', '700']),
    })
  }
  const seen: string[] = []
  let cursor = intakeListSchema.parse({}).cursor
  do {
    const page = await listIntakeBatches(council.deps, intakeListSchema.parse({ text: '一覧', limit: 3, cursor }))
    expect(page).toMatchObject({ count: 7, totalYen: 8_400 })
    seen.push(...page.rows.map((row) => row.bearer))
    cursor = page.next
  } while (cursor !== null)
  expect(seen.toSorted()).toEqual(marks)
  const file = await exportIntakeList(council.deps, council.actors.auditor, { ...intakeFilterSchema.parse({ text: '一覧' }), format: 'xlsx' })
  if (!file.ok) throw new Error(file.code)
  const table = await readTableFile(Buffer.from(file.value.content, 'base64'))
  if (!table.ok) throw new Error('the file is not a table')
  const lines = table.lines.slice(1).map(({ cells }) => cells)
  expect(lines.slice(0, -1).map((cells) => [cells[0], cells[5], cells[6], cells[7]])).toEqual(seen.map((bearer) => ['下書き', bearer, '2', '1200']))
  expect(lines.at(-1)?.slice(4, 8)).toEqual(['合計 7件', '', '14', '8400'])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'intake.export' } })).toMatchObject({ actorId: council.actors.auditor.userId, after: { rows: 7 } })
})

test('two tabs see each other', async () => {
  const batchId = await anOpenBatch()
  const [mine, theirs] = [council.deps.newId(), council.deps.newId()]
  await noteIntakePresence(council.deps, council.actors.accountant, { batchId, tabId: theirs })
  const seen = await noteIntakePresence(council.deps, council.actors.receptionist, { batchId, tabId: mine })
  expect(seen).toEqual({ revision: 1, status: 'draft', others: [{ name: '会計担当', isOneself: false }] })
  const muchLater = { ...council.deps, now: () => new Date(council.deps.now().getTime() + 60_000) }
  expect(await noteIntakePresence(muchLater, council.actors.receptionist, { batchId, tabId: mine })).toMatchObject({
    others: [],
  })
})
