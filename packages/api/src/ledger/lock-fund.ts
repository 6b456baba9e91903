import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { FundId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** A fund, held still for the transaction that takes money out of it. */
export interface LockedFund {
  readonly name: string
  readonly isClosed: boolean
  /** What can be taken out on that day, in yen: the balance at its end, and never more than that of any day after it. */
  readonly availableYen: Yen
}

/**
 * Locks a fund and tells what is left in it; null when there is no such fund. Whoever takes money out of a fund calls this
 * first, under READ COMMITTED: uses of one fund then wait for each other and see what the one before has left. Gifts go on
 * coming in meanwhile (as in held-in-custody). The balance is income less expense that carry the fund; cash carries none.
 */
export async function lockFund(tx: Tx, fundId: FundId, day: LocalDate): Promise<LockedFund | null> {
  const [fund] = await tx.$queryRaw<Omit<LockedFund, 'availableYen'>[]>`
    SELECT name, closed_on IS NOT NULL AS "isClosed" FROM fund WHERE id = ${fundId}::uuid FOR NO KEY UPDATE`
  if (fund === undefined) return null
  const [balance] = await tx.$queryRaw<{ availableYen: bigint }[]>`
    WITH later AS (
      SELECT sum(-sum(p.amount_yen)) OVER (ORDER BY p.entry_date DESC) AS moved
      FROM posting p JOIN ledger_account a ON a.id = p.account_id AND a.category IN ('income', 'expense')
      WHERE p.fund_id = ${fundId}::uuid AND p.entry_date > ${day}::date GROUP BY p.entry_date)
    SELECT (coalesce(-sum(t.amount_yen), 0) - greatest(0, (SELECT max(moved) FROM later)))::bigint AS "availableYen"
    FROM funding_year_total t JOIN ledger_account a ON a.id = t.account_id AND a.category IN ('income', 'expense')
    WHERE t.fund_id = ${fundId}::uuid`
  return { ...fund, availableYen: yenFromColumn(balance?.availableYen ?? 0n) }
}
