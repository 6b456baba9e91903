import { sumYen, type Yen } from '../money/yen.ts'

/** What came in and what was to come in; null where no target was set, which is not the same as a target of 0. */
export interface TargetedFigure {
  readonly thisYen: Yen
  readonly targetYen: Yen | null
}

/**
 * Numerator and denominator of 目標達成率 over several figures: only those that have a target count, on both sides, so
 * that money nobody planned for cannot make a plan look fulfilled. Null where none has a target.
 */
export function attainmentOf(figures: readonly TargetedFigure[]): { actualYen: Yen; targetYen: Yen } | null {
  const targeted = figures.flatMap(({ thisYen, targetYen }) => (targetYen === null ? [] : [{ thisYen, targetYen }]))
  if (targeted.length === 0) return null
  return {
    actualYen: sumYen(targeted.map(({ thisYen }) => thisYen)),
    targetYen: sumYen(targeted.map(({ targetYen }) => targetYen)),
  }
}
