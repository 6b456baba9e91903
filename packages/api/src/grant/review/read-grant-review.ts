import { type FiscalYear, fiscalYear as fiscalYearOfNumber } from '@sasaeai/domain/calendar/fiscal-year'
import { type GrantReview, type GrantSum, reviewOf } from '@sasaeai/domain/grant/review/grant-review'
import type { GrantReviewInput } from '@sasaeai/domain/grant/review/grant-review-input'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { stands } from '../../ledger/stands-sql.ts'

export interface GrantReviewOfYears {
  /** The oldest first. */
  readonly years: readonly FiscalYear[]
  readonly kinds: GrantReview
  /** 見舞金 by its classes. */
  readonly classes: GrantReview
}

/**
 * 見直し: what was paid in some years, by kinds and 見舞金 by classes. Payments that were undone do not count. Of a past moment what
 * was paid is of then, and so is how many it was for, as the reports said.
 */
export async function readGrantReview(
  { db }: Pick<Deps, 'db'>,
  { fiscalYear, years: count, drive }: Omit<GrantReviewInput, 'postedUntil'>,
  at: ReportMoment = ofNow,
): Promise<GrantReviewOfYears> {
  const years = Array.from({ length: count }, (_, place) => fiscalYearOfNumber(fiscalYear - count + 1 + place))
  const [kinds, classes] = await Promise.all([
    readAt(db, at, (books, since) => books.query<GrantSum>(kindsSql(since), [years, drive])),
    readAt(db, at, (books, since) => books.query<GrantSum>(classesSql(since), [years, drive])),
  ])
  return { years, kinds: reviewOf(kinds.rows, years), classes: reviewOf(classes.rows, years) }
}

const reviewed = (since: readonly YearSince[]) => `
  call AS (
    SELECT c.id, c.fiscal_year, c.grant_kind_id FROM grant_call c LEFT JOIN campaign g ON g.id = c.campaign_id
    WHERE c.fiscal_year = ANY($1::int[]) AND ($2::text IS NULL OR g.drive::text = $2)),
  relief AS (
    SELECT r.call_id, r.relief_class_id, r.recipients, r.amount_yen FROM relief_payment r
    WHERE ${stands('r.entry_id', since)})`

const kindsSql = (since: readonly YearSince[]) => `
  WITH ${reviewed(since)},
  paid AS (
    SELECT a.call_id, a.id, sum(p.amount_yen) AS amount_yen, max(t.beneficiaries) AS people
    FROM grant_payment p JOIN grant_application a ON a.id = p.application_id LEFT JOIN grant_report t ON t.application_id = a.id
    WHERE ${stands('p.entry_id', since)} GROUP BY a.call_id, a.id),
  given AS (
    SELECT call_id, amount_yen, people FROM paid UNION ALL SELECT call_id, amount_yen, recipients FROM relief)
  SELECT k.id AS key, k.name, c.fiscal_year AS "fiscalYear", count(*)::int AS count, sum(g.amount_yen)::bigint AS "paidYen",
    coalesce(sum(g.people), 0)::int AS people
  FROM given g JOIN call c ON c.id = g.call_id JOIN grant_kind k ON k.id = c.grant_kind_id
  GROUP BY k.id, k.code, k.name, c.fiscal_year ORDER BY k.code, c.fiscal_year`

const classesSql = (since: readonly YearSince[]) => `
  WITH ${reviewed(since)}
  SELECT k.id AS key, k.name, c.fiscal_year AS "fiscalYear", count(*)::int AS count, sum(r.amount_yen)::bigint AS "paidYen",
    sum(r.recipients)::int AS people
  FROM relief r JOIN call c ON c.id = r.call_id JOIN relief_class k ON k.id = r.relief_class_id
  GROUP BY k.id, k.code, k.name, c.fiscal_year ORDER BY k.code, c.fiscal_year`
