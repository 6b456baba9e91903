import type { GroundDb } from '@sasaeai/db/ground-at'
import { householdsByArea } from '@sasaeai/domain/area/households-of-area'
import { type HouseholdCount, householdsByBasis } from '@sasaeai/domain/area/households-of-year'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { IndicatorFacts } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { keptAnswer } from '../../ledger/kept-answers.ts'

type Households = IndicatorFacts['households']

export const noHouseholds: Households = { resident_register: null, association_membership: null }

/** The households of the whole council in every year, by basis, from memory while no area or number of households has changed. */
export function readHouseholdFacts(db: GroundDb, ground: GroundData): Promise<ReadonlyMap<FiscalYear, Households>> {
  return keptAnswer(db, { question: ['households of years'], version: ground.version }, async () => {
    const { rows } = await db.pool.query<HouseholdCount & { fiscalYear: FiscalYear }>(
      `SELECT area_id AS "areaId", fiscal_year AS "fiscalYear", basis, households, as_of AS "asOf" FROM area_household`,
    )
    return new Map([...Map.groupBy(rows, ({ fiscalYear }) => fiscalYear)].map(([year, counts]) => [year, householdsIn(ground, counts)]))
  })
}

function householdsIn({ areas }: GroundData, counts: readonly HouseholdCount[]): Households {
  const [rootId] = [...areas].find(([, { parentId }]) => parentId === null) ?? []
  const found = householdsByBasis(counts).map(({ basis, asOf, counts: recorded }) => {
    const households = rootId === undefined ? undefined : householdsByArea(areas, recorded).get(rootId)
    return [basis, households === undefined ? null : { households, asOf }] as const
  })
  return { ...noHouseholds, ...Object.fromEntries(found) }
}
