import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type pg from 'pg'
import { type ApiClient, openApiClient } from './api-client.ts'
import { type Figure, millis, times } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { registered, registerSupporters } from './register-supporters.ts'
import { mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, comparison, timed } from './timed-asking.ts'

/** What clerks type: readings and kanji, beginnings and middles, two characters, telephones, addresses, numbers. */
const typed = [
  'サト', 'さとう', '髙橋', '高橋', '和子', '田和', '山崎 正', 'ヨシダ', '吉田', 'ﾅｶﾑﾗ', '子', '田', '0942-34', '34-30', '4213', '107', '森田町3',
  '松本町2', '丁目12番', '渡辺町', '名字なし', 'zz', '橋町', 'タカハシ カ', '１２３４', '水谷', '竹富', '秀樹', 'きよひこ', '谷口 直', '岡崎町', '上野ひろ',
] as const

const [aimMedian, aimSlow, aimSearch] = [6, 18, 8_000]

/** Looking people up while typing, the list of the register and the search for duplicates, at 200,000 supporters. */
export async function measureSupporters({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  await withClient(databaseUrl, registerSupporters)
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => [
      ...(await measureLookups(api, client, rounds)),
      ...(await measurePages(api, client, rounds)),
      await measureDuplicates(api, client),
    ])
  } finally {
    api.close()
  }
}

/** The median and the 95th percentile over all that is typed, round after round. */
async function measureLookups(api: ApiClient, client: pg.Client, rounds: number): Promise<Figure[]> {
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of typed) {
      const took = [await taken(() => api.query('supporter.lookup', { text })), await taken(() => bareLookup(client, text))] as const
      // The first round warms both.
      if (round === 0) continue
      ours.push(took[0])
      bare.push(took[1])
    }
  }
  return ([[0.5, 'p50', aimMedian], [0.95, 'p95', aimSlow]] as const).map(([share, name, aim]) => {
    const [product, limit] = [quantile(ours, share), quantile(bare, share)]
    return {
      name: `supporter typed, ${typed.length} mixed texts, ${registered.toLocaleString('en')} supporters, ${name}`,
      ours: millis(product), limit: millis(limit), ratio: times(product / limit), aim: `≤ ${aim} ms`, isMet: product <= aim,
    }
  })
}

async function measurePages(api: ApiClient, client: pg.Client, rounds: number): Promise<Figure[]> {
  const { rows: [middle] } = await client.query<{ kana: string; supporterId: string }>(
    'SELECT kana, id AS "supporterId" FROM supporter WHERE closed_on IS NULL ORDER BY kana, id OFFSET $1 LIMIT 1', [registered / 2],
  )
  const deep = { procedure: 'supporter.list', input: { cursor: middle } }
  const first = { procedure: 'supporter.list', input: {} }
  const searched = { procedure: 'supporter.list', input: { text: '和子' } }
  const measured = await mediansOfRounds(rounds, {
    first: timed(() => ask(api, first)),
    bareFirst: timed(() => bareFirstPage(client)),
    bare: timed(() => client.query({ name: 'bare_page', text: barePage, values: [middle?.kana, middle?.supporterId] })),
    deep: timed(() => ask(api, deep)),
    searched: timed(() => ask(api, searched)),
    bareSearched: timed(() => bareSearchedPage(client, '和子')),
  })
  return [
    comparison('register, first 50 and the count of all', { ours: measured.first, limit: measured.bareFirst, aim: 20 }),
    comparison('register, 50 from the middle', { ours: measured.deep, limit: measured.bare, aim: aimMedian }),
    comparison('register searched, first 50 and their count', { ours: measured.searched, limit: measured.bareSearched, aim: 100 }),
  ]
}

/** Once: it takes seconds. The limit finds pairs by two of the clues, each by itself, and keeps nothing. */
async function measureDuplicates(api: ApiClient, client: pg.Client): Promise<Figure> {
  const ours = await taken(() => api.act('supporter.merge.search', null))
  const limit = await taken(() => client.query(bareDuplicates))
  return {
    name: `duplicates among ${registered.toLocaleString('en')} supporters`,
    ours: millis(ours), limit: millis(limit), ratio: times(ours / limit), aim: `≤ ${aimSearch / 1_000} s`, isMet: ours <= aimSearch,
  }
}

/** What somebody would write by hand for ten names: the pieces, the exact text, the order of readings. */
async function bareLookup(client: pg.Client, text: string): Promise<void> {
  const wanted = normalizeForSearch(text)
  const isInitial = Array.from(wanted).length === 1
  await client.query(isInitial
    ? { text: `SELECT id, number, name, kana, address FROM supporter WHERE left(kana, 1) COLLATE "C" = $1 OR left(search_text, 1) COLLATE "C" = $1 ORDER BY kana, id LIMIT 10`, values: [wanted] }
    : {
        text: `WITH m AS MATERIALIZED (SELECT id, kana FROM supporter WHERE bigrams(search_text) @> $1::text[] AND strpos(search_text, $2) > 0 AND closed_on IS NULL),
          r AS (SELECT id FROM m ORDER BY kana, id LIMIT 10) SELECT s.id, s.number, s.name, s.kana, s.address, a.name AS area FROM r JOIN supporter s USING (id)
          LEFT JOIN area a ON a.id = s.area_id`,
        values: [bigramsOf(wanted), wanted],
      })
}

const barePage = `SELECT s.id, s.number, s.name, s.kana, s.address, s.phone, a.name AS area FROM supporter s LEFT JOIN area a ON a.id = s.area_id
  WHERE s.closed_on IS NULL AND (s.kana, s.id) > ($1, $2::uuid) ORDER BY s.kana, s.id LIMIT 50`

/** The first ones by the index of readings, and everybody counted. */
async function bareFirstPage(client: pg.Client): Promise<void> {
  await client.query({ name: 'bare_first', text: `SELECT id, number, name, kana, address, phone FROM supporter WHERE closed_on IS NULL ORDER BY kana, id LIMIT 50` })
  await client.query({ name: 'bare_count', text: 'SELECT count(*) FROM supporter WHERE closed_on IS NULL AND merged_into_id IS NULL' })
}

async function bareSearchedPage(client: pg.Client, text: string): Promise<void> {
  await client.query(
    `WITH m AS MATERIALIZED (SELECT id, kana FROM supporter WHERE bigrams(search_text) @> $1::text[] AND strpos(search_text, $2) > 0 AND closed_on IS NULL)
     SELECT s.*, (SELECT count(*) FROM m) FROM (SELECT id FROM m ORDER BY kana, id LIMIT 50) r JOIN supporter s USING (id)`,
    [bigramsOf(text), normalizeForSearch(text)],
  )
}

const bareDuplicates = `
  WITH k AS MATERIALIZED (SELECT id, split_part(search_text, '|', 1) AS name, split_part(search_text, '|', 4) AS phone, split_part(search_text, '|', 5) AS address FROM supporter)
  SELECT a.id, b.id FROM k a JOIN k b ON a.name = b.name AND a.phone = b.phone AND a.phone <> '' AND a.id < b.id
  UNION SELECT a.id, b.id FROM k a JOIN k b ON a.name = b.name AND a.address = b.address AND a.address <> '' AND a.id < b.id`

async function taken(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
