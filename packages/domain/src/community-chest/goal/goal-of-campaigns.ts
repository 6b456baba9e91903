import { sumYen, type Yen } from '../../money/yen.ts'

/**
 * 目標額 of a campaign: as it was fixed, else what its goals by area and method come to (`totalYen`). Null where there is
 * neither.
 */
export function goalOfCampaign({ goalYen }: { readonly goalYen: Yen | null }, totalYen: Yen | undefined): Yen | null {
  return goalYen ?? totalYen ?? null
}

/**
 * 目標額 of some campaigns together. Null unless every one of them has a goal: money of a drive without one would count
 * towards the goals of the others.
 */
export function goalOfCampaigns(goals: readonly (Yen | null)[]): Yen | null {
  const known = goals.filter((goal) => goal !== null)
  return known.length === 0 || known.length < goals.length ? null : sumYen(known)
}
