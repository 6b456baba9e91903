import { sumYen, type Yen } from '../../money/yen.ts'

/** What several channels cost together; null where none has a cost. */
export function totalCostYen(channels: readonly { readonly costYen: Yen | null }[]): Yen | null {
  const costs = channels.flatMap(({ costYen }) => (costYen === null ? [] : [costYen]))
  return costs.length === 0 ? null : sumYen(costs)
}
