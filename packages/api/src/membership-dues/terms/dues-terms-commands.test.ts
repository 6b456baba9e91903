import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { saveDuesRulesSchema } from '@sasaeai/domain/membership-dues/terms/dues-rules-input'
import type { DuesTermsDetails } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { yen } from '@sasaeai/domain/money/yen'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeGroundItem } from '../../council/close-ground-item.ts'
import { insertFiscalYear } from '../../council/insert-fiscal-year.ts'
import { copyDuesTerms } from './copy-dues-terms.ts'
import { duesKindTable } from './dues-kind-table.ts'
import { type DuesKindOfYear, listDuesTerms, listShareBackRates, readDuesRules } from './dues-terms-queries.ts'
import { removeDuesTerms } from './remove-dues-terms.ts'
import { removeShareBackRate } from '../share-back/remove-share-back-rate.ts'
import { saveDuesRules } from './save-dues-rules.ts'
import { saveDuesTerms } from './save-dues-terms.ts'
import { saveShareBackRate } from '../share-back/save-share-back-rate.ts'

const nextYear = fiscalYear(2027)
let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

async function kindOf(name: string, year: FiscalYear = council.fiscalYear): Promise<DuesKindOfYear> {
  const { kinds } = await listDuesTerms(council.deps, year)
  const kind = kinds.find((each) => each.name === name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return kind
}

async function change(name: string, changes: Partial<DuesTermsDetails>, year: FiscalYear = council.fiscalYear) {
  const { id, terms } = await kindOf(name, year)
  if (terms === null) throw new Error(`${name} has no terms in ${year}`)
  const { revision, ...details } = terms
  return saveDuesTerms(council.deps, council.actors.accountant, {
    fiscalYear: year, duesKindId: id, revision, details: { ...details, ...changes },
  })
}

const openNextYear = () => insertFiscalYear(database.db.prisma, { year: nextYear, openedAt: council.deps.now() })
const copy = (from: number, to: number) =>
  copyDuesTerms(council.deps, council.actors.accountant, { from: fiscalYear(from), to: fiscalYear(to) })

async function payShareBack(): Promise<void> {
  await database.db.prisma.shareBackRun.create({
    data: {
      id: council.deps.newId(), fiscalYear: council.fiscalYear, sequence: 1, cutOffOn: new Date('2026-09-30T00:00:00Z'), status: 'posted',
      paidOn: new Date('2026-10-10T00:00:00Z'), postedAt: council.deps.now(),
      createdById: council.actors.accountant.userId, postedById: council.actors.accountant.userId,
    },
  })
}

test('terms change on the revision that was seen, with an audit event of what changed', async () => {
  const stale = await kindOf('法人会費')
  expect(await change('法人会費', { unitYen: yen(6_000), benefits: '広報紙に名称を載せます。' })).toMatchObject({ ok: true })
  if (stale.terms === null) throw new Error('a new council has terms')
  const { revision, ...details } = stale.terms
  const late = { fiscalYear: council.fiscalYear, duesKindId: stale.id, revision, details: { ...details, unitYen: yen(7_000) } }
  expect(await saveDuesTerms(council.deps, council.actors.accountant, late)).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect((await kindOf('法人会費')).terms).toMatchObject({ unitYen: 6_000, revision: 2 })
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'dues_terms.update' } })).toMatchObject({
    before: { unitYen: 5_000, benefits: '' },
    after: { duesKindId: stale.id, fiscalYear: 2026, unitYen: 6_000, benefits: '広報紙に名称を載せます。' },
  })
})

test('once dues came in, unit and 目安 stay; months and the rate may still change', async () => {
  await bookSlip(council, aSlip(council))
  expect(await change('一般会費', { unitYen: yen(600) })).toEqual({ ok: false, code: 'dues_terms_settled', field: 'unitYen' })
  expect(await change('一般会費', { unit: 'free' })).toEqual({ ok: false, code: 'dues_terms_settled', field: 'unit' })
  expect(await change('一般会費', { lastMonth: 9, shareBackBasisPoints: 4_500 })).toMatchObject({ ok: true })
  expect(await change('法人会費', { unitYen: yen(6_000) })).toMatchObject({ ok: true })
})

test('once the request is fixed, unit and 目安 stay; while it is a draft they do not', async () => {
  const request = {
    id: council.deps.newId(), fiscalYear: council.fiscalYear, duesKindId: council.duesKind('法人会費'),
    requestedOn: new Date('2026-05-01T00:00:00Z'), householdBasis: 'resident_register' as const, preparedById: council.actors.accountant.userId,
  }
  await database.db.prisma.duesRequest.create({ data: request })
  expect(await change('法人会費', { unitYen: yen(6_000) })).toMatchObject({ ok: true })
  await database.db.prisma.duesRequest.update({
    where: { id: request.id }, data: { status: 'fixed', fixedAt: council.deps.now(), fixedById: council.actors.accountant.userId },
  })
  expect(await change('法人会費', { unitYen: yen(5_000) })).toMatchObject({ code: 'dues_terms_settled' })
  const { id, terms } = await kindOf('法人会費')
  const removal = { fiscalYear: council.fiscalYear, duesKindId: id, revision: terms?.revision ?? 0 }
  expect(await removeDuesTerms(council.deps, council.actors.accountant, removal)).toEqual({ ok: false, code: 'dues_terms_in_use' })
})

test('once share-back was paid, no rate of the year changes any more', async () => {
  const { deps, actors, fiscalYear: year } = council
  const rate = { fiscalYear: year, duesKindId: council.duesKind('一般会費'), areaId: council.area('日吉校区') }
  await saveShareBackRate(deps, actors.accountant, { ...rate, basisPoints: 6_000 })
  await payShareBack()
  expect(await change('一般会費', { shareBackBasisPoints: 4_000 })).toEqual({ ok: false, code: 'share_back_paid', field: 'shareBackBasisPoints' })
  expect(await saveShareBackRate(deps, actors.accountant, { ...rate, basisPoints: 7_000 })).toMatchObject({ code: 'share_back_paid' })
  expect(await removeShareBackRate(deps, actors.accountant, rate)).toMatchObject({ code: 'share_back_paid' })
  expect(await listShareBackRates(deps, year)).toMatchObject([{ basisPoints: 6_000 }])
})

test('a year takes over what it lacks, once, and never in place of what stands', async () => {
  const { deps, actors } = council
  const rate = { fiscalYear: council.fiscalYear, duesKindId: council.duesKind('一般会費'), areaId: council.area('日吉校区') }
  await saveShareBackRate(deps, actors.accountant, { ...rate, basisPoints: 6_000 })
  await closeGroundItem(deps, actors.accountant, { table: duesKindTable, id: council.duesKind('特別会費') })
  expect(await copy(2026, 2027)).toMatchObject({ code: 'year_not_open' })
  await openNextYear()
  expect(await listDuesTerms(deps, nextYear)).toMatchObject({ copyFrom: 2026, copyable: 3 })
  const company = await kindOf('法人会費', nextYear)
  if (company.lastYear === null) throw new Error('the year before has terms')
  const { revision: _, ...details } = company.lastYear
  await saveDuesTerms(deps, actors.accountant, {
    fiscalYear: nextYear, duesKindId: company.id, revision: null, details: { ...details, unitYen: yen(10_000) },
  })
  expect(await copy(2026, 2027)).toEqual({ ok: true, value: { terms: 2, rates: 1 } })
  expect(await copy(2026, 2027)).toEqual({ ok: true, value: { terms: 0, rates: 0 } })
  const { kinds, copyable } = await listDuesTerms(deps, nextYear)
  expect(kinds.map(({ name, terms, lastYear }) => [name, terms?.unitYen, lastYear?.unitYen])).toEqual([
    ['一般会費', 500, 500], ['賛助会費', 1_000, 1_000], ['特別会費', undefined, 3_000], ['法人会費', 10_000, 5_000],
  ])
  expect(copyable).toBe(0)
  expect(await listShareBackRates(deps, nextYear)).toMatchObject([{ areaName: '日吉校区', basisPoints: 6_000, kindBasisPoints: 5_000 }])
  expect(await database.db.prisma.auditEvent.count({ where: { action: 'dues_terms.copy' } })).toBe(1)
})

test('two who take over at once do it once', async () => {
  await openNextYear()
  const outcomes = await Promise.all([copy(2026, 2027), copy(2026, 2027)])
  const copied = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.terms] : []))
  expect(copied.toSorted((left, right) => left - right)).toEqual([0, 4])
})

test('a year without terms lends none', async () => {
  await openNextYear()
  expect(await copy(2027, 2026)).toEqual({ ok: false, code: 'dues_terms_nothing_to_copy', about: '令和9年度' })
})

test('unused terms are taken away with their rates; a second removal finds them changed', async () => {
  const { deps, actors } = council
  const { id, terms } = await kindOf('法人会費')
  const key = { fiscalYear: council.fiscalYear, duesKindId: id }
  await saveShareBackRate(deps, actors.accountant, { ...key, areaId: council.area('日吉校区'), basisPoints: 100 })
  const removal = { ...key, revision: terms?.revision ?? 0 }
  expect(await removeDuesTerms(deps, actors.accountant, removal)).toEqual({ ok: true, value: { rates: 1 } })
  expect(await removeDuesTerms(deps, actors.accountant, removal)).toMatchObject({ code: 'changed_meanwhile' })
  expect(await saveShareBackRate(deps, actors.accountant, { ...key, areaId: council.area('日吉校区'), basisPoints: 100 })).toEqual({
    ok: false, code: 'dues_terms_missing', field: 'duesKindId',
  })
})

test('rules of share-back are saved on their revision, from an open asset account to an expense account', async () => {
  const { deps, actors } = council
  const type = await database.db.prisma.areaType.findFirstOrThrow({ where: { name: '校区' } })
  const details = {
    shareBackAreaTypeId: type.id, shareBackExpenseAccountId: council.account('助成金支出'),
    shareBackCashAccountId: council.account('普通預金'), shareBackStepYen: 100,
  }
  const save = (revision: number, changes: object = {}) =>
    saveDuesRules(deps, actors.accountant, saveDuesRulesSchema.parse({ revision, details: { ...details, ...changes } }))
  expect(await save(1)).toEqual({ ok: true, value: details })
  expect(await save(1)).toEqual({ ok: false, code: 'changed_meanwhile' })
  expect(await save(2, { shareBackExpenseAccountId: council.account('会費収入') })).toMatchObject({ field: 'shareBackExpenseAccountId' })
  expect(await save(2, { shareBackCashAccountId: council.account('現金預金') })).toMatchObject({ code: 'share_back_cash_unusable' })
  expect(() => saveDuesRulesSchema.parse({ revision: 2, details: { ...details, shareBackStepYen: 50 } })).toThrow()
  expect(await readDuesRules(deps)).toEqual({ ...details, revision: 2 })
})
