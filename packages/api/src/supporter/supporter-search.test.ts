import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterListSchema } from '@sasaeai/domain/supporter/supporter-list-input'
import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeSupporter, reopenSupporter } from './close-supporter.ts'
import { createSupporter } from './create-supporter.ts'
import { listSupporters } from './list-supporters.ts'
import { lookupSupporters } from './lookup-supporters.ts'

let database: TestDatabase
let council: ACouncil

const blank = supporterDetailsSchema.parse({ kind: 'anonymous', name: '' })
const people: Partial<SupporterDetails>[] = [
  { name: '髙橋 花子', kana: 'タカハシ ハナコ', phone: '0942-34-3035' },
  { name: '高橋 一郎', kana: 'タカハシ イチロウ', address: '久留米市日吉町1-2' },
  { name: '大高 次郎', kana: 'オオタカ ジロウ' },
  { kind: 'organization', name: '株式会社ささえ', kana: 'ササエ' },
]

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  for (const person of people) {
    await createSupporter(council.deps, council.actors.receptionist, { ...blank, kind: 'person', ...person })
  }
})
afterAll(() => database.drop())

const namesFor = async (text: string) =>
  (await lookupSupporters(council.deps, { text, limit: 10 })).map((supporter) => supporter.name)

test('a name is found by kanji, variant or not, by either kana and by half-width kana', async () => {
  const both = ['高橋 一郎', '髙橋 花子']
  expect(await namesFor('髙橋')).toEqual(both)
  expect(await namesFor('高橋')).toEqual(both)
  expect(await namesFor('たかはし')).toEqual(both)
  expect(await namesFor('ﾀｶﾊｼ')).toEqual(both)
})

test('whoever begins with the text comes before whoever contains it', async () => {
  expect(await namesFor('タカ')).toEqual(['高橋 一郎', '髙橋 花子', '大高 次郎'])
})

test('one character asks for names or readings that begin with it', async () => {
  expect(await namesFor('高')).toEqual(['高橋 一郎', '髙橋 花子'])
  expect(await namesFor('さ')).toEqual(['株式会社ささえ'])
})

test('a number finds its supporter first, a telephone number its owner', async () => {
  expect(await namesFor('3')).toEqual(['大高 次郎'])
  expect(await namesFor('0942343035')).toEqual(['髙橋 花子'])
  expect(await namesFor('34')).toEqual(['髙橋 花子'])
  const listed = await listSupporters(council.deps, supporterListSchema.parse({ text: '4' }))
  expect(listed.rows.map((row) => row.name)).toEqual(['株式会社ささえ'])
})

test('nothing is found for nothing, nor across the end of a field', async () => {
  expect(await namesFor(' ')).toEqual([])
  expect(await namesFor('花子タカ')).toEqual([])
})

test('pages follow the reading, meet without gap or overlap, and the first one counts all', async () => {
  const first = await listSupporters(council.deps, supporterListSchema.parse({ limit: 3 }))
  const second = await listSupporters(council.deps, supporterListSchema.parse({ limit: 3, cursor: first.next }))
  expect([...first.rows, ...second.rows].map((row) => row.kana)).toEqual([
    'オオタカ ジロウ', 'ササエ', 'タカハシ イチロウ', 'タカハシ ハナコ',
  ])
  expect([first.count, second.count, second.next]).toEqual([4, null, null])
})

test('a closed supporter is offered no more, and is still on the list that asks for all', async () => {
  const { deps, actors } = council
  const [chosen] = await lookupSupporters(deps, { text: '大高', limit: 1 })
  if (chosen === undefined) throw new Error('the supporter under test is missing')
  await closeSupporter(deps, actors.receptionist, chosen.supporterId)
  expect(await namesFor('大高')).toEqual([])
  const all = await listSupporters(deps, supporterListSchema.parse({ text: '大高', withClosed: true }))
  expect(all.rows).toMatchObject([{ name: '大高 次郎', isClosed: true }])
  await reopenSupporter(deps, actors.receptionist, chosen.supporterId)
  expect(await namesFor('大高')).toEqual(['大高 次郎'])
})

test('the database cuts a text into the pieces that a query is cut into', async () => {
  const texts = ['', '髙', '髙橋', '𠮷田 花子', 'ササエササエ', '自治会費 2026-10-01 ﾊﾝｶｸ'].map(normalizeForSearch)
  const { rows } = await database.db.pool.query<{ text: string; pieces: string[] }>(
    'SELECT text, ARRAY(SELECT DISTINCT unnest(bigrams(text))) AS pieces FROM unnest($1::text[]) AS text',
    [texts],
  )
  expect(rows).toHaveLength(texts.length)
  for (const { text, pieces } of rows) expect(pieces.sort()).toEqual(text === '' ? [''] : bigramsOf(text).sort())
})

test('where readings that begin so fill the list, they are its first ones in their order, and nobody else', async () => {
  const { deps, actors } = council
  const added = ['ヤマダ アキラ', 'ヤマダ カズオ', 'ヤマダ サチコ', 'ヤマガミ ジロウ', 'ヤマダー マリア', 'ミヤマダ ハジメ']
  for (const kana of added) await createSupporter(deps, actors.receptionist, { ...blank, name: `名 ${kana}`, kana })
  const found = async (text: string, limit: number) => (await lookupSupporters(deps, { text, limit })).map(({ kana }) => kana)
  expect(await found('やまだ', 3)).toEqual(['ヤマダ アキラ', 'ヤマダ カズオ', 'ヤマダ サチコ'])
  // With room for more, those that only contain it come last.
  expect((await found('ヤマダ', 10)).slice(0, 3)).toEqual(['ヤマダ アキラ', 'ヤマダ カズオ', 'ヤマダ サチコ'])
  expect((await found('ヤマダ', 10)).at(-1)).toBe('ミヤマダ ハジメ')
  expect(await found('ヤマダ', 10)).toHaveLength(5)
})
