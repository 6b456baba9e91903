import type pg from 'pg'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { measureReport } from './measure-report.ts'
import type { PostLoad } from './post-load.ts'

const yearsShown = 10
const spanOf = ({ fiscalYear }: PostLoad) => ({ first: fiscalYear - yearsShown + 1, last: fiscalYear })

/** 財源の構成 of ten years. */
export function measureIncome(place: ListPlace): Promise<Figure[]> {
  return measureReport(place, {
    name: `income of ${yearsShown} years`,
    questionOf: (load, asOf) => ({ procedure: 'income.years', input: { ...spanOf(load), asOf } }),
    bare: bareIncome,
    barePast: bareIncomeAt,
  })
}

/** By hand over raw postings: every year by account and source, and what was told beside them. */
async function bareIncome(client: pg.Client, load: PostLoad): Promise<void> {
  const { first, last } = spanOf(load)
  const { rows } = await client.query({
    name: 'bare_income',
    text: `
      SELECT fiscal_year, account_id, funding_source_id, -sum(amount_yen) AS yen FROM posting
        WHERE fiscal_year BETWEEN $1::int AND $2::int GROUP BY 1, 2, 3
      UNION ALL
      SELECT * FROM (SELECT DISTINCT ON (fiscal_year, line_id, kind) fiscal_year, line_id, NULL::uuid, amount_yen
        FROM income_total WHERE fiscal_year BETWEEN $1::int AND $2::int ORDER BY fiscal_year, line_id, kind, recorded_at DESC) told`,
    values: [first, last],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} lines of income`)
}

/** The same of the entries up to a moment: every moment costs as much. */
async function bareIncomeAt(client: pg.Client, load: PostLoad): Promise<void> {
  const { first, last } = spanOf(load)
  const { rows } = await client.query({
    name: 'bare_income_at',
    text: `
      SELECT p.fiscal_year, p.account_id, p.funding_source_id, -sum(p.amount_yen) AS yen FROM posting p JOIN journal_entry e ON e.id = p.entry_id
        WHERE p.fiscal_year BETWEEN $1::int AND $2::int AND e.posted_at <= now() - interval '1 hour' GROUP BY 1, 2, 3`,
    values: [first, last],
  })
  if (rows.length < 20) throw new Error(`only ${rows.length} lines of income`)
}
