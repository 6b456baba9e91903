import type pg from 'pg'
import { type ApiClient, openApiClient } from './api-client.ts'
import type { Figure } from './figure.ts'
import type { ListPlace } from './measure-list.ts'
import { pastMoments } from './past-moments.ts'
import { readPostLoad } from './post-load.ts'
import { median, mediansOfRounds } from './rounds.ts'
import { withClient } from './scratch-database.ts'
import { ask, asksPerRound, comparison, timed, unchanged } from './timed-asking.ts'

const laterEntries = 3_000

/** The whole cube and the dashboard: anew, after one more post, and when nothing has changed; the dashboard of a past moment, too. */
export async function measureCube({ databaseUrl, product, rounds }: ListPlace): Promise<Figure[]> {
  const api = await openApiClient(product.url)
  const load = await readPostLoad(databaseUrl)
  try {
    return await withClient(databaseUrl, async (client) => {
      // Who writes for one report gives it the memory that it wants.
      await client.query(`SET work_mem = '128MB'`)
      const cube = { procedure: 'fundingIndicator.cube', input: undefined }
      const dashboard = { procedure: 'fundingIndicator.dashboard', input: { fiscalYear: load.fiscalYear } }
      const moments = await pastMoments(client, { count: rounds * asksPerRound, laterEntries })
      const firstTime = await yearsForTheFirstTime(api, load.fiscalYear)
      const measured = await mediansOfRounds(rounds, {
        bareCube: timed(() => client.query(bareCube)),
        cubeAnew: timed(() => ask(api, cube), () => moveAnArea(client)),
        cubeAfterPost: timed(() => ask(api, cube), () => api.post(load)),
        cubeUnchanged: unchanged(api, cube),
        bareDashboard: timed(() => client.query(bareDashboard, [load.fiscalYear, load.entryDate])),
        dashboardAnew: timed(() => ask(api, dashboard), () => moveAnArea(client)),
        dashboardAfterPost: timed(() => ask(api, dashboard), () => api.post(load)),
        dashboardUnchanged: unchanged(api, dashboard),
        dashboardPast: timed(() => ask(api, { ...dashboard, input: { ...dashboard.input, postedUntil: moments.next().moment } })),
      })
      const { bareCube: cubeLimit, bareDashboard: dashboardLimit } = measured
      return [
        comparison('cube anew, an area moved', { ours: measured.cubeAnew, limit: cubeLimit, aim: 80 }),
        comparison('cube after a post', { ours: measured.cubeAfterPost, limit: cubeLimit, aim: 80 }),
        comparison('cube unchanged (304)', { ours: measured.cubeUnchanged, limit: cubeLimit, aim: 5 }),
        comparison('dashboard, both years for the first time', { ours: firstTime, limit: dashboardLimit, aim: 20 }),
        comparison('dashboard anew, an area moved', { ours: measured.dashboardAnew, limit: dashboardLimit, aim: 20 }),
        comparison('dashboard after a post', { ours: measured.dashboardAfterPost, limit: dashboardLimit, aim: 20 }),
        comparison('dashboard unchanged (304)', { ours: measured.dashboardUnchanged, limit: dashboardLimit, aim: 20 }),
        comparison(`dashboard as of a moment not asked for before, ${moments.laterPostings.toLocaleString('en')} postings since`, {
          ours: measured.dashboardPast, limit: dashboardLimit, aim: 80,
        }),
      ]
    })
  } finally {
    api.close()
  }
}

/** A clerk moves an area to another district: of what is kept by district nothing may be used any more. */
async function moveAnArea(client: pg.Client): Promise<void> {
  await client.query(`
    WITH district AS (SELECT id, area_type_id FROM area WHERE parent_id = (SELECT id FROM area WHERE parent_id IS NULL)),
      moved AS (SELECT a.id, d.id AS district_id, d.area_type_id FROM area a JOIN district d ON d.id = a.parent_id ORDER BY random() LIMIT 1)
    UPDATE area a SET parent_id = (SELECT d.id FROM district d
        WHERE d.area_type_id = moved.area_type_id AND d.id <> moved.district_id ORDER BY random() LIMIT 1)
      FROM moved WHERE a.id = moved.id`)
}

/** Nothing of these years is kept. They are asked in pairs, because a year is shown with the one before. */
async function yearsForTheFirstTime(api: ApiClient, fiscalYear: number): Promise<number> {
  const question = (year: number) => ({ procedure: 'fundingIndicator.dashboard', input: { fiscalYear: year } })
  // The program itself should have run before.
  for (let asked = 0; asked < asksPerRound; asked += 1) await ask(api, question(fiscalYear))
  const taken: number[] = []
  for (const back of [2, 4, 6, 8]) {
    const startedAt = performance.now()
    await ask(api, question(fiscalYear - back))
    taken.push(performance.now() - startedAt)
  }
  return median(taken)
}

/** Every area with the area right below the root that it lies in. */
const districts = `RECURSIVE district (area_id, district_id) AS (
    SELECT id, id FROM area WHERE parent_id = (SELECT id FROM area WHERE parent_id IS NULL)
    UNION ALL SELECT a.id, d.district_id FROM area a JOIN district d ON a.parent_id = d.area_id)`

/** Raw postings are summed by area before districts are looked up, and last year is the row before: one pass, no self-join. */
const bareCube = `
  WITH ${districts},
  cell AS (
    SELECT fiscal_year, d.district_id, funding_source_id, collection_method_id, dues_kind_id, -sum(yen) AS yen, sum(count) AS count
      FROM (
        SELECT fiscal_year, area_id, funding_source_id, collection_method_id, dues_kind_id, sum(amount_yen) AS yen, sum(count) AS count
          FROM posting WHERE funding_source_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5) by_area
      LEFT JOIN district d USING (area_id) GROUP BY 1, 2, 3, 4, 5)
  SELECT cell.*, CASE WHEN lag(fiscal_year) OVER earlier = fiscal_year - 1 THEN lag(yen) OVER earlier END AS last_year_yen,
      (SELECT target_yen FROM funding_target t WHERE t.fiscal_year = cell.fiscal_year
        AND t.funding_source_id = cell.funding_source_id AND t.area_id = cell.district_id) AS target_yen
    FROM cell
    WINDOW earlier AS (PARTITION BY district_id, funding_source_id, collection_method_id, dues_kind_id ORDER BY fiscal_year)`

/** This year to a day against last year to the same day, by source, month and district. */
const bareDashboard = `
  WITH ${districts},
  day AS MATERIALIZED (
    SELECT fiscal_year, entry_date, area_id, funding_source_id, campaign_id, -sum(amount_yen) AS yen
      FROM posting WHERE fiscal_year IN ($1::int, $1::int - 1) AND entry_date >= make_date($1::int - 1, 4, 1)
        AND (funding_source_id IS NOT NULL OR campaign_id IS NOT NULL) GROUP BY 1, 2, 3, 4, 5),
  until AS (SELECT *, entry_date <= CASE fiscal_year WHEN $1::int THEN $2::date ELSE ($2::date - interval '1 year')::date END AS is_until FROM day)
  SELECT fiscal_year, funding_source_id, campaign_id, extract(month FROM entry_date) AS month, is_until, NULL::uuid AS district_id, sum(yen)
    FROM until GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT fiscal_year, funding_source_id, campaign_id, NULL, true, d.district_id, sum(yen)
    FROM until LEFT JOIN district d USING (area_id) WHERE is_until GROUP BY 1, 2, 3, d.district_id`
