import { jsonInstant } from '@sasaeai/db/json-instant'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { Computed } from '@sasaeai/domain/funding-indicator/indicator/figure-part'
import type { PreviewVersionInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import { figureOf } from '@sasaeai/domain/funding-indicator/indicator/indicator-value'
import { versionOfYear } from '@sasaeai/domain/funding-indicator/indicator/indicator-version'
import { computedOf, type IndicatorYear, indicatorYears } from '@sasaeai/domain/funding-indicator/indicator/indicator-years'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import type { SayingKind } from '@sasaeai/domain/funding-indicator/indicator/saying-kind'
import type { FundingIndicatorId } from '@sasaeai/domain/funding-indicator/plan-ids'
import type { Deps } from '../../deps.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readIndicatorFacts } from './read-indicator-facts.ts'
import { readSaidIndicators } from './read-said-indicators.ts'

interface IndicatorQuestion {
  readonly indicatorId: FundingIndicatorId
  /** The last of the ten years that are shown. */
  readonly fiscalYear: FiscalYear
  readonly at: ReportMoment
}

/** One thing that somebody said of an indicator. */
export interface IndicatorSaying {
  readonly id: string
  readonly kind: SayingKind
  /** Of a version the first year that it speaks of; null for all. */
  readonly fiscalYear: FiscalYear | null
  /** Null for what was taken back, and for what is no number. */
  readonly value: number | null
  readonly text: string
  readonly recordedAt: string
  /** Null for what a new council was given. */
  readonly recordedBy: string | null
}

export interface IndicatorPage extends SaidIndicator {
  readonly years: readonly (IndicatorYear & { readonly computed: Computed | null })[]
  /** The newest first. */
  readonly history: readonly IndicatorSaying[]
}

const yearsShown = 10

/** An indicator with its definitions, ten years of it with the numbers put in, and all that was said of it; null where there is none. */
export async function readIndicator(deps: Deps, { indicatorId, fiscalYear: last, at }: IndicatorQuestion): Promise<IndicatorPage | null> {
  const years = yearsUntil(last)
  const [indicators, facts, history] = await Promise.all([
    readSaidIndicators(deps.db, at), readIndicatorFacts(deps, { years, at }), readHistory(deps, { indicatorId, at }),
  ])
  const indicator = indicators.find((each) => each.indicatorId === indicatorId)
  if (indicator === undefined) return null
  const shown = indicatorYears(indicator, years, facts).map((year) => ({
    ...year, computed: computedOf(versionOfYear(indicator.versions, year.fiscalYear), facts.get(year.fiscalYear)),
  }))
  return { ...indicator, years: shown, history }
}

/** What a new version would change of one year. */
export interface PreviewedYear {
  readonly fiscalYear: FiscalYear
  readonly before: number | null
  readonly after: number | null
  /** Whether the year would be measured by the new version. */
  readonly isNew: boolean
}

/** 新しい版の試算: the years of the page and of the new version, by what is and by what would be. Null where there is no such indicator. */
export async function previewVersion(deps: Deps, { indicatorId, content, fromFiscalYear, until }: PreviewVersionInput): Promise<PreviewedYear[] | null> {
  const years = yearsUntil(until)
  const [indicators, facts] = await Promise.all([readSaidIndicators(deps.db, ofNow), readIndicatorFacts(deps, { years, at: ofNow })])
  const indicator = indicators.find((each) => each.indicatorId === indicatorId)
  if (indicator === undefined) return null
  return indicatorYears(indicator, years, facts).map(({ fiscalYear: year, value }) => {
    const isNew = year >= fromFiscalYear
    const computed = computedOf(content, facts.get(year))
    const after = isNew && content.computation !== null ? (computed === null ? null : figureOf(computed, indicator.decimals).value) : value
    return { fiscalYear: year, before: value, after, isNew }
  })
}

function yearsUntil(last: FiscalYear): FiscalYear[] {
  return Array.from({ length: yearsShown }, (_, place) => fiscalYear(last - yearsShown + 1 + place))
}

async function readHistory({ db }: Deps, { indicatorId, at }: Pick<IndicatorQuestion, 'indicatorId' | 'at'>): Promise<IndicatorSaying[]> {
  const { rows } = await db.pool.query<IndicatorSaying>(
    `SELECT s.id, s.kind, s.year AS "fiscalYear", s.value::float8 AS value, s.text, ${jsonInstant('s.recorded_at')} AS "recordedAt", u.name AS "recordedBy"
      FROM (
        SELECT id, 'version' AS kind, from_fiscal_year AS year, NULL::numeric AS value, concat_ws('　', '第' || version || '版', definition, nullif(reason, '')) AS text,
          recorded_at, recorded_by_id FROM indicator_version WHERE indicator_id = $1
        UNION ALL SELECT id, 'target', fiscal_year, value, note, recorded_at, recorded_by_id FROM indicator_target WHERE indicator_id = $1
        UNION ALL SELECT id, 'actual', fiscal_year, value, concat_ws('　', nullif(as_of_label, ''), nullif(source, ''), nullif(note, '')), recorded_at, recorded_by_id
          FROM indicator_actual WHERE indicator_id = $1
        UNION ALL SELECT id, 'review', fiscal_year, NULL, concat_ws('　', nullif(assessment, ''), nullif(next_issue, '')), recorded_at, recorded_by_id
          FROM indicator_review WHERE indicator_id = $1) s
      LEFT JOIN user_account u ON u.id = s.recorded_by_id
      WHERE $2::timestamptz IS NULL OR s.recorded_at <= $2 ORDER BY s.recorded_at DESC, s.id DESC LIMIT 300`,
    [indicatorId, at.moment],
  )
  return rows
}
