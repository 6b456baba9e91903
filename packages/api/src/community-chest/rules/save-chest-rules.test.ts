import { aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChestRules, saveChestRules } from './save-chest-rules.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the rules are changed with what changed in the audit trail, and the second of two is told', async () => {
  const { deps, actors } = await aCouncil(database.db)
  const { revision, ...before } = await readChestRules(deps)
  expect(before).toEqual({ prefecturalBody: '', branchName: '', rateDecimals: 1, rateRounding: 'half_up', goalStepYen: 100 })
  const details = { ...before, prefecturalBody: '福岡県共同募金会', rateDecimals: 0, rateRounding: 'down', goalStepYen: 1_000 } as const
  expect(await saveChestRules(deps, actors.accountant, { revision, details })).toEqual({ ok: true, value: details })
  expect(await saveChestRules(deps, actors.accountant, { revision, details: before })).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await readChestRules(deps)).toEqual({ ...details, revision: revision + 1 })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'community_chest_rules.update' } })).toMatchObject({
    before: { prefecturalBody: '', rateDecimals: 1 }, after: { prefecturalBody: '福岡県共同募金会', rateDecimals: 0, rateRounding: 'down', goalStepYen: 1_000 },
  })
})
