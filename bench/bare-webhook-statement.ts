import type { BareSharing } from './bare-books.ts'

/** Beside the tables of the books, those that a payment online is written into. */
export const webhookTables = ['gateway_event', 'supporter', 'donation', 'online_gift', 'online_payment']

/**
 * One event as one prepared statement: all of it, or nothing where it is there already. Values: account, event, type, its
 * time, body, gift, pi_…, amount, ids of supporter, entry, payment and two audit events, day, fiscal year, accounts of both
 * sides, funding source, user.
 */
export function bareWebhook(sharing: BareSharing): string {
  const next = (series: string, year: string) => sharing === 'same-rows'
    ? `UPDATE bare.number_counter SET last_number = last_number + 1 WHERE series = '${series}' AND fiscal_year = ${year} AND EXISTS (SELECT 1 FROM event) RETURNING last_number`
    : `SELECT nextval('bare.entry_number')::int AS last_number FROM event`
  return `
    WITH event AS (
      INSERT INTO bare.gateway_event (payment_account_id, event_id, type, created_at, received_at, due_at, body, subject_key, state, settled_at)
        VALUES ($1::uuid, $2::text, $3, $4, now(), now(), $5::bytea, $7::text, 'applied', now()) ON CONFLICT DO NOTHING RETURNING 1),
    giver_number AS (${next('supporter', '0')}),
    giver AS (
      INSERT INTO bare.supporter (id, number, kind, name, kana, email, search_text)
        SELECT $9::uuid, last_number, 'person', g.name, g.kana, g.email, g.name || '|' || g.kana FROM giver_number, bare.online_gift g WHERE g.id = $6::uuid RETURNING id),
    number AS (${next('journal_entry', '$15::int')}),
    entry AS (
      INSERT INTO bare.journal_entry (id, fiscal_year, entry_number, entry_date, kind, payer_id, description, source_kind, source_id, posted_by_id, search_text)
        SELECT $10::uuid, $15::int, last_number, $14::date, 'receipt', $9::uuid, '寄附金 オンライン', 'online_payment', 'council:' || $7::text, $19::uuid, '寄附金オンライン' FROM number RETURNING id),
    sides (line_number, account_id, amount_yen, funding_source_id, supporter_id, count) AS (
      SELECT * FROM (VALUES (1, $16::uuid, $8::bigint, NULL::uuid, NULL::uuid, 0), (2, $17::uuid, -$8::bigint, $18::uuid, $9::uuid, 1)) v WHERE EXISTS (SELECT 1 FROM number)),
    lines AS (
      INSERT INTO bare.posting (entry_id, line_number, entry_date, fiscal_year, account_id, amount_yen, funding_source_id, supporter_id, count)
        SELECT $10::uuid, line_number, $14::date, $15::int, account_id, amount_yen, funding_source_id, supporter_id, count FROM sides),
    ${total('funding_total', '$14::date')},
    ${total('funding_year_total', '$15::int')},
    audit AS (
      INSERT INTO bare.audit_event (id, actor_id, action, subject_kind, subject_id, after)
        SELECT id, $19::uuid, action, kind, subject, jsonb_build_object('amountYen', $8::bigint)
        FROM (VALUES ($12::uuid, 'ledger.post', 'journal_entry', $10::text), ($13::uuid, 'supporter.create', 'supporter', $9::text)) v(id, action, kind, subject) WHERE EXISTS (SELECT 1 FROM number)),
    details AS (INSERT INTO bare.donation (entry_id, kind) SELECT $10::uuid, 'general' FROM number),
    payment AS (
      INSERT INTO bare.online_payment (id, payment_account_id, gift_id, money_id, payment_intent_id, amount_yen, paid_on, paid_at, entry_id)
        SELECT $11::uuid, $1::uuid, $6::uuid, $7::text, $7::text, $8::bigint, $14::date, $4, $10::uuid FROM number)
    UPDATE bare.online_gift SET state = 'paid', supporter_id = $9::uuid WHERE id = $6::uuid AND EXISTS (SELECT 1 FROM number)`

  function total(table: string, period: string): string {
    const ofDay = table === 'funding_total'
    const kept = sharing === 'same-rows' ? 'sides' : '(SELECT * FROM sides WHERE funding_source_id IS NOT NULL) s'
    return `kept_${table} AS (
      INSERT INTO bare.${table} AS t (key, fiscal_year, ${ofDay ? 'entry_date, ' : ''}account_id, funding_source_id, amount_yen, count, postings)
        SELECT md5(concat_ws('|', ${period}, account_id, funding_source_id${sharing === 'same-rows' ? '' : ', $10::text'}))::uuid AS k, $15::int, ${ofDay ? '$14::date, ' : ''}account_id, funding_source_id, amount_yen, count, 1
          FROM ${kept} ORDER BY k
        ON CONFLICT (key) DO UPDATE SET amount_yen = t.amount_yen + excluded.amount_yen, count = t.count + excluded.count, postings = t.postings + 1)`
  }
}
