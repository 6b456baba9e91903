import type { YearSince } from '../../ledger/posted-since.ts'
import { standingAt } from '../../ledger/standing-at.ts'

/** What came of 協賛・収益 and stands, but for what was posted `since` a position, as the CTE `live`. */
export function liveReceipts(since: readonly YearSince[]): string {
  const { prelude, stands } = standingAt(since)
  return `${prelude} live AS (SELECT x.* FROM revenue_receipt x WHERE ${stands('x.entry_id', '(NOT x.is_live)')})`
}
