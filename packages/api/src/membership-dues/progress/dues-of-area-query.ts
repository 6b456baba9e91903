import { groundAt } from '@sasaeai/db/ground-at'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId } from '@sasaeai/domain/ids'
import { duesCut, type DuesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { type DuesSums, sumOfDues } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesMaterialDetails } from '@sasaeai/domain/membership-dues/material/dues-material-input'
import type { DuesOfAreaInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import type { DuesProgressFacts } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { combinedStatus, type DuesStatus, duesStatusOf } from '@sasaeai/domain/membership-dues/progress/dues-status'
import type { DuesPayer } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { listAreas } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { listPostings, type PostingList } from '../../ledger/posting-list-queries.ts'
import { groundMomentOf, readPageMoment } from '../../ledger/report-moment.ts'
import { readMaterialOfArea } from '../material/dues-material-queries.ts'
import {
  type AskedLine,
  type MemberThrough,
  readAskedLines,
  readDuesYears,
  readMembersThrough,
  type YearOfArea,
} from './dues-of-area-rows.ts'
import { duesProgressAt } from './dues-progress-query.ts'

/** One kind of dues in the area, with everything below it. */
export interface DuesOfAreaKind extends DuesSums {
  readonly duesKindId: DuesKindId
  readonly name: string
  readonly payer: DuesPayer | null
  readonly status: DuesStatus
}

export interface DuesOfArea {
  readonly area: { readonly areaId: AreaId; readonly code: string; readonly name: string; readonly typeName: string }
  /** The areas above it, without the root. */
  readonly above: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly cut: DuesCut
  readonly kinds: readonly DuesOfAreaKind[]
  /** The kind that households pay, where exactly one is; null otherwise: counts of two would hold a household twice. */
  readonly householdKindId: DuesKindId | null
  readonly asked: readonly AskedLine[]
  /** The newest payments, and how many there are in all. */
  readonly payments: PostingList
  readonly members: readonly MemberThrough[]
  /** What the area itself was given, which is told of now alone; null where nothing was written down. */
  readonly material: DuesMaterialDetails | null
  /** This year and the four before it, the newest first. */
  readonly years: readonly YearOfArea[]
}

/**
 * 自治会の会費: what one area was asked for, what it has brought, and how that was in the years before; null if unknown. As of a
 * moment it is what was booked, asked and registered by then.
 */
export async function duesOfArea(deps: Deps, { areaId, fiscalYear, postedUntil }: DuesOfAreaInput): Promise<DuesOfArea | null> {
  const at = await readPageMoment(deps, postedUntil)
  const ground = groundAt(deps.db, groundMomentOf(at))
  const areas = await listAreas({ db: ground })
  const area = areas.find((each) => each.areaId === areaId)
  if (area === undefined) return null
  const cut = duesCut({ fiscalYear, postedUntil }, localDateInTokyo(at.moment ?? deps.now()))
  const within = areasWithin(areaId, areas)
  const filter = duesFigureFilter({ cut, side: 'this', duesKindId: undefined }, { part: 'area', areaId }) ?? {}
  const [progress, asked, payments, members, years, material] = await Promise.all([
    duesProgressAt(deps, { fiscalYear, postedUntil }, at),
    readAskedLines(ground, { areaIds: within, fiscalYear }),
    listPostings(deps, { filter }),
    readMembersThrough(deps.db, { areaIds: within, fiscalYear }, at),
    readDuesYears(deps.db, { areaIds: within, fiscalYear, areaId }, at),
    at.moment === null ? readMaterialOfArea(deps.db, { areaId, fiscalYear }) : null,
  ])
  const { typeName, code, name } = area
  const [householdKind, ...others] = progress.kinds.filter(({ unit }) => unit === 'household')
  return {
    area: { areaId, code, name, typeName },
    above: areasAbove(area.parentId, areas),
    cut,
    kinds: kindsWithin(progress, new Set(within)),
    householdKindId: others.length > 0 ? null : (householdKind?.duesKindId ?? null),
    asked,
    payments,
    members,
    material,
    years,
  }
}

interface AreaOfTree {
  readonly areaId: AreaId
  readonly parentId: AreaId | null
  readonly name: string
}

function areasWithin(top: AreaId, areas: readonly AreaOfTree[]): AreaId[] {
  const children = Map.groupBy(areas, ({ parentId }) => parentId)
  const within: AreaId[] = [top]
  for (const areaId of within) within.push(...(children.get(areaId) ?? []).map((child) => child.areaId))
  return within
}

function areasAbove(parentId: AreaId | null, areas: readonly AreaOfTree[]): { areaId: AreaId; name: string }[] {
  const parent = areas.find(({ areaId }) => areaId === parentId)
  if (parent === undefined || parent.parentId === null) return []
  return [...areasAbove(parent.parentId, areas), { areaId: parent.areaId, name: parent.name }]
}

function kindsWithin({ kinds, facts }: DuesProgressFacts, within: ReadonlySet<AreaId>): DuesOfAreaKind[] {
  return kinds.flatMap(({ duesKindId, name, payer }) => {
    const own = facts.filter((fact) => fact.duesKindId === duesKindId && fact.areaId !== null && within.has(fact.areaId))
    if (own.length === 0) return []
    const statuses = own.map((fact) => duesStatusOf({ ...fact, asked: fact.askedHouseholds + fact.askedMembers }))
    return [{ duesKindId, name, payer, ...sumOfDues(own), status: combinedStatus(statuses) }]
  })
}
