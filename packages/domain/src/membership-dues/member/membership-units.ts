import type { LocalDate } from '../../calendar/local-date.ts'

/** 口数 from a day on. */
export interface UnitsFrom {
  readonly effectiveOn: LocalDate
  readonly units: number
}

/** The 口 of a membership on a day: the newest number that is not after it; null before the first. */
export function unitsOn(history: readonly UnitsFrom[], day: LocalDate): number | null {
  const effective = history.filter(({ effectiveOn }) => effectiveOn <= day)
  return newest(effective)?.units ?? null
}

/**
 * The same history for a membership that began on another day: what was in force on that day, or else the first
 * number there is, counts from it on.
 */
export function unitsFromJoining(history: readonly UnitsFrom[], joinedOn: LocalDate): UnitsFrom[] {
  const sorted = history.toSorted((left, right) => (left.effectiveOn < right.effectiveOn ? -1 : 1))
  const [first, ...later] = sorted
  if (first === undefined) return []
  if (first.effectiveOn >= joinedOn) return [{ effectiveOn: joinedOn, units: first.units }, ...later]
  return [
    { effectiveOn: joinedOn, units: unitsOn(sorted, joinedOn) ?? first.units },
    ...later.filter(({ effectiveOn }) => effectiveOn > joinedOn),
  ]
}

function newest(history: readonly UnitsFrom[]): UnitsFrom | undefined {
  return history.reduce<UnitsFrom | undefined>(
    (best, each) => (best === undefined || each.effectiveOn > best.effectiveOn ? each : best),
    undefined,
  )
}
