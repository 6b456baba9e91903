import type pg from 'pg'
import { withClient } from './scratch-database.ts'

/**
 * Lays tables like those of the ledger into a schema of their own, with the same rows, indexes, checks and foreign
 * keys, but without triggers or functions: what PostgreSQL can do with the data, before any of our guards.
 */
export async function layBareBooks(ownerUrl: string, further: readonly string[] = []): Promise<void> {
  const laid = [...tables, ...further]
  await withClient(ownerUrl, async (client) => {
    await client.query('DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare; CREATE SEQUENCE bare.entry_number START 100000000')
    for (const table of laid) {
      await client.query(`CREATE TABLE bare.${table} (LIKE public.${table} INCLUDING ALL)`)
      await client.query(`INSERT INTO bare.${table} SELECT * FROM public.${table}`)
    }
    const { rows } = await client.query<{ statement: string }>(foreignKeys, [laid])
    // Names are looked for in the new schema first, so that postings refer to the entries beside them.
    await client.query('SET search_path = bare, public')
    for (const { statement } of rows) await client.query(statement)
    await client.query('ANALYZE')
  })
}

export async function dropBareBooks(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client: pg.Client) => client.query('DROP SCHEMA IF EXISTS bare CASCADE'))
}

const tables = ['number_counter', 'journal_entry', 'posting', 'funding_total', 'funding_year_total', 'audit_event']

const foreignKeys = `
  SELECT format('ALTER TABLE bare.%I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS statement
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`

/**
 * Which rows the transactions of a bare post have in common. `same-rows`: those of the product, the counter of the
 * gapless numbers and the day's total of the cash account among them, for which every transaction waits until the one
 * before has reached the disk. `no-shared-row`: a number with gaps and totals of the dimensions only; nothing is
 * waited for, so it is the harder limit.
 */
export type BareSharing = 'same-rows' | 'no-shared-row'

/** One contribution as one prepared statement, which is one round trip and one transaction. Values: see `bareValues`. */
export function barePost(sharing: BareSharing): string {
  const isGapless = sharing === 'same-rows'
  const number = isGapless
    ? `UPDATE bare.number_counter SET last_number = last_number + 1 WHERE series = 'journal_entry' AND fiscal_year = $3 RETURNING last_number`
    : `SELECT nextval('bare.entry_number')::int AS last_number`
  return `
    WITH number AS (${number}),
    entry AS (
      INSERT INTO bare.journal_entry (id, fiscal_year, entry_number, entry_date, kind, description, source_kind, source_id,
          posted_by_id, search_text)
        SELECT $1, $3, last_number, $2, 'receipt', $4, 'desk', $5, $6, $4 FROM number RETURNING entry_number),
    lines AS (
      INSERT INTO bare.posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen, funding_source_id,
          campaign_id, collection_method_id, area_id, count)
        VALUES ($1, 1, $2, $3, $7, $8, NULL, NULL, NULL, NULL, 0), ($1, 2, $2, $3, $9, -$8::bigint, $10, $11, $12, $13, $14)),
    sums (account_id, amount_yen, funding_source_id, campaign_id, collection_method_id, area_id, count) AS (
      VALUES ${isGapless ? '($7::uuid, $8::bigint, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid, 0), ' : ''}
        ($9::uuid, -$8::bigint, $10::uuid, $11::uuid, $12::uuid, $13::uuid, $14::int)),
    ${total('funding_total', '$2::date')},
    ${total('funding_year_total', '$3::int')},
    audit AS (
      INSERT INTO bare.audit_event (id, actor_id, action, subject_kind, subject_id, after)
        VALUES ($15, $6, 'ledger.post', 'journal_entry', $1::text, $16))
    SELECT entry_number FROM entry`
}

function total(table: string, period: string): string {
  const ofDay = table === 'funding_total'
  return `kept_${table} AS (
      INSERT INTO bare.${table} AS t (key, fiscal_year, ${ofDay ? 'entry_date, ' : ''}account_id, funding_source_id, campaign_id,
          collection_method_id, area_id, amount_yen, count, postings)
        SELECT md5(concat_ws('|', ${period}, account_id, funding_source_id, campaign_id, collection_method_id, area_id))::uuid AS k,
            $3::int, ${ofDay ? '$2::date, ' : ''}account_id, funding_source_id, campaign_id, collection_method_id, area_id,
            amount_yen, count, 1
          FROM sums ORDER BY k
        ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen, count = t.count + excluded.count,
          postings = t.postings + 1)`
}
