import { hasAreasBelow } from './find-area.ts'
import type { IntakeContext } from './intake-context.ts'
import { type LineColumn, lineColumns } from './intake-draft.ts'
import { drivesOf } from '../ledger/funding-category.ts'
import { duesTermsOfYear } from '../membership-dues/terms/dues-terms-of-year.ts'
import type { HeaderReading } from './read-intake-header.ts'
import type { LineReading } from './read-intake-line.ts'

/** Columns at which Enter stops on a line even where they may stay empty: the clerk's own choice. */
export type ExtraStops = ReadonlySet<LineColumn>

/**
 * The columns at which Enter stops on a line: those that this kind of money needs. 募金 and the dues of households come
 * by households, gifts and the dues of members by name; the area is asked for only where the bundle's own area does not
 * say enough.
 */
export function stopsOfLine(
  reading: Pick<LineReading, 'kind'>,
  { header, context, extra }: { header: HeaderReading; context: IntakeContext; extra: ExtraStops },
): LineColumn[] {
  const category = reading.kind?.category
  const isDues = category === 'membership_dues'
  const comesInBundles = category === undefined || isDues || drivesOf(category).length > 0
  const comesByHouseholds = comesInBundles && !isPaidByName(reading.kind, context)
  const needsArea = header.areaId === null || hasAreasBelow(context.areas, header.areaId)
  const needed = new Set<LineColumn>(['kind', 'amount', ...extra])
  if (comesByHouseholds) needed.add('householdsPaid')
  if (comesInBundles && needsArea) needed.add('area')
  if (!comesByHouseholds) needed.add('supporter')
  return lineColumns.filter((column) => needed.has(column))
}

/** Dues that persons or bodies pay, not households. */
function isPaidByName(kind: LineReading['kind'], { ground }: IntakeContext): boolean {
  if (kind?.duesKindId === undefined || kind.duesYear === undefined) return false
  const terms = duesTermsOfYear(ground, kind.duesKindId, kind.duesYear)
  return terms !== null && terms.payer !== 'household'
}

/** Where Enter leads from a column: to the next stop of the line, or null to the first one of the line below. */
export function nextStop(stops: readonly LineColumn[], from: LineColumn): LineColumn | null {
  const place = lineColumns.indexOf(from)
  return stops.find((column) => lineColumns.indexOf(column) > place) ?? null
}
