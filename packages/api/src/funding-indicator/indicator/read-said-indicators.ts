import type { Db } from '@sasaeai/db/database'
import { groundAt } from '@sasaeai/db/ground-at'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'

/** Every indicator in the order in which they are printed, named as it was then, with what had been said of it by the moment, or by now. */
export async function readSaidIndicators(db: Db, at: ReportMoment): Promise<SaidIndicator[]> {
  const { rows } = await groundAt(db, groundMomentOf(at)).pool.query<SaidIndicator>({ name: 'said-indicators', text: saidSql, values: [at.moment] })
  return rows
}

/** The newest row of each year; of two of one moment the one that was written later, whose id is larger. */
const newestOf = (table: string, columns: string) => `
  SELECT indicator_id, json_agg(json_build_object('id', id, 'fiscalYear', fiscal_year, ${columns}) ORDER BY fiscal_year) AS rows FROM (
    SELECT DISTINCT ON (indicator_id, fiscal_year) * FROM ${table} WHERE $1::timestamptz IS NULL OR recorded_at <= $1
      ORDER BY indicator_id, fiscal_year, recorded_at DESC, id DESC) newest
  GROUP BY indicator_id`

const saidSql = `
  WITH said_version AS (
    SELECT indicator_id, json_agg(json_build_object('version', version, 'definition', definition, 'formula', formula, 'computation', computation,
        'parameters', parameters, 'fromFiscalYear', from_fiscal_year, 'reason', reason) ORDER BY version) AS rows
      FROM indicator_version WHERE $1::timestamptz IS NULL OR recorded_at <= $1 GROUP BY indicator_id),
  said_target AS (${newestOf('indicator_target', `'value', value, 'note', note`)}),
  said_actual AS (${newestOf('indicator_actual', `'value', value, 'asOfLabel', as_of_label, 'source', source, 'note', note`)}),
  said_review AS (${newestOf('indicator_review', `'grade', grade, 'assessment', assessment, 'nextIssue', next_issue`)})
  SELECT i.id AS "indicatorId", i.code, i.name, i.category, i.unit, i.kind, i.direction, i.decimals, i.owner, i.display_order AS "displayOrder",
      i.closed_on AS "closedOn", i.revision, coalesce(v.rows, '[]') AS versions, coalesce(t.rows, '[]') AS targets,
      coalesce(a.rows, '[]') AS actuals, coalesce(r.rows, '[]') AS reviews
    FROM funding_indicator i LEFT JOIN said_version v ON v.indicator_id = i.id LEFT JOIN said_target t ON t.indicator_id = i.id
      LEFT JOIN said_actual a ON a.indicator_id = i.id LEFT JOIN said_review r ON r.indicator_id = i.id
    ORDER BY i.display_order, i.code`
