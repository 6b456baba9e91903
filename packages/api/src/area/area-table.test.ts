import type { AreaDetails } from '@sasaeai/domain/area/area-details'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id, type AreaId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeGroundItem } from '../council/close-ground-item.ts'
import { deleteGroundItem } from '../council/delete-ground-item.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { listAreas, listAreaTypes, listHouseholds, lookupAreas } from './area-queries.ts'
import { areaTable as table } from './area-table.ts'
import { exportAreaTypes } from './export-areas.ts'
import { saveAreaTypes } from './save-area-types.ts'
import { saveHouseholds } from './save-households.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

async function change(name: string, changes: Partial<AreaDetails>) {
  const area = (await listAreas(council.deps)).find((each) => each.name === name)
  if (area === undefined) throw new Error(`no area ${name}`)
  const { code, kana, note, areaTypeId, parentId, revision } = area
  const details = { code, name, kana, note, areaTypeId, parentId, ...changes }
  return saveGroundItem(council.deps, council.actors.accountant, { table, id: area.areaId, revision, details })
}

const typeNamed = async (name: string) => {
  const type = (await listAreaTypes(council.deps)).find((each) => each.name === name)
  if (type === undefined) throw new Error(`no area type ${name}`)
  return type.areaTypeId
}

test('an area moves to another parent, and the audit trail says from where to where', async () => {
  const [from, to] = [council.area('日吉校区'), council.area('篠山校区')]
  expect(await change('日吉二丁目自治会', { parentId: to })).toMatchObject({ ok: true })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'area.update' } })).toMatchObject({
    before: { parentId: from }, after: { parentId: to },
  })
})

test('the tree keeps its order: no district under an association, no area under itself, no second root', async () => {
  const refused = { ok: false, code: 'area_order_broken', field: 'parentId' }
  expect(await change('篠山校区', { parentId: council.area('日吉一丁目自治会') })).toEqual(refused)
  expect(await change('篠山校区', { parentId: council.area('篠山校区') })).toEqual(refused)
  expect(await change('日吉校区', { areaTypeId: await typeNamed('班') })).toEqual(refused)
  expect(await change('篠山校区', { parentId: null })).toMatchObject({ code: 'area_root_taken' })
  expect(await change('篠山校区', { code: '01' })).toMatchObject({ code: 'code_taken', about: '01' })
})

test('an area is closed from below, deleted only when nothing stands under it, and offered no more once closed', async () => {
  const { deps, actors } = council
  const close = (name: string) => closeGroundItem(deps, actors.accountant, { table, id: council.area(name) })
  expect(await close('篠山校区')).toEqual({ ok: false, code: 'area_has_open_children', about: '篠山町自治会' })
  expect(await deleteGroundItem(deps, actors.accountant, { table, id: council.area('篠山校区') })).toMatchObject({ code: 'in_use' })
  await close('篠山町自治会')
  expect(await close('篠山校区')).toMatchObject({ ok: true })
  expect(await lookupAreas(deps, { text: 'ささやま', limit: 10 })).toEqual([])
  expect(await lookupAreas(deps, { text: 'ひよし', limit: 10 })).toMatchObject([
    { code: '01' }, { code: '01-01', typeName: '自治会', parentName: '日吉校区' }, { code: '01-02' },
  ])
})

test('types are renamed and added in between; those in use keep their order and are not deleted', async () => {
  const { deps, actors } = council
  const types = async (...names: string[]) => {
    const known = await listAreaTypes(deps)
    return names.map((name) => ({ areaTypeId: known.find((type) => type.name === name)?.areaTypeId ?? null, name }))
  }
  const save = (list: Awaited<ReturnType<typeof types>>) => saveAreaTypes(deps, actors.accountant, { types: list })
  expect(await save(await types('市', 'ブロック', '校区', '自治会', '班'))).toEqual({ ok: true, value: { saved: 5 } })
  expect(await save(await types('市', 'ブロック', '自治会', '校区', '班'))).toMatchObject({ code: 'area_types_order_in_use' })
  expect(await save(await types('市', 'ブロック', '校区', '班'))).toMatchObject({ code: 'area_type_in_use' })
  expect(await save(await types('市', '校区', '自治会'))).toMatchObject({ ok: true })
  const renamed = (await types('市', '校区', '自治会')).map((type) => (type.name === '自治会' ? { ...type, name: '行政区' } : type))
  expect(await save(renamed)).toMatchObject({ ok: true })
  expect((await listAreaTypes(deps)).map(({ name, level, areas }) => [name, level, areas])).toEqual([
    ['市', 0, 1], ['校区', 1, 2], ['行政区', 2, 3],
  ])
  expect(await csvRows(exportAreaTypes(deps, { format: 'csv' }))).toEqual([['1', '市', '1'], ['2', '校区', '2'], ['3', '行政区', '3']])
})

test('households stand by year and basis with their date; an empty one is taken away', async () => {
  const { deps, actors, fiscalYear } = council
  const areaId = council.area('日吉校区')
  const save = (recorded: { households: number; asOf: ReturnType<typeof localDate> } | null, of: AreaId = areaId) =>
    saveHouseholds(deps, actors.accountant, { areaId: of, fiscalYear, counts: [{ basis: 'resident_register', recorded }] })
  await save({ households: 1250, asOf: localDate('2026-04-01') })
  expect(await listHouseholds(deps, fiscalYear)).toEqual([
    { areaId, basis: 'resident_register', households: 1250, asOf: '2026-04-01' },
  ])
  await save(null)
  expect(await listHouseholds(deps, fiscalYear)).toEqual([])
  const events = await database.db.prisma.auditEvent.findMany({ where: { action: 'area.save_households' }, orderBy: { id: 'asc' } })
  expect(events.at(-1)).toMatchObject({ before: { resident_register: { households: 1250 } }, after: { resident_register: null } })
  const nowhere = id<'AreaId'>('00000000-0000-7000-8000-000000000000')
  expect(await save({ households: 1, asOf: localDate('2026-04-01') }, nowhere)).toEqual({ ok: false, code: 'reference_gone' })
})
