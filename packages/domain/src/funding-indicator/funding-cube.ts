import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { AreaId, CollectionMethodId, DuesKindId, FundingSourceId } from '../ids.ts'
import type { Yen } from '../money/yen.ts'
import type { MoneyHolding } from '../ledger/money-holding.ts'

/** What one cell of the cube is of. Null where a posting carries none of it. */
export interface CubeKey {
  readonly fiscalYear: FiscalYear
  readonly districtId: AreaId | null
  readonly sourceId: FundingSourceId
  readonly methodId: CollectionMethodId | null
  readonly duesKindId: DuesKindId | null
  readonly holding: MoneyHolding
}

export interface CubeCell extends CubeKey {
  readonly amountYen: Yen
  readonly count: number
}

export interface CubeTarget {
  readonly fiscalYear: FiscalYear
  readonly sourceId: FundingSourceId
  /** Null where the target is the whole council's. */
  readonly districtId: AreaId | null
  readonly targetYen: Yen
}

/**
 * The cube as it travels: what the columns of a cell stand for is listed once, and a cell names it by its place, so
 * that ten years are some hundred kilobytes. −1 stands for none.
 */
export interface FundingCube {
  readonly fiscalYears: readonly FiscalYear[]
  readonly districts: readonly AreaId[]
  readonly sources: readonly FundingSourceId[]
  readonly methods: readonly CollectionMethodId[]
  readonly duesKinds: readonly DuesKindId[]
  readonly holdings: readonly MoneyHolding[]
  /** [year, district, source, method, dues kind, holding, yen, 件数, yen of last year] */
  readonly cells: readonly (readonly number[])[]
  /** [year, district, source, target yen] */
  readonly targets: readonly (readonly number[])[]
}

/** Folds cells and targets into the cube, each cell with what the same cell held a year earlier (0 where nothing). */
export function fundingCube(rows: readonly CubeCell[], targets: readonly CubeTarget[]): FundingCube {
  const years = places<FiscalYear>()
  const districts = places<AreaId>()
  const sources = places<FundingSourceId>()
  const methods = places<CollectionMethodId>()
  const duesKinds = places<DuesKindId>()
  const holdings = places<MoneyHolding>()
  const sums = new Map<string, [place: number[], yen: number, count: number]>()
  for (const row of rows) {
    const place = [
      districts.of(row.districtId),
      sources.of(row.sourceId),
      methods.of(row.methodId),
      duesKinds.of(row.duesKindId),
      holdings.of(row.holding),
    ]
    const key = [row.fiscalYear, ...place].join()
    const sum = sums.get(key) ?? [[years.of(row.fiscalYear), ...place], 0, 0]
    sum[1] += row.amountYen
    sum[2] += row.count
    sums.set(key, sum)
  }
  const yearsListed = years.listed()
  return {
    cells: [...sums.values()].map(([place, yen, count]) => {
      const [year = 0, ...rest] = place
      return [...place, yen, count, sums.get([(yearsListed[year] ?? 0) - 1, ...rest].join())?.[1] ?? 0]
    }),
    targets: targets.map(({ fiscalYear, districtId, sourceId, targetYen }) => [
      years.of(fiscalYear),
      districts.of(districtId),
      sources.of(sourceId),
      targetYen,
    ]),
    fiscalYears: years.listed(),
    districts: districts.listed(),
    sources: sources.listed(),
    methods: methods.listed(),
    duesKinds: duesKinds.listed(),
    holdings: holdings.listed(),
  }
}

/** Gives things places in the order of their first appearance. */
function places<Thing>(): { of(thing: Thing | null): number; listed(): Thing[] } {
  const known = new Map<Thing, number>()
  return {
    of(thing) {
      if (thing === null) return -1
      const place = known.get(thing) ?? known.size
      known.set(thing, place)
      return place
    },
    listed: () => [...known.keys()],
  }
}
