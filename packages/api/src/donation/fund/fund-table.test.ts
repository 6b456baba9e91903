import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fundDetailsSchema } from '@sasaeai/domain/donation/fund/fund-details'
import { contributionSchema } from '@sasaeai/domain/ledger/contribution'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeGroundItem, reopenGroundItem } from '../../council/close-ground-item.ts'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { postContribution } from '../../ledger/post-contribution.ts'
import { fundTable, listFunds } from './fund-table.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const table = fundTable
const save = (fundId: string | null, details: { code: string; name: string; purpose: string }, revision: number | null = null) =>
  saveGroundItem(council.deps, council.actors.accountant, { table, id: fundId, revision, details: fundDetailsSchema.parse(details) })
const eventsOf = (subjectId: string) =>
  database.db.prisma.auditEvent.findMany({ where: { subjectId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

test('a fund is added, changed, taken out of use, brought back and deleted, each with its audit event', async () => {
  const { deps, actors } = council
  const added = await save(null, { code: '71', name: '音楽会基金', purpose: '' })
  if (!added.ok) throw new Error(added.code)
  const { id } = added.value
  await save(id, { code: '71', name: '音楽会基金', purpose: '施設での演奏会' }, 1)
  await closeGroundItem(deps, actors.accountant, { table, id })
  expect((await listFunds(deps.db)).find((fund) => fund.id === id)).toMatchObject({ closedOn: '2026-10-15' })
  await reopenGroundItem(deps, actors.accountant, { table, id })
  expect(await deleteGroundItem(deps, actors.accountant, { table, id })).toEqual({ ok: true, value: { id } })
  expect(await eventsOf(id)).toMatchObject([
    { action: 'fund.create', after: { code: '71', name: '音楽会基金', purpose: '' } },
    { action: 'fund.update', before: { purpose: '' }, after: { purpose: '施設での演奏会' } },
    { action: 'fund.close', after: { closedOn: '2026-10-15' } },
    { action: 'fund.reopen', after: { closedOn: null } },
    { action: 'fund.delete', before: { code: '71', name: '音楽会基金', purpose: '施設での演奏会' } },
  ])
})

test('a code that another fund has is refused by the database, and nothing is written', async () => {
  const events = await database.db.prisma.auditEvent.count()
  expect(await save(null, { code: '01', name: '二つ目', purpose: '' })).toEqual({
    ok: false, code: 'code_taken', field: 'code', about: '01',
  })
  expect(await database.db.prisma.auditEvent.count()).toBe(events)
})

test('a fund that a gift was given to cannot be deleted, only closed', async () => {
  const { deps, actors } = council
  const id = council.fund('善意銀行')
  const posted = await postContribution(deps, actors.accountant, {
    ...contributionSchema.parse({
      entryDate: localDate('2026-10-15'),
      cashAccountId: council.account('現金'),
      fundingSourceId: council.source('寄附金'),
      fundId: id,
      amountYen: 10_000,
    }),
    slipId: deps.newId(),
  })
  expect(posted.ok).toBe(true)
  expect(await deleteGroundItem(deps, actors.accountant, { table, id })).toEqual({ ok: false, code: 'in_use' })
  expect(await closeGroundItem(deps, actors.accountant, { table, id })).toEqual({ ok: true, value: { id } })
})

test('of two people who have one fund open the second to save is told, and nothing of theirs is written', async () => {
  const { deps, actors } = council
  const added = await save(null, { code: '72', name: '遺贈', purpose: '' })
  if (!added.ok) throw new Error(added.code)
  const { id } = added.value
  const opened = (await listFunds(deps.db)).find((fund) => fund.id === id)?.revision ?? 0
  const first = await save(id, { code: '72', name: '遺贈', purpose: '子どもの居場所' }, opened)
  const events = await database.db.prisma.auditEvent.count()
  const second = await save(id, { code: '72', name: '遺贈・相続', purpose: '' }, opened)
  expect([first.ok, second]).toEqual([true, { ok: false, code: 'changed_meanwhile' }])
  expect(await database.db.prisma.auditEvent.count()).toBe(events)
  await closeGroundItem(deps, actors.accountant, { table, id })
  await reopenGroundItem(deps, actors.accountant, { table, id })
  expect((await listFunds(deps.db)).find((fund) => fund.id === id)).toMatchObject({ purpose: '子どもの居場所', revision: opened + 1 })
  expect(await save(id, { code: '72', name: '遺贈・相続', purpose: '子どもの居場所' }, opened + 1)).toMatchObject({ ok: true })
})

test('of eight people who save one fund at the same moment one succeeds', async () => {
  const added = await save(null, { code: '73', name: '同時', purpose: '' })
  if (!added.ok) throw new Error(added.code)
  const { id } = added.value
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, index) => save(id, { code: '73', name: `同時${index}`, purpose: '' }, 1)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'changed_meanwhile')).toHaveLength(7)
})

test('whoever changes what somebody else has deleted is told so', async () => {
  const { deps, actors } = council
  const added = await save(null, { code: '74', name: '花の苗', purpose: '' })
  if (!added.ok) throw new Error(added.code)
  const { id } = added.value
  expect(await deleteGroundItem(deps, actors.accountant, { table, id })).toMatchObject({ ok: true })
  const gone = { ok: false, code: 'row_gone' }
  expect(await save(id, { code: '74', name: '苗', purpose: '' })).toEqual(gone)
  expect(await closeGroundItem(deps, actors.accountant, { table, id })).toEqual(gone)
  expect(await deleteGroundItem(deps, actors.accountant, { table, id })).toEqual(gone)
})
