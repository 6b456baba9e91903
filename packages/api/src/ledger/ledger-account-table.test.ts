import { localDate } from '@sasaeai/domain/calendar/local-date'
import { contributionSchema } from '@sasaeai/domain/ledger/contribution'
import { ledgerAccountDetailsSchema, type LedgerAccountDetails } from '@sasaeai/domain/ledger/ledger-account-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeGroundItem } from '../council/close-ground-item.ts'
import { deleteGroundItem } from '../council/delete-ground-item.ts'
import { saveGroundItem } from '../council/save-ground-item.ts'
import { exportFundingSources, exportLedgerAccounts } from './export-ledger-setup.ts'
import { fundingSourceTable, listFundingSources } from './funding-source-table.ts'
import { ledgerAccountTable as table, listLedgerAccounts } from './ledger-account-table.ts'
import { postContribution } from './post-contribution.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const { deps, actors } = council
  const gift = contributionSchema.parse({
    entryDate: localDate('2026-10-15'),
    cashAccountId: council.account('普通預金'),
    fundingSourceId: council.source('寄附金'),
    amountYen: 500,
  })
  await postContribution(deps, actors.accountant, { ...gift, slipId: deps.newId() })
})
afterAll(() => database.drop())

async function change(name: string, changes: Partial<LedgerAccountDetails>) {
  const account = (await listLedgerAccounts(council.deps.db)).find((each) => each.name === name)
  if (account === undefined) throw new Error(`no account ${name}`)
  const details = ledgerAccountDetailsSchema.parse({ ...account, ...changes })
  return saveGroundItem(council.deps, council.actors.accountant, { table, id: account.id, revision: account.revision, details })
}

test('an account is renamed and recoded, and keeps its money', async () => {
  expect(await change('寄附金収入', { code: '4201', name: '経常経費寄附金収入' })).toMatchObject({ ok: true })
  expect(await change('経常経費寄附金収入', { code: '4200', name: '寄附金収入' })).toMatchObject({ ok: true })
})

test('an account stands only under a heading of its own category, never under itself', async () => {
  const refusal = { ok: false, code: 'account_parent_unusable', field: 'parentId' }
  expect(await change('受託金収入', { parentId: council.account('助成金収入') })).toEqual(refusal)
  expect(await change('受託金収入', { parentId: council.account('現金預金') })).toEqual(refusal)
  expect(await change('経常経費補助金収入', { parentId: council.account('共同募金配分金収入') })).toEqual(refusal)
  expect(await change('受託金収入', { parentId: council.account('経常経費補助金収入') })).toMatchObject({ ok: true })
})

test('an account with money, or that something books on, neither becomes a heading nor changes its category', async () => {
  expect(await change('普通預金', { isHeading: true })).toMatchObject({ code: 'account_heading_in_use' })
  expect(await change('普通預金', { category: 'expense', parentId: null })).toMatchObject({ code: 'account_category_in_use' })
  expect(await change('会費収入', { isHeading: true })).toMatchObject({ code: 'account_heading_in_use' })
  expect(await change('雑支出', { isHeading: true })).toMatchObject({ ok: true })
})

test('a heading with accounts below stays a heading', async () => {
  expect(await change('経常経費補助金収入', { isHeading: false })).toMatchObject({ code: 'account_has_children' })
})

test('an account that a source, a campaign or the council still books on is not closed', async () => {
  const { deps, actors } = council
  const close = (name: string) => closeGroundItem(deps, actors.accountant, { table, id: council.account(name) })
  expect(await close('会費収入')).toEqual({ ok: false, code: 'account_still_needed', about: '財源「社協会費」' })
  expect(await close('現金')).toMatchObject({ about: '「社協の情報」の通常の入金先' })
  await closeGroundItem(deps, actors.accountant, { table: fundingSourceTable, id: council.source('共同募金') })
  expect(await close('預り金（共同募金）')).toMatchObject({ about: '運動「赤い羽根共同募金」' })
  expect(await close('郵便振替貯金')).toMatchObject({ ok: true })
})

test('an account in use cannot be deleted, an unused one can', async () => {
  const { deps, actors } = council
  const remove = (name: string) => deleteGroundItem(deps, actors.accountant, { table, id: council.account(name) })
  expect(await remove('普通預金')).toEqual({ ok: false, code: 'in_use' })
  expect(await remove('現金預金')).toEqual({ ok: false, code: 'in_use' })
  expect(await remove('未払金')).toMatchObject({ ok: true })
})

test('a source with money in the books keeps its category', async () => {
  const { deps, actors } = council
  const source = (await listFundingSources(deps.db)).find(({ name }) => name === '寄附金')
  if (source === undefined) throw new Error('no source 寄附金')
  const save = (category: 'other' | 'donation') =>
    saveGroundItem(deps, actors.accountant, {
      table: fundingSourceTable,
      id: source.id,
      revision: source.revision,
      details: { code: source.code, name: '寄附', category, accountId: source.accountId },
    })
  expect(await save('other')).toEqual({ ok: false, code: 'source_category_in_use', field: 'category' })
  expect(await save('donation')).toMatchObject({ ok: true })
})

test('a source is credited to an open account of income or custody, and to no heading', async () => {
  const { deps, actors } = council
  const creditedTo = (name: string) =>
    saveGroundItem(deps, actors.accountant, {
      table: fundingSourceTable,
      id: null,
      revision: null,
      details: { code: '95', name: 'NHK歳末', category: 'other' as const, accountId: council.account(name) },
    })
  const refusal = { ok: false, code: 'source_account_unusable', field: 'accountId' }
  expect(await creditedTo('現金')).toEqual(refusal)
  expect(await creditedTo('預り金')).toEqual(refusal)
  expect(await creditedTo('預り金（その他）')).toMatchObject({ ok: true })
})

test('the chart and the sources go out as files, each account with its heading and each source with its account', async () => {
  const accounts = await csvRows(exportLedgerAccounts(council.deps, { format: 'csv' }))
  expect(accounts.map(([code]) => code)).toEqual((await listLedgerAccounts(council.deps.db)).map(({ code }) => code))
  expect(accounts.find(([, name]) => name === '普通預金')?.slice(2, 6)).toEqual(['資産', '現金預金', '', '社協の帳簿'])
  const sources = await csvRows(exportFundingSources(council.deps, { format: 'csv' }))
  expect(sources.map(([, name, , account]) => [name, account])).toEqual((await listFundingSources(council.deps.db)).map(({ name, accountName }) => [name, accountName]))
})
