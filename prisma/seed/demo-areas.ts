import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type FiscalYear, firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type AreaId, id } from '@sasaeai/domain/ids'
import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { Deps } from '@sasaeai/api/deps'
import { districtReadings, neighborhoodNames } from './place-names.ts'
import type { RandomStream } from './random-stream.ts'

/** 校区 of the demo council. */
export interface DemoDistrict {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly kana: string
  readonly associations: readonly DemoAssociation[]
}

/** 自治会 with what is typical of it. */
export interface DemoAssociation {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly kana: string
  /** 自治会加入世帯 in the newest year; a little more in earlier ones. */
  readonly households: number
  /** Share of the households that give when asked, 0 to 1. */
  readonly willingness: number
}

/** How many 自治会加入世帯 there were in a fiscal year: membership falls by a good percent a year. */
export function householdsIn(association: DemoAssociation, yearsAgo: number): number {
  return Math.round(association.households * (1 + 0.012 * yearsAgo))
}

/** Draws up 46 校区 from districts.csv with some 400 自治会. */
export function drawDistricts(newId: () => string, random: RandomStream): DemoDistrict[] {
  const csv = readFileSync(path.join(import.meta.dirname, 'districts.csv'), 'utf8')
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', , name = ''] = line.split(',')
      const isTown = Number(code) <= 27
      const willingness = 0.62 + 0.3 * random.next()
      const count = isTown ? random.whole(7, 13) : random.whole(5, 10)
      const associations = drawn(neighborhoodNames, count, random).map((place, index) => ({
        areaId: id<'AreaId'>(newId()),
        code: `${code}-${String(index + 1).padStart(2, '0')}`,
        name: `${name}${place.name}自治会`,
        kana: `${districtReadings[code] ?? ''}${place.kana}`,
        households: Math.round(random.around(isTown ? 240 : 140)) + 20,
        willingness: Math.min(0.97, Math.max(0.4, willingness + 0.16 * (random.next() - 0.5))),
      }))
      return {
        areaId: id<'AreaId'>(newId()),
        code,
        name: `${name}校区`,
        kana: districtReadings[code] ?? '',
        associations,
      }
    })
}

/** Some of the items, in their order. */
function drawn<Item>(items: readonly Item[], count: number, random: RandomStream): Item[] {
  const lots = items.map((item, index) => ({ item, index, lot: random.next() }))
  return lots
    .sort((left, right) => left.lot - right.lot)
    .slice(0, count)
    .sort((left, right) => left.index - right.index)
    .map(({ item }) => item)
}

/** Lays the areas below the root that is there already. */
export async function layDistricts(deps: Deps, tx: Tx, districts: readonly DemoDistrict[]): Promise<void> {
  const types = new Map((await tx.areaType.findMany()).map((type) => [type.name, type.id]))
  const root = await tx.area.findFirstOrThrow({ where: { parentId: null } })
  const typeId = (name: string) => types.get(name) ?? deps.newId()
  await tx.area.createMany({
    data: districts.map(({ areaId, code, name, kana }) => ({
      id: areaId,
      parentId: root.id,
      areaTypeId: typeId('校区'),
      code,
      name,
      kana,
    })),
  })
  await tx.area.createMany({
    data: districts.flatMap((district) =>
      district.associations.map(({ areaId, code, name, kana }) => ({
        id: areaId,
        parentId: district.areaId,
        areaTypeId: typeId('自治会'),
        code,
        name,
        kana,
      })),
    ),
  })
}

/** 世帯数 of one year: what each 自治会 reports of its members, and what the city counts by 校区. */
export async function layHouseholds(
  tx: Tx,
  districts: readonly DemoDistrict[],
  { year, yearsAgo }: { year: FiscalYear; yearsAgo: number },
): Promise<void> {
  const fixed = { fiscalYear: year, asOf: toDateColumn(firstDayOf(year)) }
  const members = (association: DemoAssociation) => householdsIn(association, yearsAgo)
  await tx.areaHousehold.createMany({
    data: districts.flatMap(({ areaId, associations }) => [
      ...associations.map((association) => ({
        ...fixed,
        areaId: association.areaId,
        basis: 'association_membership' as const,
        households: members(association),
      })),
      {
        ...fixed,
        areaId,
        basis: 'resident_register' as const,
        households: Math.round(associations.reduce((sum, association) => sum + members(association), 0) / 0.62),
      },
    ]),
  })
}
