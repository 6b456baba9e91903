import type pg from 'pg'
import type { Figure } from './figure.ts'
import { bareIndicators } from './measure-indicators.ts'
import type { ListPlace } from './measure-list.ts'
import { measureReport } from './measure-report.ts'
import { readPostLoad } from './post-load.ts'
import { withClient } from './scratch-database.ts'

const planYears = 5

/** 計画の進捗 of five years, every indicator in it. */
export async function measurePlans(place: ListPlace): Promise<Figure[]> {
  const { fiscalYear } = await readPostLoad(place.databaseUrl)
  const planId = await withClient(place.databaseUrl, (client) => layPlan(client, fiscalYear))
  return measureReport(place, {
    name: `progress of a plan of ${planYears} years`,
    questionOf: (_load, postedUntil) => ({ procedure: 'plan.read', input: { planId, postedUntil } }),
    bare: (client, load) => bareIndicators(client, load, planYears),
  })
}

/** A plan that ends with the year, with all indicators; the one of a run before is taken as it is. */
async function layPlan(client: pg.Client, fiscalYear: number): Promise<string> {
  const code = 'bench'
  await client.query(
    `WITH laid AS (INSERT INTO plan (id, code, name, kind, first_year, last_year) VALUES (gen_random_uuid(), $1, '計測の計画', 'management', $2::int - ${planYears - 1}, $2::int)
        ON CONFLICT (code) DO NOTHING RETURNING id)
      INSERT INTO plan_indicator (plan_id, indicator_id, pillar, display_order) SELECT laid.id, i.id, '財源', i.display_order FROM laid, funding_indicator i`,
    [code, fiscalYear],
  )
  const { rows: [plan] } = await client.query<{ id: string }>('SELECT id FROM plan WHERE code = $1', [code])
  if (plan === undefined) throw new Error('no plan was laid')
  return plan.id
}
