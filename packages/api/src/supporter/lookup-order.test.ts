import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { onServer } from '@sasaeai/testing/test-cluster'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookupSupporters } from './lookup-supporters.ts'

let database: TestDatabase
let council: ACouncil

/** More than are gone through in the order of readings, with common and rare names, closed and merged ones among them. */
const registered = 6_000

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await database.db.pool.query(
    `INSERT INTO supporter (id, number, kind, name, kana, search_text, closed_on)
       SELECT gen_random_uuid(), n + 1000, 'person', family || given, family_kana || ' ' || given_kana,
         concat_ws('|', family || given, family_kana || given_kana, n + 1000, '0942' || (n * 7919) % 100000, 'ささえ市' || family || '町' || n % 40), CASE WHEN n % 11 = 0 THEN DATE '2026-05-01' END
       FROM (SELECT n, (ARRAY['佐藤','高橋','田中','渡辺','長谷川','吉田','和田','久保田'])[f] AS family, (ARRAY['サトウ','タカハシ','タナカ','ワタナベ','ハセガワ','ヨシダ','ワダ','クボタ'])[f] AS family_kana,
           (ARRAY['和子','一郎','美和','花子','直樹','小夜'])[g] AS given, (ARRAY['カズコ','イチロウ','ミワ','ハナコ','ナオキ','サヨ'])[g] AS given_kana
         FROM generate_series(1, $1::int) n, LATERAL (SELECT CASE WHEN n % 97 = 0 THEN 5 WHEN n % 2 = 0 THEN 1 ELSE n % 7 + 1 END AS f, n / 3 % 6 + 1 AS g) pick) people`,
    [registered],
  )
  await asOwner(`UPDATE supporter SET merged_into_id = (SELECT id FROM supporter WHERE number = 1001) WHERE number % 501 = 0`)
  await asOwner('VACUUM (ANALYZE) supporter')
})
afterAll(() => database.drop())

const asOwner = (command: string) => onServer(database.ownerUrl, command)

/** What the lookup is to answer, found by looking at everybody. */
async function byLookingAtAll(text: string, limit: number): Promise<number[]> {
  const wanted = normalizeForSearch(text)
  const { rows } = await database.db.pool.query<{ number: number }>(
    `SELECT t.number FROM (
       SELECT s.* FROM supporter s WHERE strpos(s.search_text, $1) > 0 AND s.closed_on IS NULL
         ORDER BY s.number IS DISTINCT FROM $2::int, NOT (starts_with(s.search_text, $1) OR starts_with(s.kana COLLATE "C", $1)), s.kana, s.id LIMIT $3) s
     JOIN supporter t ON t.id = coalesce(s.merged_into_id, s.id)
     ORDER BY s.number IS DISTINCT FROM $2::int, NOT (starts_with(s.search_text, $1) OR starts_with(s.kana COLLATE "C", $1)), s.kana, s.id`,
    [wanted, /^\d+$/.test(wanted) ? Number(wanted) : null, limit],
  )
  return [...new Set(rows.map(({ number }) => number))]
}

const texts = [
  '佐藤', 'サトウ', '佐藤和', '佐藤花子', '和田', '長谷川', '久保', '田和', '和子', 'カズコ', 'ワダ', '中町', '町12', '094279', '0942-7', '42', '1002', '17', '0017',
  '川小', '川小夜', '谷川', '藤町3', 'ささえ市', 'いない', 'クボタ サ', '渡辺小夜', '吉田町', '|094', '子|',
]
test.each(texts)('%s is answered as if everybody had been looked at', async (text) => {
  for (const limit of [1, 10, 50]) {
    const found = await lookupSupporters(council.deps, { text, limit })
    expect(found.map(({ number }) => number)).toEqual(await byLookingAtAll(text, limit))
  }
})
