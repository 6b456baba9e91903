import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { SupporterId } from '@sasaeai/domain/ids'
import { joinSchema } from '@sasaeai/domain/membership-dues/member/membership-input'
import { membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { printedTable } from '@sasaeai/testing/printed-table'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { exportDuesList } from '../export/export-dues-list.ts'
import { changeUnits } from './change-units.ts'
import { countMembers } from './count-members.ts'
import { joinMember } from './join-member.ts'
import { leaveMembership } from './leave-membership.ts'
import { listMembers } from './list-members.ts'
import { readMember } from './member-queries.ts'

let database: TestDatabase
let council: ACouncil
let company: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const details = supporterDetailsSchema.parse({ kind: 'organization', name: '株式会社ささえ', kana: 'ササエ' })
  const created = await createSupporter(council.deps, council.actors.receptionist, details)
  if (!created.ok) throw new Error(created.code)
  company = created.value.supporterId
})
afterAll(() => database.drop())

/** The same council on another day. */
const on = (day: string): Deps => ({ ...council.deps, now: () => new Date(`${day}T01:00:00Z`) })

async function join(day: string, units: number) {
  const input = joinSchema.parse({ supporterId: company, duesKindId: council.duesKind('法人会費'), route: 'direct', joinedOn: day, units })
  const joined = await joinMember(on(day), council.actors.receptionist, input)
  if (!joined.ok) throw new Error(joined.code)
  return joined.value.membershipId
}

async function pay(day: string, amountYen: number) {
  const { areaId: _area, ...slip } = aSlip(council, { entryDate: localDate(day), duesKindId: council.duesKind('法人会費'), amountYen: yen(amountYen), count: 1 })
  await bookSlip(council, { ...slip, supporterId: company })
}

async function printedCounts(day: string, year: number): Promise<string> {
  const { kinds } = await countMembers(on(day), { fiscalYear: fiscalYear(year) })
  const cells = ['種別', '年度はじめ', '新規', '再入会', '退会', '在籍', '口数', '前年同日の在籍']
  const lines = kinds
    .filter(({ name }) => name === '法人会費')
    .map(({ name, thisYear: { atStart, joined, rejoined, left, now, units }, lastYear }) =>
      [name, ...[atStart, joined, rejoined, left, now, units, lastYear.now].map(String)])
  return printedTable(cells.map((heading, place) => ({ heading, isRight: place > 0 })), lines)
}

test('a company joins, doubles its 口, pays the rest, leaves, and comes back the year after', async () => {
  const { actors } = council

  // 5月10日、株式会社ささえが2口で入会し、その日に1万円を納める。
  const membershipId = await join('2026-05-10', 2)
  await pay('2026-05-10', 10_000)
  expect(await printedCounts('2026-05-10', 2026)).toMatchInlineSnapshot(`
    種別      年度はじめ  新規  再入会  退会  在籍  口数  前年同日の在籍
    法人会費           0     1       0     0     1     2               0
  `)

  // 10月1日から4口に増やす。目安は2万円になり、納入は一部になる。残りの1万円は10月15日に納める。
  await changeUnits(on('2026-09-20'), actors.receptionist, { membershipId, revision: 1, effectiveOn: localDate('2026-10-01'), units: 4 })
  const asked = membershipListSchema.parse({ fiscalYear: 2026 })
  expect((await listMembers(on('2026-09-30'), asked)).rows).toMatchObject([{ units: 2, expectedYen: 10_000, receivedYen: 10_000, payment: 'paid' }])
  expect((await listMembers(on('2026-10-01'), asked)).rows).toMatchObject([{ units: 4, expectedYen: 20_000, receivedYen: 10_000 }])
  await pay('2026-10-15', 10_000)
  expect((await listMembers(on('2026-10-15'), asked)).rows).toMatchObject([{ expectedYen: 20_000, receivedYen: 20_000 }])
  expect(await printedCounts('2026-10-15', 2026)).toMatchInlineSnapshot(`
    種別      年度はじめ  新規  再入会  退会  在籍  口数  前年同日の在籍
    法人会費           0     1       0     0     1     4               0
  `)

  // 事務所の移転で年度末に退会する。会員である最後の日は3月31日。
  await leaveMembership(on('2027-02-10'), actors.receptionist, { membershipId, revision: 2, leftOn: localDate('2027-03-31'), reason: '市外へ移転・転居' })
  expect(await printedCounts('2027-03-30', 2026)).toMatchInlineSnapshot(`
    種別      年度はじめ  新規  再入会  退会  在籍  口数  前年同日の在籍
    法人会費           0     1       0     0     1     4               0
  `)
  expect(await printedCounts('2027-03-31', 2026)).toMatchInlineSnapshot(`
    種別      年度はじめ  新規  再入会  退会  在籍  口数  前年同日の在籍
    法人会費           0     1       0     1     0     0               0
  `)

  // 翌年度の7月、戻ってきて3口で再入会する。
  const again = await join('2027-07-01', 3)
  expect(await printedCounts('2027-07-01', 2027)).toMatchInlineSnapshot(`
    種別      年度はじめ  新規  再入会  退会  在籍  口数  前年同日の在籍
    法人会費           0     0       1     0     1     3               1
  `)
  const written = await csvRows(exportDuesList(on('2027-07-01'), actors.accountant, { list: 'member', membershipId: again, format: 'csv' }))
  expect(written).toContainEqual(['令和8年度', '', '20000', ''])
  expect(written.at(-1)).toEqual(['2027-07-01', '3'])
  const counted = await csvRows(exportDuesList(on('2027-07-01'), actors.accountant, { list: 'member_counts', fiscalYear: fiscalYear(2027), format: 'csv' }))
  expect(counted.find(([name]) => name === '法人会費')?.slice(1, 8)).toEqual(['2027-07-01', '0', '0', '1', '0', '1', '3'])
  expect(await readMember(council.deps, again)).toMatchObject({
    isRejoined: true,
    units: [{ units: 3 }],
    years: [{ duesYear: 2026, receivedYen: 20_000, postings: 2 }],
    others: [{ membershipId, leftOn: '2027-03-31', leavingReason: '市外へ移転・転居' }],
  })

  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目  借方金額  貸方科目  貸方金額  件数  財源・運動・方法・地域  摘要
       1  R8.5.10   現金        10,000  会費収入    10,000     1  社協会費                社協会費 法人会費
       2  R8.10.15  現金        10,000  会費収入    10,000     1  社協会費                社協会費 法人会費
  `)
})
