import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type GiverYears, type Retention, retentionOf } from '@sasaeai/domain/funding-indicator/executive/retention'
import type { Deps } from '../../deps.ts'
import { inOneState } from '../../ledger/in-one-state.ts'
import { type YearSince, yearsSince } from '../../ledger/posted-since.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { keptGiftAnswer } from '../kept-gift-answer.ts'
import { giverYearsReadAnew } from './giver-years-sql.ts'

interface RetentionQuestion {
  readonly fiscalYear: FiscalYear
  readonly at: Pick<ReportMoment, 'position'>
}

/**
 * 寄附の継続 of a fiscal year: how many identified givers gave in it, again, anew or no more. A gift that is undone does not
 * count, goods do; supporters who were merged are one giver, also in years before the merge.
 */
export async function readRetention(deps: Pick<Deps, 'db'>, { fiscalYear, at }: RetentionQuestion): Promise<Retention> {
  return retentionOf(await readGiverYears(deps, at), fiscalYear)
}

/** How many givers have which years: what is kept, less those who are read anew, and these as they are read. */
export async function readGiverYears({ db }: Pick<Deps, 'db'>, { position }: Pick<ReportMoment, 'position'>): Promise<GiverYears[]> {
  return keptGiftAnswer(db, { question: ['giver years'], fiscalYear: null, at: { position } }, () =>
    inOneState(db, async (books) => {
      const since = position === null ? [] : await yearsSince(books, {}, position)
      const { rows } = await books.query<{ years: string; givers: number }>(giverYearsSql(since))
      // As text: to take apart so many arrays costs more than all the rest.
      return rows.map(({ years, givers }) => ({ years: years.split(',').map(Number), givers }))
    }),
  )
}

const giverYearsSql = (since: readonly YearSince[]) => `
  WITH ${giverYearsReadAnew(since)}
  SELECT array_to_string(years, ',') AS years, sum(givers)::int AS givers FROM (
    SELECT years, givers FROM giver_years_total
    UNION ALL SELECT years, givers FROM giver_years_change
    UNION ALL SELECT k.years, -1 FROM special x CROSS JOIN LATERAL (SELECT years FROM kept_giver g WHERE g.payer_id = x.id AND g.years <> '{}' OFFSET 0) k
    UNION ALL SELECT array_agg(fiscal_year ORDER BY fiscal_year), 1 FROM ours GROUP BY payer_id) giver
  GROUP BY years HAVING sum(givers) <> 0`
