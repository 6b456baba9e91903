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
  const placed = rows.map((row) => [
    years.of(row.fiscalYear),
    districts.of(row.districtId),
    sources.of(row.sourceId),
    methods.of(row.methodId),
    duesKinds.of(row.duesKindId),
    holdings.of(row.holding),
    row.amountYen,
    row.count,
    0,
  ])
  const cells = foldEqual(placed, { years: years.listed(), sizes: [districts, sources, methods, duesKinds, holdings].map(({ size }) => size() + 1) })
  return {
    cells,
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

/** The axes of the cells: the years by their places, and how many places each of the others has. */
interface Axes {
  readonly years: readonly FiscalYear[]
  readonly sizes: readonly number[]
}

/** The columns of a cell behind its places. */
const [yenColumn, countColumn, lastYearColumn] = [6, 7, 8]

/**
 * Adds up cells of equal places and looks last year up. A cell is known by one number, its places read as digits with
 * the year in front, so that the same cell a year earlier is a fixed distance away: thousands of cells are found without
 * making a text of each.
 */
function foldEqual(placed: readonly number[][], { years, sizes }: Axes): number[][] {
  const aYear = sizes.reduce((product, size) => product * size, 1)
  const cells = new Map<number, number[]>()
  for (const cell of placed) {
    let key = years[at(cell, 0)] ?? 0
    for (const [axis, size] of sizes.entries()) key = key * size + at(cell, axis + 1) + 1
    const known = cells.get(key)
    if (known === undefined) {
      cells.set(key, cell)
      continue
    }
    known[yenColumn] = at(known, yenColumn) + at(cell, yenColumn)
    known[countColumn] = at(known, countColumn) + at(cell, countColumn)
  }
  for (const [key, cell] of cells) {
    const lastYear = cells.get(key - aYear)
    if (lastYear !== undefined) cell[lastYearColumn] = at(lastYear, yenColumn)
  }
  return [...cells.values()]
}

function at(cell: readonly number[], column: number): number {
  return cell[column] ?? 0
}

/** Gives things places in the order of their first appearance. */
function places<Thing>(): { of(thing: Thing | null): number; size(): number; listed(): Thing[] } {
  const known = new Map<Thing, number>()
  return {
    of(thing) {
      if (thing === null) return -1
      const place = known.get(thing) ?? known.size
      known.set(thing, place)
      return place
    },
    size: () => known.size,
    listed: () => [...known.keys()],
  }
}
