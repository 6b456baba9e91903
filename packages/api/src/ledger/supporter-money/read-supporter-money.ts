import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId, FundId, FundingSourceId } from '@sasaeai/domain/ids'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { SupporterMoneyInput } from '@sasaeai/domain/ledger/supporter-money-input'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** What one supporter gave and paid of one kind of money in one year: exactly the postings that a list with these filters shows. */
export interface SupporterYearSum {
  readonly year: number
  readonly fundingSourceId: FundingSourceId
  readonly sourceName: string
  readonly category: FundingCategory
  readonly duesKindId: DuesKindId | null
  readonly duesKindName: string | null
  /** What was taken back counts against it. */
  readonly amountYen: Yen
  /** 件 that stand: receipts less what was taken back. */
  readonly times: number
}

export interface SupporterMoney {
  /** The newest year first; within it in the order of the sources. */
  readonly sums: readonly SupporterYearSum[]
  /** Gifts for a purpose, over all years. */
  readonly funds: readonly { readonly fundId: FundId; readonly fundName: string; readonly amountYen: Yen }[]
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}

/** All that the books hold of one supporter, whichever door it came by and whichever of the merged records it names. */
export async function readSupporterMoney({ db }: Deps, { supporterId, run }: SupporterMoneyInput): Promise<SupporterMoney> {
  const mine = idsOfSupporter('$1::uuid')
  const year = run === 'calendar' ? `extract(year FROM p.entry_date)::int` : 'p.fiscal_year'
  const [sums, funds, days] = await Promise.all([
    db.pool.query<SupporterYearSum>(
      `SELECT ${year} AS year, f.id AS "fundingSourceId", f.name AS "sourceName", f.category, k.id AS "duesKindId", k.name AS "duesKindName",
         -sum(p.amount_yen)::bigint AS "amountYen", count(*) FILTER (WHERE p.amount_yen < 0)::int - count(*) FILTER (WHERE p.amount_yen > 0)::int AS times
       FROM posting p JOIN funding_source f ON f.id = p.funding_source_id LEFT JOIN dues_kind k ON k.id = p.dues_kind_id
       WHERE p.supporter_id = ANY ${mine} GROUP BY 1, f.id, k.id ORDER BY 1 DESC, f.code, k.code`,
      [supporterId],
    ),
    db.pool.query<SupporterMoney['funds'][number]>(
      `SELECT d.id AS "fundId", d.name AS "fundName", -sum(p.amount_yen)::bigint AS "amountYen"
       FROM posting p JOIN fund d ON d.id = p.fund_id WHERE p.supporter_id = ANY ${mine} AND p.funding_source_id IS NOT NULL
       GROUP BY d.id ORDER BY d.code`,
      [supporterId],
    ),
    db.pool.query<Pick<SupporterMoney, 'firstOn' | 'lastOn'>>(
      `SELECT min(p.entry_date) AS "firstOn", max(p.entry_date) AS "lastOn" FROM posting p
       WHERE p.supporter_id = ANY ${mine} AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0`,
      [supporterId],
    ),
  ])
  return { sums: sums.rows, funds: funds.rows, firstOn: days.rows[0]?.firstOn ?? null, lastOn: days.rows[0]?.lastOn ?? null }
}
