import type { Db } from '@sasaeai/db/database'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { type PrintedColumn, printedTable } from './printed-table.ts'

/**
 * The whole journal as an accountant reads it (仕訳帳): one line per pair of sides, in the order of 伝票番号, the
 * dimensions of the money beside it. For tests that tell a story.
 */
export async function printedLedger({ pool }: Db): Promise<string> {
  const { rows } = await pool.query<LedgerLine>(ledgerSql)
  return printedTable(columns, rows.map(cellsOf))
}

/** 残高試算表 in short: what stands on each account, debit positive as the books have it, credit in the right column. */
export async function printedBalances({ pool }: Db): Promise<string> {
  const { rows } = await pool.query<{ account: string; balanceYen: number }>(
    `SELECT a.name AS account, sum(p.amount_yen)::bigint AS "balanceYen" FROM posting p
     JOIN ledger_account a ON a.id = p.account_id GROUP BY a.code, a.name ORDER BY a.code`,
  )
  const sides = rows.map(({ account, balanceYen }) => [
    account,
    balanceYen > 0 ? formatYen(yen(balanceYen)) : '',
    balanceYen < 0 ? formatYen(yen(-balanceYen)) : '',
  ])
  return printedTable([{ heading: '科目' }, { heading: '借方残高', isRight: true }, { heading: '貸方残高', isRight: true }], sides)
}

interface LedgerLine {
  readonly entryNumber: number
  readonly entryDate: string
  readonly isFirst: boolean
  readonly debit: string | null
  readonly debitYen: number | null
  readonly credit: string | null
  readonly creditYen: number | null
  readonly dimensions: string
  readonly count: number
  readonly description: string
}

const columns: PrintedColumn[] = [
  { heading: '伝票', isRight: true },
  { heading: '日付' },
  { heading: '借方科目' },
  { heading: '借方金額', isRight: true },
  { heading: '貸方科目' },
  { heading: '貸方金額', isRight: true },
  { heading: '件数', isRight: true },
  { heading: '財源・運動・方法・地域' },
  { heading: '摘要' },
]

function cellsOf(line: LedgerLine): string[] {
  return [
    line.isFirst ? String(line.entryNumber) : '',
    line.isFirst ? formatLocalDateShort(localDate(line.entryDate)) : '',
    line.debit ?? '',
    line.debitYen === null ? '' : formatYen(yen(line.debitYen)),
    line.credit ?? '',
    line.creditYen === null ? '' : formatYen(yen(line.creditYen)),
    line.count === 0 ? '' : line.count < 0 ? `△${-line.count}` : String(line.count),
    line.dimensions,
    line.isFirst ? line.description : '',
  ]
}

/** Debits and credits of an entry are numbered apart and set side by side. */
const ledgerSql = `
  WITH side AS (
    SELECT p.*, a.name AS account, p.amount_yen > 0 AS is_debit,
      row_number() OVER (PARTITION BY p.entry_id, p.amount_yen > 0 ORDER BY p.line_number) AS place
    FROM posting p JOIN ledger_account a ON a.id = p.account_id),
  line AS (
    SELECT coalesce(d.entry_id, c.entry_id) AS entry_id, coalesce(d.place, c.place) AS place, d.account AS debit,
      d.amount_yen AS debit_yen, c.account AS credit, -c.amount_yen AS credit_yen,
      CASE WHEN c.funding_source_id IS NULL THEN d.funding_source_id ELSE c.funding_source_id END AS source_id,
      coalesce(c.campaign_id, d.campaign_id) AS campaign_id, coalesce(c.collection_method_id, d.collection_method_id) AS method_id,
      coalesce(c.area_id, d.area_id) AS area_id, coalesce(nullif(c.count, 0), d.count, 0) AS count
    FROM (SELECT * FROM side WHERE is_debit) d FULL JOIN (SELECT * FROM side WHERE NOT is_debit) c
      ON c.entry_id = d.entry_id AND c.place = d.place)
  SELECT e.entry_number AS "entryNumber", e.entry_date AS "entryDate", l.place = 1 AS "isFirst", l.debit, l.debit_yen AS "debitYen",
    l.credit, l.credit_yen AS "creditYen", l.count, concat_ws('・', s.name, g.name, m.name, r.name) AS dimensions,
    e.description || CASE WHEN e.reason = '' THEN '' ELSE '（' || e.reason || '）' END AS description
  FROM line l JOIN journal_entry e ON e.id = l.entry_id
  LEFT JOIN funding_source s ON s.id = l.source_id LEFT JOIN campaign g ON g.id = l.campaign_id
  LEFT JOIN collection_method m ON m.id = l.method_id LEFT JOIN area r ON r.id = l.area_id
  ORDER BY e.fiscal_year, e.entry_number, l.place`
