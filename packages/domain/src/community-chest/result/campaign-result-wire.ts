import type { HouseholdBasis } from '../../area/household-basis.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import type { AreaFact, CampaignResult, ResultArea, ResultYear } from './campaign-result.ts'

/**
 * A result as it travels: an area is named by its place in the list, −1 for none, so that a thousand areas and five
 * years are some tens of kilobytes.
 */
export interface CampaignResultWire extends Omit<CampaignResult, 'areas' | 'years' | 'households'> {
  readonly areas: readonly (readonly [id: AreaId, parent: number, level: number, isClosed: 0 | 1, code: string, name: string])[]
  readonly years: readonly (Omit<ResultYear, 'areas'> & {
    /** [area, goal, collected, 戸別 yen, 戸別 households], all yen whole */
    readonly areas: readonly (readonly number[])[]
  })[]
  readonly households: {
    readonly basis: HouseholdBasis
    readonly asOf: LocalDate
    readonly counts: readonly (readonly [area: number, households: number])[]
  } | null
}

/** Packs for the wire. */
export function wireOfResult({ areas, years, households, ...rest }: CampaignResult): CampaignResultWire {
  const packed = packedAreas.get(areas) ?? packAreas(areas)
  packedAreas.set(areas, packed)
  const placeOf = (areaId: AreaId | null) => (areaId === null ? -1 : (packed.places.get(areaId) ?? -1))
  return {
    ...rest,
    areas: packed.areas,
    years: years.map(({ areas: facts, ...year }) => ({
      ...year,
      areas: facts.map((fact) => [placeOf(fact.areaId), fact.goalYen, fact.collectedYen, fact.householdYen, fact.households]),
    })),
    households:
      households === null
        ? null
        : { basis: households.basis, asOf: households.asOf, counts: [...households.counts].map(([areaId, count]) => [placeOf(areaId), count] as const) },
  }
}

interface PackedAreas {
  readonly places: ReadonlyMap<AreaId, number>
  readonly areas: CampaignResultWire['areas']
}

/** The areas change far less often than what is said of them: they are packed once for each copy. */
const packedAreas = new WeakMap<CampaignResult['areas'], PackedAreas>()

function packAreas(areas: CampaignResult['areas']): PackedAreas {
  const places = new Map([...areas.keys()].map((areaId, place) => [areaId, place]))
  return {
    places,
    areas: [...areas].map(([areaId, { parentId, level, isClosed, code, name }]) => [
      areaId, parentId === null ? -1 : (places.get(parentId) ?? -1), level, isClosed ? 1 : 0, code, name,
    ]),
  }
}

/** Unpacks on the other side. */
export function resultOfWire({ areas, years, households, ...rest }: CampaignResultWire): CampaignResult {
  const areaAt = (place: number | undefined) => (place === undefined ? null : (areas[place]?.[0] ?? null))
  return {
    ...rest,
    areas: new Map(
      areas.map(([areaId, parent, level, isClosed, code, name]): [AreaId, ResultArea] => [
        areaId,
        { parentId: areaAt(parent), level, isClosed: isClosed === 1, code, name },
      ]),
    ),
    years: years.map(({ areas: facts, ...year }) => ({ ...year, areas: facts.map((fact) => factOf(fact, areaAt(fact[0]))) })),
    households:
      households === null
        ? null
        : {
            basis: households.basis,
            asOf: households.asOf,
            counts: new Map(
              households.counts.flatMap(([place, count]) => {
                const areaId = areaAt(place)
                return areaId === null ? [] : [[areaId, count] as const]
              }),
            ),
          },
  }
}

function factOf([, goal = 0, collected = 0, householdYen = 0, households = 0]: readonly number[], areaId: AreaId | null): AreaFact {
  return { areaId, goalYen: yen(goal), collectedYen: yen(collected), householdYen: yen(householdYen), households }
}
