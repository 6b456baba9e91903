import { readTableFile } from '@sasaeai/documents/read-table-file'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeGroundItem } from '../council/close-ground-item.ts'
import { exportFundingTargets } from './export-funding-targets.ts'
import { fundingSourceTable } from './funding-source-table.ts'
import { listFundingTargets } from './list-funding-targets.ts'
import { saveFundingTargets } from './save-funding-targets.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('targets stand per source over all and per area, and each save replaces only its own', async () => {
  const { deps, actors, fiscalYear } = council
  const [dues, chest] = [council.source('社協会費'), council.source('共同募金')]
  const save = (areaId: typeof hiyoshi | null, amounts: [typeof dues, number | null][]) =>
    saveFundingTargets(deps, actors.accountant, {
      fiscalYear,
      areaId,
      targets: amounts.map(([fundingSourceId, amount]) => ({ fundingSourceId, targetYen: amount === null ? null : yen(amount) })),
    })
  const hiyoshi = council.area('日吉校区')
  await save(null, [[dues, 20_000_000], [chest, 15_000_000]])
  await save(hiyoshi, [[dues, 400_000]])
  await save(null, [[dues, null], [chest, 16_000_000]])
  const targets = await listFundingTargets(deps, fiscalYear)
  expect(targets.toSorted((left, right) => left.targetYen - right.targetYen)).toMatchObject([
    { fundingSourceId: dues, areaId: hiyoshi, targetYen: 400_000, isOfCampaigns: false },
    { fundingSourceId: chest, areaId: null, targetYen: 16_000_000, isOfCampaigns: false },
  ])
  const events = await database.db.prisma.auditEvent.findMany({ where: { action: 'funding_target.save' }, orderBy: { id: 'asc' } })
  expect(events.at(-1)).toMatchObject({
    before: { [dues]: 20_000_000, [chest]: 15_000_000 },
    after: { [dues]: null, [chest]: 16_000_000 },
  })
})

test('targets go out as a file in the scope that is chosen: a source out of use where it has a target, and the sum', async () => {
  const { deps, actors, fiscalYear } = council
  await done(closeGroundItem(deps, actors.accountant, { table: fundingSourceTable, id: council.source('社協会費') }))
  const inScope = (areaId: ReturnType<ACouncil['area']> | null) => ({ fiscalYear, areaId })
  const whole = await csvRows(exportFundingTargets(deps, { ...inScope(null), format: 'csv' }))
  expect(whole.map(([, name]) => name)).not.toContain('社協会費')
  expect(whole.find(([, name]) => name === '共同募金')?.slice(2)).toEqual(['16000000', ''])
  expect(whole.find(([, name]) => name === '寄附金')?.slice(2)).toEqual(['', ''])

  const file = await done(exportFundingTargets(deps, { ...inScope(council.area('日吉校区')), format: 'xlsx' }))
  expect(file.fileName).toBe('目標額_令和8年度_日吉校区.xlsx')
  const table = await readTableFile(Buffer.from(file.content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  const [first, last] = [table.lines[1], table.lines.at(-1)].map((line) => line?.cells)
  expect([first, last]).toEqual([['10', '社協会費', '400000', ''], ['', '合計', '400000', '']])
  expect(await exportFundingTargets(deps, { ...inScope(id(deps.newId())), format: 'csv' })).toEqual({ ok: false, code: 'row_gone' })
})
