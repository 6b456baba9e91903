import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { beforeEach, afterEach, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { joinMember } from '../member/join-member.ts'
import { readSupporterDues } from './read-supporter-dues.ts'

let database: TestDatabase
let council: ACouncil
let company: SupporterId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const created = await createSupporter(council.deps, council.actors.receptionist, supporterDetailsSchema.parse({ kind: 'organization', name: '有限会社日吉建設', kana: 'ユウゲンガイシャヒヨシケンセツ' }))
  if (!created.ok) throw new Error(created.code)
  company = created.value.supporterId
})
afterEach(() => database.drop())

const bookDues = (change: Parameters<typeof aSlip>[1] = {}) =>
  bookSlip(council, aSlip(council, { supporterId: company, duesKindId: council.duesKind('法人会費'), amountYen: yen(10_000), count: 1, ...change }))

const duesOfCompany = async () => (await readSupporterDues(council.deps, [company])).get(company)

test('what was paid is told with its way, and what was taken back is not', async () => {
  await bookDues({ entryDate: localDate('2026-06-01') })
  const mistaken = await bookDues({ duesKindId: council.duesKind('特別会費') })
  await bookDues({ duesKindId: council.duesKind('賛助会費'), areaId: undefined, duesYear: fiscalYear(2025) })
  const reversal = { entryId: mistaken.id, reversalDate: localDate('2026-10-15'), reason: '会員種別の誤り' }
  expect(await reverseEntry(council.deps, council.actors.accountant, reversal)).toMatchObject({ ok: true })
  const dues = await duesOfCompany()
  expect(dues?.paid.map(({ duesKindId, duesYear, entryDate, areaName }) => [duesKindId, duesYear, entryDate, areaName])).toEqual([
    [council.duesKind('賛助会費'), 2025, '2026-10-15', null],
    [council.duesKind('法人会費'), 2026, '2026-06-01', '日吉一丁目自治会'],
  ])
})

test('what a direct member pays is direct, whatever area stands on the slip; 口 are those of today', async () => {
  const joined = await joinMember(council.deps, council.actors.receptionist, {
    supporterId: company, duesKindId: council.duesKind('法人会費'), route: 'direct', areaId: null, joinedOn: localDate('2026-05-01'), units: 2, note: '',
  })
  expect(joined).toMatchObject({ ok: true })
  await bookDues()
  const dues = await duesOfCompany()
  expect(dues?.paid).toMatchObject([{ areaName: null }])
  expect(dues?.memberships).toMatchObject([{ duesKindId: council.duesKind('法人会費'), units: 2 }])
})

test('who has paid nothing and is no member is answered all the same', async () => {
  expect(await duesOfCompany()).toEqual({ paid: [], memberships: [] })
  expect(await readSupporterDues(council.deps, [])).toEqual(new Map())
})
