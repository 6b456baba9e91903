import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type pg from 'pg'
import { type ApiClient, openApiClient } from './api-client.ts'
import { type Figure, millis, times } from './figure.ts'
import type { ServerProcess } from './product-server.ts'
import { mediansOfRounds, medianMillis } from './rounds.ts'
import { withClient } from './scratch-database.ts'

export interface ListPlace {
  readonly databaseUrl: string
  readonly product: ServerProcess
  readonly rounds: number
}

const asksPerRound = 40

/** Pages of 50 postings of one funding source, over all years and in one, at three depths, each with the exact count and total of the list. */
export async function measureList({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  try {
    return await withClient(databaseUrl, async (client) => {
      const lists = [await longestList(client, null), await longestList(client, fiscalYearOf(localDateInTokyo(new Date())) - 1)]
      const figures: Figure[] = []
      for (const list of lists) {
        for (const [depth, share] of [['first', 0], ['middle', 0.5], ['last', 1]] as const) {
          figures.push(await measurePageOf({ api, client, rounds }, list, { depth, share }))
        }
      }
      return figures
    })
  } finally {
    api.close()
  }
}

async function measurePageOf(
  { api, client, rounds }: { api: ApiClient; client: pg.Client; rounds: number },
  list: LongList,
  { depth, share }: { depth: string; share: number },
): Promise<Figure> {
  const after = share === 0 ? null : await positionAt(client, list, Math.floor(share * (list.count - 60)))
  const filter = { fundingSourceId: list.sourceId, ...(list.year === null ? {} : { fiscalYear: list.year }) }
  const input = { filter, cursor: after === null ? null : cursorOf(after, list) }
  const measured = await mediansOfRounds(rounds, {
    ours: () => medianMillis(asksPerRound, () => api.query('ledger.postings', input)),
    bare: () => medianMillis(asksPerRound, () => bareList(client, list, after ?? beforeAll)),
  })
  return {
    name: `${list.count.toLocaleString('en')} of ${list.ofAll.toLocaleString('en')} postings, ${depth} page of 50`,
    ours: millis(measured.ours),
    limit: millis(measured.bare),
    ratio: times(measured.ours / measured.bare),
    aim: '≤ 5 ms',
    isMet: measured.ours <= 5,
  }
}

/** The postings of one funding source, in one fiscal year or in all. */
interface LongList {
  readonly year: number | null
  readonly sourceId: string
  readonly count: number
  readonly ofAll: number
  /** As the list shows it: what was received is positive. */
  readonly totalYen: string
}

interface Position {
  readonly amountYen: string
  readonly entryDate: string
  readonly entryId: string
  readonly lineNumber: number
}

const beforeAll: Position = { amountYen: '0', entryDate: 'infinity', entryId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', lineNumber: 99 }

async function longestList(client: pg.Client, year: number | null): Promise<LongList> {
  const { rows } = await client.query<Omit<LongList, 'year'>>(
    `SELECT funding_source_id AS "sourceId", count(*)::int AS count, -sum(amount_yen) AS "totalYen", (SELECT count(*)::int FROM posting) AS "ofAll"
       FROM posting WHERE funding_source_id IS NOT NULL AND ($1::int IS NULL OR fiscal_year = $1) GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    [year],
  )
  const [longest] = rows
  if (longest === undefined) throw new Error('the demo council has no postings')
  return { ...longest, year }
}

async function positionAt(client: pg.Client, { sourceId, year }: LongList, offset: number): Promise<Position> {
  const { rows } = await client.query<Position>(
    `SELECT amount_yen AS "amountYen", entry_date::text AS "entryDate", entry_id AS "entryId", line_number AS "lineNumber"
       FROM posting WHERE funding_source_id = $1 AND ($3::int IS NULL OR fiscal_year = $3)
       ORDER BY entry_date DESC, entry_id DESC, line_number DESC OFFSET $2 LIMIT 1`,
    [sourceId, offset, year],
  )
  const [position] = rows
  if (position === undefined) throw new Error(`the list has no posting at ${offset}`)
  return position
}

/** The product's own form of a position in a list (domain/ledger/posting-filter-schema), with what its first page found. */
function cursorOf({ amountYen, entryDate, entryId, lineNumber }: Position, { count, totalYen }: LongList): string {
  return [amountYen, entryDate, entryId, lineNumber, count, totalYen].join('.')
}

/** What somebody would write by hand for this one list: keyset on the index that fits, names joined, kept totals. */
async function bareList(client: pg.Client, { sourceId, year }: LongList, after: Position): Promise<void> {
  const page = await client.query({
    name: `bare_list_${year}`,
    text: `SELECT p.entry_id, p.line_number, p.entry_date, p.amount_yen, p.count, e.entry_number, e.kind, e.description, e.reason,
        EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id) AS is_reversed,
        a.name AS account, f.name AS source, c.name AS campaign, m.name AS method, ar.name AS area, s.number, s.name AS supporter
      FROM (SELECT * FROM posting WHERE funding_source_id = $1${year === null ? '' : ` AND entry_date BETWEEN '${year}-04-01' AND '${year + 1}-03-31'`}
        AND (entry_date, entry_id, line_number) < ($2::date, $3::uuid, $4::smallint)
        ORDER BY entry_date DESC, entry_id DESC, line_number DESC LIMIT 50) p
      JOIN journal_entry e ON e.id = p.entry_id
      JOIN ledger_account a ON a.id = p.account_id
      JOIN funding_source f ON f.id = p.funding_source_id
      LEFT JOIN campaign c ON c.id = p.campaign_id
      LEFT JOIN collection_method m ON m.id = p.collection_method_id
      LEFT JOIN area ar ON ar.id = p.area_id
      LEFT JOIN supporter s ON s.id = coalesce(p.supporter_id, e.payer_id)
      ORDER BY p.entry_date DESC, p.entry_id DESC, p.line_number DESC`,
    values: [sourceId, after.entryDate, after.entryId, after.lineNumber],
  })
  const totals = await client.query({
    name: `bare_list_total_${year}`,
    text: `SELECT sum(postings), -sum(amount_yen) FROM funding_year_total
      WHERE funding_source_id = $1${year === null ? '' : ` AND fiscal_year = ${year}`}`,
    values: [sourceId],
  })
  if (page.rows.length !== 50 || totals.rows.length !== 1) throw new Error('the bare list is not whole')
}
