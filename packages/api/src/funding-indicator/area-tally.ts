import type { AreaId } from '@sasaeai/domain/ids'
import type { BooksState } from '../ledger/in-one-state.ts'

/** What the cells of a group have in common: funding source, campaign …; null where postings carry none. */
type Dimensions = readonly (string | null)[]

/**
 * Sums of postings by dimensions, area and a part of time. Nothing in them depends on what is changed at a desk: an area
 * is known by its id alone, and in which district it lies is looked up when the sums are folded. Kept in columns, tens of
 * thousands of cells take some twenty bytes each, and are folded in a millisecond.
 */
export interface AreaTally<Of extends Dimensions> {
  /** The place by which a cell names its area; null, for none, is an area like the others. */
  readonly areas: Map<AreaId | null, number>
  readonly groups: Map<string, TallyGroup<Of>>
}

/** Cells of equal dimensions, in columns. Two cells may be of the same area and part. */
export interface TallyGroup<Of extends Dimensions> {
  readonly of: Of
  /** What each cell is of: its area by place, and its part, in one number. */
  readonly keys: number[]
  /** A column for each figure that is summed. */
  readonly figures: readonly number[][]
  /** Where the cell of a key stands; worked out when something is first added to the group. */
  places: Map<number, number> | null
}

/** Parts, which are years or days of a year, stay below this. */
const aboveParts = 10_000

export function areaPlaceOf(key: number): number {
  return Math.floor(key / aboveParts)
}

export function partOf(key: number): number {
  return key % aboveParts
}

/** Where the cells are read from: a query with the columns of the dimensions, `area_id`, `part` and the figures. */
export interface TallySource {
  /** The name under which the statement is prepared. */
  readonly name: string
  readonly cells: string
  readonly values: readonly unknown[]
  readonly dimensions: string
  readonly figures: readonly string[]
}

/** Columns are numbers with commas between them; each figure is a column of its own, under `figure_` and its place. */
type GroupRow<Of extends Dimensions> = Readonly<Record<`figure_${number}`, string>> & {
  readonly of: Of
  readonly keys: string
  /** All areas in the order of their places, in one row only. */
  readonly areas: readonly AreaId[] | null
}

/**
 * Counts a tally. A group comes as one row of columns, and an area as its place in a list: a row for each cell, with the
 * id of its area, takes several times as long on either side. The columns are text, which PostgreSQL writes in two thirds
 * of the time that an array of JSON takes it, and which nobody has to look through for quotes.
 */
export async function readTally<Of extends Dimensions>(books: BooksState, source: TallySource): Promise<AreaTally<Of>> {
  const { name, cells, values, dimensions, figures } = source
  const { rows } = await books.query<GroupRow<Of>>({
    name,
    text: `
      WITH listed AS MATERIALIZED (SELECT id AS area_id, row_number() OVER (ORDER BY id)::int AS place FROM area)
      SELECT ARRAY[${dimensions}] AS of, string_agg((coalesce(place, 0) * ${aboveParts} + part)::text, ',') AS keys,
          ${figures.map((figure, at) => `string_agg(${figure}::text, ',') AS figure_${at},`).join('\n          ')}
          CASE WHEN row_number() OVER () = 1 THEN (SELECT json_agg(area_id ORDER BY place) FROM listed) END AS areas
        FROM (${cells}) cell LEFT JOIN listed USING (area_id)
        GROUP BY ${dimensions}`,
    values: [...values],
  })
  const areas = rows.find((row) => row.areas !== null)?.areas ?? []
  return {
    areas: new Map([null, ...areas].map((areaId, place) => [areaId, place])),
    groups: new Map(rows.map((row) => {
      const { of, keys } = row
      const columns = figures.map((_, at) => numbersOf(row[`figure_${at}`] ?? ''))
      return [keyOf(of), { of, keys: numbersOf(keys), figures: columns, places: null }]
    })),
  }
}

function numbersOf(column: string): number[] {
  return JSON.parse(`[${column}]`)
}

/** A posting, or anything else that is added to one cell; figures in the order of the columns. */
export interface TallyPart<Of extends Dimensions> {
  readonly of: Of
  readonly areaId: AreaId | null
  readonly part: number
  readonly figures: readonly number[]
}

export function addToTally<Of extends Dimensions>({ areas, groups }: AreaTally<Of>, { of, areaId, part, figures }: TallyPart<Of>): void {
  const area = areas.get(areaId) ?? areas.size
  areas.set(areaId, area)
  const group = groups.get(keyOf(of)) ?? { of, keys: [], figures: figures.map(() => []), places: null }
  groups.set(keyOf(of), group)
  group.places ??= new Map(group.keys.map((key, place) => [key, place]))
  const key = area * aboveParts + part
  const place = group.places.get(key) ?? group.keys.length
  group.places.set(key, place)
  group.keys[place] = key
  for (const [at, column] of group.figures.entries()) column[place] = (column[place] ?? 0) + (figures[at] ?? 0)
}

/** Adds up cells of one key, takes out those of which every figure came to nothing, and then groups without cells. */
export function dropEmptyCells({ groups }: AreaTally<Dimensions>): void {
  for (const [name, group] of groups) {
    const kept = { ...group, ...withoutEmpty(summedCells(group)), places: null }
    if (kept.keys.length === 0) groups.delete(name)
    else groups.set(name, kept)
  }
}

type Cells = Pick<TallyGroup<Dimensions>, 'keys' | 'figures'>

/** Ten thousand cells and more: nothing here makes an object for one of them. */
function summedCells({ keys, figures }: Cells): Cells {
  const places = new Map<number, number>()
  const summed = figures.map((): number[] => [])
  for (let cell = 0; cell < keys.length; cell += 1) {
    const key = keys[cell] ?? 0
    const place = places.get(key) ?? places.size
    places.set(key, place)
    for (let at = 0; at < figures.length; at += 1) raiseColumn(summed[at], place, figures[at]?.[cell])
  }
  return { keys: [...places.keys()], figures: summed }
}

function raiseColumn(column: number[] | undefined, place: number, by = 0): void {
  if (column !== undefined) column[place] = (column[place] ?? 0) + by
}

function withoutEmpty({ keys, figures }: Cells): Cells {
  const isKept = keys.map((_, cell) => figures.some((column) => column[cell] !== 0))
  if (isKept.every(Boolean)) return { keys, figures }
  return { keys: keys.filter((_, cell) => isKept[cell]), figures: figures.map((column) => column.filter((_, cell) => isKept[cell])) }
}

/** A tally of its own, to which nothing is added that is added to the other. */
export function copyTally<Of extends Dimensions>({ areas, groups }: AreaTally<Of>): AreaTally<Of> {
  const copied = [...groups].map(([name, { of, keys, figures }]): [string, TallyGroup<Of>] =>
    [name, { of, keys: [...keys], figures: figures.map((column) => [...column]), places: null }])
  return { areas: new Map(areas), groups: new Map(copied) }
}

/** As many rows of three hundred bytes as the tally takes up. */
export function rowsOfTally({ groups }: AreaTally<Dimensions>): number {
  let cells = 0
  for (const group of groups.values()) cells += group.keys.length
  return groups.size + Math.ceil(cells / 10)
}

function keyOf(of: Dimensions): string {
  return of.join(' ')
}
