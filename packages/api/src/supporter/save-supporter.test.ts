import { id } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeSupporter, reopenSupporter } from './close-supporter.ts'
import { createSupporter } from './create-supporter.ts'
import { readSupporter } from './list-supporters.ts'
import { updateSupporter } from './update-supporter.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const detailsOf = (name: string) => supporterDetailsSchema.parse({ kind: 'person', name, kana: 'ササエ' })
const nobody = id<'AreaId'>('00000000-0000-7000-8000-000000000000')

test('numbers have no gaps: sixteen people register at once and a refused one takes none', async () => {
  const { deps, actors } = council
  const refused = await createSupporter(deps, actors.receptionist, { ...detailsOf('住所 不明'), areaId: nobody })
  expect(refused).toEqual({ ok: false, code: 'supporter_area_gone', field: 'areaId' })
  const created = await Promise.all(
    Array.from({ length: 16 }, (_, index) => createSupporter(deps, actors.receptionist, detailsOf(`支援 ${index}`))),
  )
  const numbers = created.map((outcome) => (outcome.ok ? outcome.value.number : 0))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
})

test('a change is written to the audit trail in its own transaction, with only what changed', async () => {
  const { deps, actors } = council
  const created = await createSupporter(deps, actors.receptionist, detailsOf('旧姓 花子'))
  if (!created.ok) throw new Error(created.code)
  const { supporterId } = created.value
  await updateSupporter(deps, actors.accountant, { supporterId, revision: 1, details: detailsOf('新姓 花子') })
  const events = await database.db.prisma.auditEvent.findMany({
    where: { subjectId: supporterId, action: 'supporter.update' },
  })
  expect(events).toMatchObject([
    { actorId: actors.accountant.userId, before: { name: '旧姓 花子' }, after: { name: '新姓 花子' } },
  ])
  const row = await database.db.prisma.supporter.findUniqueOrThrow({ where: { id: supporterId } })
  expect(row.searchText).toContain('新姓花子')
})

test('of two people who edit one supporter the second is told, whether they save after each other or at once', async () => {
  const { deps, actors } = council
  const created = await createSupporter(deps, actors.receptionist, detailsOf('支援 三郎'))
  if (!created.ok) throw new Error(created.code)
  const { supporterId } = created.value
  const save = (name: string, revision: number) => updateSupporter(deps, actors.accountant, { supporterId, revision, details: detailsOf(name) })
  const atOnce = await Promise.all([save('支援 四郎', 1), save('支援 五郎', 1)])
  expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1)
  expect(atOnce.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'changed_meanwhile' })
  await closeSupporter(deps, actors.accountant, supporterId)
  await reopenSupporter(deps, actors.accountant, supporterId)
  const read = await readSupporter(deps, supporterId)
  expect(read?.revision).toBe(2)
  expect(await save('支援 六郎', 2)).toMatchObject({ ok: true })
})

test('a refused change leaves neither row nor audit event', async () => {
  const { deps, actors } = council
  const created = await createSupporter(deps, actors.receptionist, detailsOf('支援 一郎'))
  if (!created.ok) throw new Error(created.code)
  const { supporterId } = created.value
  const details = { ...detailsOf('支援 二郎'), areaId: nobody }
  expect(await updateSupporter(deps, actors.accountant, { supporterId, revision: 1, details })).toMatchObject({ code: 'supporter_area_gone' })
  const { prisma } = database.db
  expect(await prisma.supporter.findUniqueOrThrow({ where: { id: supporterId } })).toMatchObject({ name: '支援 一郎' })
  expect(await prisma.auditEvent.count({ where: { subjectId: supporterId, action: 'supporter.update' } })).toBe(0)
})
