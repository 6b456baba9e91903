import { id, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createSupporter } from '../create-supporter.ts'
import { exportDuplicates } from './export-duplicates.ts'
import { listDuplicates } from './list-duplicates.ts'
import { markApart, unmarkApart } from './mark-apart.ts'
import { mergeSupporters } from './merge-supporters.ts'
import { readComparison } from './read-comparison.ts'
import { searchDuplicates } from './search-duplicates.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  await database?.drop()
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

async function register(details: object): Promise<SupporterId> {
  const read = supporterDetailsSchema.parse({ kind: 'person', ...details })
  return (await done(createSupporter(council.deps, council.actors.receptionist, read))).supporterId
}

/** Looks through the register and tells each candidate by its names, its score and its evidence. */
async function candidates(): Promise<[names: string, score: number, evidence: readonly string[]][]> {
  await done(searchDuplicates(council.deps, council.actors.receptionist))
  const { rows } = await listDuplicates(council.deps, { cursor: null, limit: 50 })
  return rows.map(({ first, second, score, evidence }) => [[first.name, second.name].sort().join('・'), score, evidence])
}

const twice: [what: string, first: object, second: object, evidence: string[]][] = [
  ['another way to write the name', { name: '髙﨑 花子', phone: '0942-11-1111' }, { name: '高崎花子', phone: '０９４２１１１１１１' }, ['same_name', 'same_phone']],
  ['another way to write the address', { name: '田中 正', address: 'ささえ市本町二丁目3番4号' }, { name: '田中　正', address: 'ささえ市本町2-3-4' }, ['same_name', 'same_address']],
  ['a legal form left out', { kind: 'organization', name: '㈱ささえ商店', phone: '0942-22-2222' }, { kind: 'organization', name: 'ささえ商店', phone: '0942-22-2222' }, ['same_name', 'same_phone']],
  ['a name in other kanji', { name: '伊東 薫', kana: 'イトウ カオル', email: 'kaoru@example.jp' }, { name: '伊藤 薫', kana: 'いとう かおる', email: 'Kaoru@example.jp' }, ['same_kana', 'same_email']],
  ['a move', { name: '西村 直子', kana: 'ニシムラ ナオコ', phone: '090-1111-2222', address: 'ささえ市東町1' }, { name: '西村直子', kana: 'ニシムラ ナオコ', phone: '09011112222', address: 'ささえ市西町9' },
    ['same_name', 'same_kana', 'same_phone', 'other_address']],
]
test.each(twice.map(([what, ...seen]) => ({ what, seen })))('$what is seen through', async ({ seen: [first, second, evidence] }) => {
  await register(first)
  await register(second)
  expect((await candidates()).map(([, , found]) => found)).toEqual([evidence])
})

test('a family under one roof, a namesake elsewhere and people without names are no candidates', async () => {
  await register({ name: '原口 正', kana: 'ハラグチ タダシ', phone: '0942-33-3333', address: 'ささえ市本町1-1' })
  await register({ name: '原口 和子', kana: 'ハラグチ カズコ', phone: '0942-33-3333', address: 'ささえ市本町1-1' })
  await register({ name: '原口 正', kana: 'ハラグチ タダシ', phone: '0942-44-4444', address: 'ささえ市南町9-9' })
  await register({ kind: 'anonymous', name: '', phone: '0942-55-5555' })
  await register({ kind: 'anonymous', name: '', phone: '0942-55-5555' })
  expect(await candidates()).toEqual([])
})

test('two who are chosen by hand are told all that speaks for and against, however little', async () => {
  const one = await register({ name: '緒方 進', kana: 'オガタ ススム', phone: '0942-10-1010', address: 'ささえ市東町1' })
  const other = await register({ name: '緒方進', kana: 'オガタ ススム', phone: '0942-20-2020', address: 'ささえ市西町2' })
  const compared = await readComparison(council.deps, { firstId: other, secondId: one })
  expect(compared?.evidence).toEqual(['same_name', 'same_kana', 'other_phone', 'other_address'])
})

test('a clue that a dozen share is none', async () => {
  for (let index = 0; index < 13; index += 1) await register({ name: '内田 実', phone: '0942-66-6666' })
  expect(await candidates()).toEqual([])
})

test('two who were marked 別人 never come back, not even as what one of them was merged into', async () => {
  const { deps, actors } = council
  const same = { name: '樋口 茂', kana: 'ヒグチ シゲル', phone: '0942-77-7777' }
  const [one, two, three] = [await register(same), await register({ ...same, phone: '0942777777' }), await register(same)]
  expect(await candidates()).toHaveLength(3)
  await done(markApart(deps, actors.receptionist, { firstId: two, secondId: one }))
  expect(await candidates()).toHaveLength(2)
  await done(mergeSupporters(deps, actors.accountant, {
    mergeId: id(deps.newId()), survivorId: three, mergedId: two, survivorRevision: 1, mergedRevision: 1, details: supporterDetailsSchema.parse({ kind: 'person', ...same }), reason: '',
  }))
  // Of three records two are one now, and that one is not the other: nothing is left to look at.
  expect(await candidates()).toEqual([])
  await done(unmarkApart(deps, actors.receptionist, { firstId: one, secondId: two }))
  expect(await candidates()).toHaveLength(1)
})

test('the list goes on pair by pair without gap or overlap, and leaves as Excel', async () => {
  const { deps, actors } = council
  for (const name of ['松尾 清', '国武 誠', '堤 恵子']) {
    await register({ name, phone: '0942-88-8888' })
    await register({ name, phone: '0942-88-8888', ...(name === '堤 恵子' ? { kana: '' } : { address: 'ささえ市北町1' }) })
  }
  const all = await candidates()
  expect(all).toHaveLength(3)
  const first = await listDuplicates(deps, { cursor: null, limit: 2 })
  const second = await listDuplicates(deps, { cursor: first.next, limit: 2 })
  expect([...first.rows, ...second.rows].map(({ first: side }) => side.name)).toHaveLength(3)
  expect(new Set([...first.rows, ...second.rows].map((row) => `${row.first.supporterId}${row.second.supporterId}`)).size).toBe(3)
  expect([first.count, second.count, second.next]).toEqual([3, null, null])
  expect((await done(exportDuplicates(deps, actors.accountant, { format: 'xlsx' }))).fileName).toBe('名寄せの候補.xlsx')
})
