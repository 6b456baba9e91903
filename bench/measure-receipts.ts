import { setTimeout as pause } from 'node:timers/promises'
import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type pg from 'pg'
import { openApiClient } from './api-client.ts'
import { type Figure, mebibytes, perSecond, percent } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { withClient } from './scratch-database.ts'

const givers = 5_000
const patienceMs = 900_000

/**
 * 年間証明 for 5,000 givers in one run: issued, numbered, audited, each set as a PDF of its own, kept with its hash, and
 * all of them once more in one file; beside how many a second the typesetter sets apart, and nothing else.
 */
export async function measureReceipts({ databaseUrl, product, apartPerSecond: limit }: Omit<ListPlace, 'rounds'> & { apartPerSecond: number }): Promise<Figure[]> {
  const { year: calendarYear } = partsOf(localDateInTokyo(new Date()))
  await withClient(databaseUrl, (client) => layGivers(client, calendarYear))
  const before = await product.memory()
  const api = await openApiClient(product.url)
  try {
    const startedAt = performance.now()
    const runId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
    await api.act('receipt.annual.start', { runId, calendarYear, issuedOn: localDateInTokyo(new Date()) })
    await api.act('document.order', { kind: 'annual_receipts', receiptRunId: runId })
    const peak = await withClient(databaseUrl, (client) => waitFor(client, { runId, memory: () => product.memory() }))
    const seconds = (performance.now() - startedAt) / 1000
    await withClient(databaseUrl, (client) => proveRun(client, calendarYear))
    const ours = givers / seconds
    return [
      { name: `年間証明 of ${givers} givers, whole run (${seconds.toFixed(0)} s)`, ours: perSecond(ours), limit: perSecond(limit), ratio: percent(ours / limit), aim: '≥ 25 %', isMet: ours / limit >= 0.25 },
      { name: 'memory of the server over the run', ours: mebibytes(peak), limit: mebibytes(before), ratio: '', aim: '', isMet: null },
    ]
  } finally {
    api.close()
  }
}

/** Each giver with one gift in July of the year. What a run before has laid is left as it is. */
async function layGivers(client: pg.Client, calendarYear: number): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM supporter WHERE name LIKE '証明 %' LIMIT 1`)
  if (rowCount !== 0) return
  console.error(`laying ${givers} givers …`)
  await client.query('BEGIN')
  await client.query('UPDATE fiscal_period SET closed_at = NULL, closed_by_id = NULL')
  await client.query(
    `INSERT INTO supporter (id, number, kind, name, kana, address, search_text)
     SELECT gen_random_uuid(), (SELECT coalesce(max(number), 0) FROM supporter) + n, 'person', '証明 ' || n, 'ショウメイ ' || lpad(n::text, 5, '0'), 'ささえ市中央町1番', ''
     FROM generate_series(1, $1::int) n`,
    [givers],
  )
  await client.query(
    `WITH gift AS (SELECT gen_random_uuid() AS id, s.id AS supporter_id, (SELECT id FROM user_account WHERE role = 'accountant' ORDER BY id LIMIT 1) AS by_id
       FROM supporter s WHERE s.name LIKE '証明 %')
     SELECT count(*) FROM post_entries(
       (SELECT jsonb_agg(jsonb_build_object('id', id, 'entryDate', make_date($1, 7, 1), 'kind', 'receipt', 'payerId', supporter_id, 'description', '寄附金', 'sourceKind', 'desk',
          'sourceId', id::text, 'postedById', by_id, 'searchText', '', 'postings', jsonb_build_array(
            jsonb_build_object('accountId', (SELECT default_cash_account_id FROM council), 'amountYen', 1000),
            jsonb_build_object('accountId', (SELECT account_id FROM funding_source WHERE category = 'donation' ORDER BY code LIMIT 1), 'amountYen', -1000,
              'fundingSourceId', (SELECT id FROM funding_source WHERE category = 'donation' ORDER BY code LIMIT 1), 'supporterId', supporter_id, 'count', 1)))) FROM gift),
       (SELECT jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'actorId', by_id, 'action', 'ledger.post', 'subjectKind', 'journal_entry', 'subjectId', id)) FROM gift))`,
    [calendarYear],
  )
  await client.query('COMMIT')
  await client.query('ANALYZE')
}

/** The most memory that the server held until the run was done, in MiB. @throws Error when it failed. */
async function waitFor(client: pg.Client, { runId, memory }: { runId: string; memory: () => Promise<number> }): Promise<number> {
  const startedAt = performance.now()
  let peak = 0
  for (;;) {
    const { rows } = await client.query<{ status: string; problems: unknown }>(
      `SELECT status, problems FROM document_run WHERE kind = 'annual_receipts' AND input ->> 'receiptRunId' = $1`, [runId])
    peak = Math.max(peak, await memory())
    if (rows[0]?.status === 'done') return peak
    if (rows[0]?.status === 'failed' || performance.now() - startedAt > patienceMs) throw new Error(`the run ended as ${JSON.stringify(rows[0])}`)
    await pause(200)
  }
}

/** @throws Error unless each giver has one receipt with its paper. */
async function proveRun(client: pg.Client, calendarYear: number): Promise<void> {
  const { rows } = await client.query<{ receipts: number; papers: number }>(
    `SELECT count(*)::int AS receipts, count(p.receipt_id)::int AS papers FROM receipt r JOIN supporter s ON s.id = r.supporter_id AND s.name LIKE '証明 %'
     LEFT JOIN receipt_paper p ON p.receipt_id = r.id WHERE r.calendar_year = $1 AND r.voided_at IS NULL`, [calendarYear])
  const [found] = rows
  if (found?.receipts !== givers || found.papers !== givers) throw new Error(`5,000 givers have ${JSON.stringify(found)}`)
}
