import type { HouseholdBasis } from '../../area/household-basis.ts'
import type { HouseholdsOfYear } from '../../area/households-of-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, DuesKindId } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import type { DuesCut } from './dues-cut.ts'
import type { DuesFact, ProgressArea } from './dues-progress.ts'
import type { DuesPayer, DuesUnit } from '../terms/dues-unit.ts'

/** A kind of dues as the page of a year shows it. */
export interface ProgressKind {
  readonly duesKindId: DuesKindId
  readonly name: string
  /** Null where the year has no terms for it. */
  readonly unit: DuesUnit | null
  /** Null where the year has no terms for it. */
  readonly payer: DuesPayer | null
  /** 納入のお願い of the year: only a fixed one is counted as asked. */
  readonly request: 'none' | 'draft' | 'fixed'
}

/** 納入状況 of a year, ready to be folded into lines (dues-progress). */
export interface DuesProgressFacts {
  readonly cut: DuesCut
  readonly kinds: readonly ProgressKind[]
  readonly areas: ReadonlyMap<AreaId, ProgressArea>
  readonly facts: readonly DuesFact[]
  /** Those that associations count first; empty where the year has none. */
  readonly households: readonly HouseholdsOfYear[]
}

/**
 * The same as it travels: an area or a kind is named by its place in its list, −1 for none, so that a thousand areas
 * are some ten kilobytes.
 */
export interface DuesProgressWire extends Pick<DuesProgressFacts, 'cut' | 'kinds'> {
  readonly areas: readonly (readonly [id: AreaId, parent: number, level: number, isClosed: 0 | 1, code: string, name: string])[]
  /** [area, kind, 世帯 asked, 世帯 paid, members asked, members paid, 口, expected yen, received yen, last year's yen] */
  readonly facts: readonly (readonly number[])[]
  readonly households: readonly {
    readonly basis: HouseholdBasis
    readonly asOf: LocalDate
    readonly counts: readonly (readonly [area: number, households: number])[]
  }[]
}

/** Packs for the wire. */
export function wireOfProgress({ cut, kinds, areas, facts, households }: DuesProgressFacts): DuesProgressWire {
  const packed = packedAreas.get(areas) ?? packAreas(areas)
  packedAreas.set(areas, packed)
  const kindPlaces = new Map(kinds.map(({ duesKindId }, place) => [duesKindId, place]))
  const placeOf = (areaId: AreaId | null) => (areaId === null ? -1 : (packed.places.get(areaId) ?? -1))
  return {
    cut,
    kinds,
    areas: packed.areas,
    facts: facts.map((fact) => [
      placeOf(fact.areaId),
      kindPlaces.get(fact.duesKindId) ?? -1,
      fact.askedHouseholds,
      fact.paidHouseholds,
      fact.askedMembers,
      fact.paidMembers,
      fact.askedUnits,
      fact.expectedYen,
      fact.receivedYen,
      fact.lastYen,
    ]),
    households: households.map(({ counts, ...origin }) => ({
      ...origin,
      counts: [...counts].map(([areaId, count]) => [placeOf(areaId), count] as const),
    })),
  }
}

interface PackedAreas {
  readonly places: ReadonlyMap<AreaId, number>
  readonly areas: DuesProgressWire['areas']
}

/** The areas change far less often than what is said of them: they are packed once for each copy. */
const packedAreas = new WeakMap<DuesProgressFacts['areas'], PackedAreas>()

function packAreas(areas: DuesProgressFacts['areas']): PackedAreas {
  const places = new Map([...areas.keys()].map((areaId, place) => [areaId, place]))
  return {
    places,
    areas: [...areas].map(([areaId, { parentId, level, isClosed, code, name }]) => [
      areaId,
      parentId === null ? -1 : (places.get(parentId) ?? -1),
      level,
      isClosed ? 1 : 0,
      code,
      name,
    ]),
  }
}

/** Unpacks on the other side. @throws Error when a fact names a kind that is not listed. */
export function progressOfWire({ cut, kinds, areas, facts, households }: DuesProgressWire): DuesProgressFacts {
  const areaAt = (place: number | undefined) => (place === undefined ? null : (areas[place]?.[0] ?? null))
  return {
    cut,
    kinds,
    areas: new Map(
      areas.map(([areaId, parent, level, isClosed, code, name]) => [
        areaId,
        { parentId: areaAt(parent), level, isClosed: isClosed === 1, code, name },
      ]),
    ),
    facts: facts.map((fact) => factOf(fact, areaAt(fact[0]), kinds)),
    households: households.map(({ counts, ...origin }) => ({
      ...origin,
      counts: new Map(
        counts.flatMap(([place, count]) => {
          const areaId = areaAt(place)
          return areaId === null ? [] : [[areaId, count] as const]
        }),
      ),
    })),
  }
}

function factOf(fact: readonly number[], areaId: AreaId | null, kinds: readonly ProgressKind[]): DuesFact {
  const [, kind = -1, askedHouseholds = 0, paidHouseholds = 0, askedMembers = 0, paidMembers = 0, ...rest] = fact
  const [askedUnits = 0, expectedYen = 0, receivedYen = 0, lastYen = 0] = rest
  const duesKindId = kinds[kind]?.duesKindId
  if (duesKindId === undefined) throw new Error(`no kind of dues at place ${kind}`)
  return {
    areaId,
    duesKindId,
    askedHouseholds,
    paidHouseholds,
    askedMembers,
    paidMembers,
    askedUnits,
    expectedYen: yen(expectedYen),
    receivedYen: yen(receivedYen),
    lastYen: yen(lastYen),
  }
}
