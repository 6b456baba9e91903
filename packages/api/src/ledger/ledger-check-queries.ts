import type { LedgerCheck } from '@sasaeai/domain/ledger/ledger-check'

/** A check as SQL: how many things there are to look at, and one row (`example`) for each that is wrong. */
interface LedgerCheckQuery {
  readonly examined: string
  readonly faults: string
}

/** How an entry is named to people: 「2026年度 12番」. */
const entryName = `e.fiscal_year || '年度 ' || e.entry_number || '番'`

const dimensions = ['account_id', 'funding_source_id', 'campaign_id', 'collection_method_id', 'area_id', 'fund_id', 'dues_kind_id', 'dues_year']

/** A table of kept sums, and how it is made of postings. */
interface KeptTotals {
  readonly table: string
  /** The columns that tell a row by when it is, each as it is worked out from a posting, and how a day or month is shown. */
  readonly period: Readonly<Record<string, string>>
  readonly shownPeriod: string
  readonly dimensions: readonly string[]
  readonly figures: Readonly<Record<string, string>>
  readonly isKept: string
}

const yenSum = { amount_yen: 'sum(amount_yen)::bigint' }
const allSums = { ...yenSum, count: 'sum(count)::bigint', postings: 'count(*)::int' }

/** The kept sums of one table against the same sums computed anew; a row may be missing on either side. */
function totalsQuery({ table, period, shownPeriod, dimensions: kept, figures, isKept }: KeptTotals): LedgerCheckQuery {
  const columns = [...Object.keys(period), ...kept]
  const same = columns.map((column) => `k.${column} IS NOT DISTINCT FROM c.${column}`)
  const key = (alias: string) => `md5(ROW(${columns.map((column) => `${alias}.${column}`).join(', ')})::text)`
  const either = (column: string) => (columns.includes(column) ? `coalesce(k.${column}, c.${column})` : 'NULL')
  const selected = Object.entries({ ...period, ...figures }).map(([column, expression]) => `${expression} AS ${column}`)
  const figuresOf = (alias: string) => `ROW(${Object.keys(figures).map((figure) => `${alias}.${figure}`).join(', ')})`
  return {
    examined: `SELECT count(*) FROM ${table}`,
    faults: `
      SELECT concat_ws(' ', ${either('fiscal_year')} || '年度', ${shownPeriod}, a.code, a.name, s.name, r.name,
          '集計', coalesce(k.amount_yen::text, 'なし'), '明細', coalesce(c.amount_yen::text, 'なし')) AS example
      FROM (SELECT t.*, ${key('t')} AS row_key FROM ${table} t) k
      FULL JOIN (SELECT t.*, ${key('t')} AS row_key FROM (
          SELECT ${[...selected, ...kept].join(', ')} FROM posting WHERE ${isKept}
          GROUP BY ${[...Object.values(period), ...kept].join(', ')}) t) c ON k.row_key = c.row_key AND ${same.join(' AND ')}
      LEFT JOIN ledger_account a ON a.id = ${either('account_id')}
      LEFT JOIN funding_source s ON s.id = ${either('funding_source_id')}
      LEFT JOIN area r ON r.id = ${either('area_id')}
      WHERE ${figuresOf('k')} IS DISTINCT FROM ${figuresOf('c')}`,
  }
}

/** Numbers of a table against the counter of their series, which mostly has its name. What has no number yet is no gap. */
function numbersQuery(table: string, column: string, series = table): LedgerCheckQuery {
  return {
    examined: `SELECT count(${column}) FROM ${table}`,
    faults: `
      SELECT coalesce(e.fiscal_year, c.fiscal_year) || '年度 ' || coalesce(e.how_many, 0) || '件 最後の番号 '
          || coalesce(e.last_number, 0) || ' 採番の記録 ' || coalesce(c.last_number, 0) AS example
      FROM (SELECT fiscal_year, count(DISTINCT ${column}) AS how_many, min(${column}) AS first_number, max(${column}) AS last_number
          FROM ${table} WHERE ${column} IS NOT NULL GROUP BY fiscal_year) e
      FULL JOIN (SELECT fiscal_year, last_number FROM number_counter WHERE series = '${series}') c ON c.fiscal_year = e.fiscal_year
      WHERE coalesce(e.how_many, 0) <> coalesce(e.last_number, 0) OR coalesce(e.first_number, 1) <> 1
        OR coalesce(e.last_number, 0) <> coalesce(c.last_number, 0)`,
  }
}

/** Each series of receipts has its numbers once each: one is a receipt's, live or void, or was spoiled. */
const receiptNumbers: LedgerCheckQuery = {
  examined: 'SELECT count(*) FROM receipt',
  faults: `
    SELECT coalesce(s.name, '系列なし') || ' ' || coalesce(n.fiscal_year, c.fiscal_year) || '年度' AS example
    FROM (SELECT series_id, fiscal_year, count(DISTINCT receipt_number) AS how_many, count(*) AS in_use, min(receipt_number) AS first_number, max(receipt_number) AS last_number
        FROM (SELECT series_id, fiscal_year, receipt_number FROM receipt UNION ALL SELECT series_id, fiscal_year, receipt_number FROM receipt_spoil) every
        GROUP BY series_id, fiscal_year) n
    FULL JOIN (SELECT substr(series, 9)::uuid AS series_id, fiscal_year, last_number FROM number_counter WHERE series LIKE 'receipt:%') c
      ON c.series_id = n.series_id AND c.fiscal_year = n.fiscal_year
    LEFT JOIN receipt_series s ON s.id = coalesce(n.series_id, c.series_id)
    WHERE coalesce(n.how_many, 0) <> coalesce(n.last_number, 0) OR n.in_use <> n.how_many OR coalesce(n.first_number, 1) <> 1
      OR coalesce(n.last_number, 0) <> coalesce(c.last_number, 0)`,
}

/** The sums of goals by area and by method against the goals. Of the two ids one is null, so that both together tell a row. */
const goalTotals: LedgerCheckQuery = {
  examined: 'SELECT count(*) FROM campaign_goal_total',
  faults: `
    SELECT concat_ws(' ', d.fiscal_year || '年度', d.name, a.name, m.name, '集計', coalesce(k.target_yen::text, 'なし'),
        '目標額', coalesce(c.target_yen::text, 'なし')) AS example
    FROM (SELECT t.*, concat_ws('|', campaign_id, area_id, collection_method_id) AS row_key FROM campaign_goal_total t) k
    FULL JOIN (SELECT campaign_id, area_id, collection_method_id, sum(target_yen)::bigint AS target_yen, count(*)::int AS goals,
          concat_ws('|', campaign_id, area_id, collection_method_id) AS row_key
        FROM campaign_goal GROUP BY GROUPING SETS ((campaign_id, area_id), (campaign_id, collection_method_id))) c USING (row_key)
    LEFT JOIN campaign d ON d.id = coalesce(k.campaign_id, c.campaign_id)
    LEFT JOIN area a ON a.id = coalesce(k.area_id, c.area_id)
    LEFT JOIN collection_method m ON m.id = coalesce(k.collection_method_id, c.collection_method_id)
    WHERE ROW(k.target_yen, k.goals) IS DISTINCT FROM ROW(c.target_yen, c.goals)`,
}

/** Every posting of an entry as one comparable text, with its amounts and counts times `sign`. */
function sideOf(sign: 1 | -1): string {
  return `SELECT entry_id, array_agg(concat_ws('|', ${sign} * amount_yen, ${sign} * count, account_id, funding_source_id::text || 's',
      campaign_id::text || 'c', collection_method_id::text || 'm', area_id::text || 'a', fund_id::text || 'f',
      dues_kind_id::text || 'd', dues_year::text || 'y', supporter_id::text || 'p') ORDER BY line_number) AS lines
    FROM posting`
}

/** Gifts in a row each, and what stands of every giver's, against the postings and what the office has written down. */
const keptGifts: LedgerCheckQuery = {
  examined: 'SELECT count(*) FROM kept_gift',
  faults: `
    WITH made AS (
      SELECT g.entry_id, e.fiscal_year, e.entry_date, e.payer_id, g.amount_yen, g.fund_ids, g.area_id,
        coalesce(d.kind, CASE WHEN e.kind = 'transfer' THEN 'in_kind' WHEN g.fund_ids[1] IS NULL THEN 'general' ELSE 'designated' END::donation_kind) AS kind,
        d.entry_id IS NOT NULL AS is_complete, d.channel_id, coalesce(d.staff, '') AS staff, coalesce(d.consent, 'undecided') AS consent,
        EXISTS (SELECT 1 FROM thank_you_letter l WHERE l.entry_id = e.id) AS is_thanked, x.id IS NOT NULL AS is_undone,
        e.entry_number, e.kind IN ('receipt', 'transfer') AS is_receipt, coalesce(g.income_account_ids, '{}') AS income_account_ids,
        coalesce(g.income_fund_ids, '{}') AS income_fund_ids, coalesce(g.income_yen, '{}') AS income_yen,
        (SELECT p.account_id FROM posting p JOIN ledger_account a ON a.id = p.account_id WHERE p.entry_id = e.id AND p.amount_yen > 0 AND a.category <> 'expense'
          ORDER BY p.line_number LIMIT 1) AS way_id,
        coalesce(g.most_count, 0) AS most_count, coalesce(g.method_ids, '{}') AS method_ids,
        x.id AS undone_by_id, x.fiscal_year AS undone_year, x.entry_date AS undone_on, x.entry_number AS undone_number
      FROM (SELECT p.entry_id, -sum(p.amount_yen)::bigint AS amount_yen, array_agg(p.fund_id ORDER BY p.line_number) AS fund_ids, min(p.area_id::text)::uuid AS area_id,
            array_agg(p.account_id ORDER BY p.line_number) FILTER (WHERE a.category = 'income') AS income_account_ids,
            array_agg(p.fund_id ORDER BY p.line_number) FILTER (WHERE a.category = 'income') AS income_fund_ids,
            array_agg(-p.amount_yen ORDER BY p.line_number) FILTER (WHERE a.category = 'income') AS income_yen,
            max(abs(p.count)) FILTER (WHERE a.category = 'income') AS most_count,
            array_agg(p.collection_method_id ORDER BY p.line_number) FILTER (WHERE a.category = 'income' AND p.collection_method_id IS NOT NULL) AS method_ids
          FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation' JOIN ledger_account a ON a.id = p.account_id GROUP BY p.entry_id) g
        JOIN journal_entry e ON e.id = g.entry_id AND e.kind <> 'reversal' LEFT JOIN donation d ON d.entry_id = e.id LEFT JOIN journal_entry x ON x.reverses_entry_id = e.id)
    SELECT ${entryName} || ' 控え ' || coalesce(k.amount_yen::text, 'なし') || ' 明細 ' || coalesce(m.amount_yen::text, 'なし') AS example
      FROM kept_gift k FULL JOIN made m ON m.entry_id = k.entry_id LEFT JOIN journal_entry e ON e.id = coalesce(k.entry_id, m.entry_id)
      WHERE ROW(k.*)::text IS DISTINCT FROM ROW(m.*)::text
    UNION ALL
    SELECT '支援者 ' || s.number || ' 合計 ' || coalesce(k.amount_yen, 0) || ' 明細 ' || coalesce(m.amount_yen, 0)
      FROM kept_giver k FULL JOIN (SELECT payer_id, sum(amount_yen)::bigint AS amount_yen FROM made WHERE NOT is_undone GROUP BY payer_id) m ON m.payer_id = k.payer_id
        JOIN supporter s ON s.id = coalesce(k.payer_id, m.payer_id)
      WHERE coalesce(k.amount_yen, 0) <> coalesce(m.amount_yen, 0)`,
}

/** In which years every giver gave, and how many givers have which years, against the gifts that stand in the books. */
const giverYears: LedgerCheckQuery = {
  examined: 'SELECT count(*) FROM kept_giver_year',
  faults: `
    WITH gift AS (
      SELECT e.id, e.payer_id, e.fiscal_year, -sum(p.amount_yen) AS amount_yen
        FROM posting p JOIN funding_source s ON s.id = p.funding_source_id AND s.category = 'donation' JOIN journal_entry e ON e.id = p.entry_id
        WHERE e.kind <> 'reversal' AND e.payer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
        GROUP BY e.id HAVING sum(p.amount_yen) < 0),
      made AS (SELECT payer_id, fiscal_year, count(*)::int AS gifts, sum(amount_yen)::bigint AS amount_yen FROM gift GROUP BY payer_id, fiscal_year),
      giver AS (SELECT payer_id, array_agg(fiscal_year ORDER BY fiscal_year) AS years FROM made GROUP BY payer_id)
    SELECT '支援者 ' || s.number || ' ' || coalesce(k.fiscal_year, m.fiscal_year) || '年度 控え ' || coalesce(k.amount_yen, 0) || ' 明細 ' || coalesce(m.amount_yen, 0) AS example
      FROM (SELECT * FROM kept_giver_year WHERE gifts <> 0 OR amount_yen <> 0) k FULL JOIN made m ON m.payer_id = k.payer_id AND m.fiscal_year = k.fiscal_year
        JOIN supporter s ON s.id = coalesce(k.payer_id, m.payer_id)
      WHERE ROW(k.gifts, k.amount_yen) IS DISTINCT FROM ROW(m.gifts, m.amount_yen)
    UNION ALL
    SELECT '支援者 ' || s.number || ' 控え ' || coalesce(array_to_string(k.years, '・'), 'なし') || ' 明細 ' || coalesce(array_to_string(g.years, '・'), 'なし')
      FROM (SELECT payer_id, years FROM kept_giver WHERE years <> '{}') k FULL JOIN giver g ON g.payer_id = k.payer_id JOIN supporter s ON s.id = coalesce(k.payer_id, g.payer_id)
      WHERE k.years IS DISTINCT FROM g.years
    UNION ALL
    SELECT array_to_string(coalesce(t.years, g.years), '・') || '年度の寄附者 控え ' || coalesce(t.givers, 0) || ' 明細 ' || coalesce(g.givers, 0)
      FROM (SELECT years, sum(givers)::bigint AS givers FROM (SELECT years, givers FROM giver_years_total UNION ALL SELECT years, givers FROM giver_years_change) every
          GROUP BY years HAVING sum(givers) <> 0) t
        FULL JOIN (SELECT years, count(*) AS givers FROM giver GROUP BY years) g ON g.years = t.years
      WHERE t.givers IS DISTINCT FROM g.givers`,
}

export const ledgerCheckQueries: Record<LedgerCheck, LedgerCheckQuery> = {
  entries_balanced: {
    examined: 'SELECT count(*) FROM journal_entry',
    faults: `
      SELECT ${entryName} AS example FROM journal_entry e
      LEFT JOIN (SELECT entry_id, sum(amount_yen) AS rest, count(*) AS lines FROM posting GROUP BY entry_id) p ON p.entry_id = e.id
      WHERE p.rest IS DISTINCT FROM 0 OR p.lines < 2`,
  },
  numbers_gapless: numbersQuery('journal_entry', 'entry_number'),
  dates_consistent: {
    examined: 'SELECT count(*) FROM posting',
    faults: `
      SELECT coalesce(${entryName}, '仕訳なし ' || p.entry_id) || ' ' || p.line_number || '行目' AS example
      FROM posting p LEFT JOIN journal_entry e ON e.id = p.entry_id
      WHERE p.entry_date IS DISTINCT FROM e.entry_date OR p.fiscal_year IS DISTINCT FROM e.fiscal_year
        OR e.fiscal_year <> extract(year FROM e.entry_date)::int - (extract(month FROM e.entry_date) < 4)::int`,
  },
  reversals_mirror: {
    examined: `SELECT count(*) FROM journal_entry WHERE kind = 'reversal'`,
    faults: `
      WITH undone AS (SELECT id, reverses_entry_id FROM journal_entry WHERE kind = 'reversal'),
        red AS (${sideOf(-1)} WHERE entry_id IN (SELECT id FROM undone) GROUP BY entry_id),
        black AS (${sideOf(1)} WHERE entry_id IN (SELECT reverses_entry_id FROM undone) GROUP BY entry_id)
      SELECT ${entryName} AS example FROM undone u JOIN journal_entry e ON e.id = u.id
      LEFT JOIN red ON red.entry_id = u.id LEFT JOIN black ON black.entry_id = u.reverses_entry_id
      WHERE red.lines IS DISTINCT FROM black.lines`,
  },
  day_totals_kept: totalsQuery({
    table: 'funding_total',
    period: { fiscal_year: 'fiscal_year', entry_date: 'entry_date' },
    shownPeriod: 'coalesce(k.entry_date, c.entry_date)::text',
    dimensions,
    figures: allSums,
    isKept: 'true',
  }),
  month_totals_kept: totalsQuery({
    table: 'funding_month_total',
    period: { fiscal_year: 'fiscal_year', month: 'extract(month FROM entry_date)::smallint' },
    shownPeriod: `coalesce(k.month, c.month) || '月'`,
    dimensions: ['funding_source_id', 'campaign_id', 'area_id'],
    figures: yenSum,
    isKept: '(funding_source_id IS NOT NULL OR campaign_id IS NOT NULL)',
  }),
  year_totals_kept: totalsQuery({
    table: 'funding_year_total',
    period: { fiscal_year: 'fiscal_year' },
    shownPeriod: 'NULL',
    dimensions,
    figures: allSums,
    isKept: 'true',
  }),
  drive_totals_kept: totalsQuery({
    table: 'campaign_day_total',
    period: { entry_date: 'entry_date' },
    shownPeriod: `coalesce(k.entry_date, c.entry_date) || ' ' || (SELECT name FROM campaign WHERE id = coalesce(k.campaign_id, c.campaign_id))`,
    dimensions: ['campaign_id', 'collection_method_id'],
    figures: allSums,
    isKept: '(campaign_id IS NOT NULL AND funding_source_id IS NOT NULL)',
  }),
  goal_totals_kept: goalTotals,
  gifts_kept: keptGifts,
  giver_years_kept: giverYears,
  ground_history_kept: {
    examined: 'SELECT count(*) FROM ground_history',
    faults: `SELECT table_name || ' ' || row_key AS example FROM ground_history_faults()`,
  },
  intake_lines_booked: {
    examined: 'SELECT count(*) FROM intake_line',
    faults: `
      SELECT coalesce(${entryName}, '仕訳なし') || ' 受付の' || l.line_number || '行目' AS example
      FROM intake_line l JOIN intake_batch b ON b.id = l.batch_id LEFT JOIN journal_entry e ON e.id = l.entry_id
      WHERE b.status <> 'posted' OR e.intake_batch_id IS DISTINCT FROM l.batch_id
        OR NOT EXISTS (SELECT 1 FROM posting p WHERE p.entry_id = l.entry_id AND p.amount_yen = -l.amount_yen
          AND p.funding_source_id = l.funding_source_id AND p.campaign_id IS NOT DISTINCT FROM l.campaign_id
          AND p.collection_method_id IS NOT DISTINCT FROM l.collection_method_id
          AND p.dues_kind_id IS NOT DISTINCT FROM l.dues_kind_id AND p.dues_year IS NOT DISTINCT FROM l.dues_year AND p.fund_id IS NOT DISTINCT FROM l.fund_id
          AND p.supporter_id IS NOT DISTINCT FROM l.supporter_id)`,
  },
  intake_numbers_gapless: numbersQuery('intake_batch', 'intake_number'),
  receipt_numbers_gapless: receiptNumbers,
}
