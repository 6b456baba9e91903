import { groundAt } from '@sasaeai/db/ground-at'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { countMeaningNames } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import { type ComparedFigures, differenceOf } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { ExplanationInput } from '@sasaeai/domain/funding-indicator/executive/executive-input'
import type { AreaPart, Explanation, WayKind, WayPart } from '@sasaeai/domain/funding-indicator/executive/explanation'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { AreaId, CollectionMethodId, DuesKindId } from '@sasaeai/domain/ids'
import { drivesOf, type FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { readGroundData, readGroundVersion } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { areaPlaceOf } from '../area-tally.ts'
import { areaTypeNames } from './area-type-names.ts'
import { type AreaView, areasInView } from './areas-in-view.ts'
import { type WayTally, waySums } from './way-sums.ts'

type WayId = CollectionMethodId | DuesKindId

/** What one category brought this year and last to the same day, by the areas below the one in view and by method or kind. */
export async function explainDifference(deps: Deps, input: ExplanationInput, at: ReportMoment): Promise<Explanation> {
  const { db } = deps
  const { moment, position } = at
  const tables = groundAt(db, groundMomentOf(at))
  const cut = fundingCut(input, localDateInTokyo(moment ?? deps.now()))
  const [now, before, ground, typeNames] = await Promise.all([
    sumsAt(db, waySums(cut.fiscalYear, cut.asOf), position),
    sumsAt(db, waySums(cut.lastYear, cut.lastAsOf), position),
    readGroundVersion(db).then((version) => readGroundData(tables, version)),
    areaTypeNames(tables),
  ])
  const { category } = input
  const view = areasInView(ground, input.areaId ?? null)
  const wayId = input.methodId ?? input.duesKindId ?? null
  const kind = wayKindOf(category)
  const sums = emptySums()
  for (const [tally, side] of [[now, 0], [before, 1]] as const) addSide(sums, tally, { side, ground, category, view, wayId, kind })
  const counter = counterOf(there(sums.ways).map(([id]) => id).filter((id) => wayId === null || id === wayId), { ground, kind })
  return {
    cut,
    category,
    path: view.path.map((areaId) => ({ areaId, name: ground.areas.get(areaId)?.name ?? '' })),
    areaTypeName: typeNames.get(view.level) ?? '地域',
    rootId: view.rootId,
    wayKind: kind,
    way: wayId === null ? null : { id: wayId, name: nameOfWay(ground, wayId) },
    whole: { key: null, name: '計', counter, ...figuresOf(sums.whole) },
    areas: areaParts(sums.areas, { ground, view, counter }).toSorted(byChange),
    ways: there(sums.ways).map(([id, pair]): WayPart => ({ key: id, name: nameOfWay(ground, id), counter: counterOf([id], { ground, kind }), ...figuresOf(pair) })).toSorted(byChange),
  }
}

function wayKindOf(category: FundingCategory): WayKind | null {
  if (category === 'membership_dues') return 'dues_kind'
  return drivesOf(category).length === 0 ? null : 'method'
}

/** Yen and 件数 of this year and last, in the order of `side`: this year's yen, last year's, this year's 件数, last year's. */
type Pair = [number, number, number, number]

interface Sums {
  readonly whole: Pair
  readonly areas: Map<AreaId | null, Pair>
  readonly ways: Map<WayId | null, Pair>
}

function emptySums(): Sums {
  return { whole: [0, 0, 0, 0], areas: new Map(), ways: new Map() }
}

interface SideAsked {
  /** 0 for this year, 1 for last. */
  readonly side: 0 | 1
  readonly ground: GroundData
  readonly category: FundingCategory
  readonly view: AreaView
  readonly wayId: WayId | null
  readonly kind: WayKind | null
}

function addSide(sums: Sums, { areas, groups }: WayTally, { side, ground, category, view, wayId, kind }: SideAsked): void {
  const pairs = [...areas.keys()].map((areaId) => {
    const place = view.placeOf(areaId)
    return place === undefined ? null : pairOf(sums.areas, place)
  })
  for (const { of: [sourceId, campaignId, methodId, duesKindId], keys, figures: [yenOf = [], countOf = []] } of groups.values()) {
    const source = ground.sources.get(sourceId)
    if (source?.category !== category || holdingIn(ground, category, campaignId) === 'other_drive') continue
    const own = kind === 'method' ? methodId : kind === 'dues_kind' ? duesKindId : null
    const isInView = wayId === null || own === wayId
    const ofWay = pairOf(sums.ways, own)
    // Ten thousand cells and more: nothing here makes an object.
    for (let cell = 0; cell < keys.length; cell += 1) {
      const ofArea = pairs[areaPlaceOf(keys[cell] ?? 0)] ?? null
      if (ofArea === null) continue
      const amount = yenOf[cell] ?? 0
      const count = countOf[cell] ?? 0
      raise(ofWay, side, amount)
      raise(ofWay, countsOf[side], count)
      if (!isInView) continue
      raise(ofArea, side, amount)
      raise(ofArea, countsOf[side], count)
      raise(sums.whole, side, amount)
      raise(sums.whole, countsOf[side], count)
    }
  }
}

function pairOf<Key>(pairs: Map<Key, Pair>, key: Key): Pair {
  const pair: Pair = pairs.get(key) ?? [0, 0, 0, 0]
  pairs.set(key, pair)
  return pair
}

/** Where 件数 of a side stand in a pair. */
const countsOf = [2, 3] as const

function raise(pair: Pair, place: 0 | 1 | 2 | 3, by: number): void {
  pair[place] += by
}

function figuresOf([thisYen, lastYen, thisCount, lastCount]: Pair): ComparedFigures {
  return { thisYen: yen(thisYen), lastYen: yen(lastYen), thisCount, lastCount }
}

/** What is there at all, of what was looked up. */
function there<Key>(pairs: ReadonlyMap<Key, Pair>): [Key, Pair][] {
  return [...pairs].filter(([, pair]) => pair.some((figure) => figure !== 0))
}

function areaParts(pairs: Sums['areas'], { ground, view, counter }: { ground: GroundData; view: AreaView; counter: string | null }): AreaPart[] {
  return there(pairs).map(([areaId, pair]) => {
    const isOwn = areaId === null || areaId === view.areaId
    const name = areaId === null ? '地域のない受入れ' : (ground.areas.get(areaId)?.name ?? '')
    return { key: areaId, name: isOwn && areaId !== null ? `${name}（下の地域に分けていない分）` : name, isOwn, opens: !isOwn && view.hasChildren(areaId), counter, ...figuresOf(pair) }
  })
}

function nameOfWay(ground: GroundData, wayId: WayId | null): string {
  if (wayId === null) return '分かれていない受入れ'
  // Ids of both are told apart by the table that knows them.
  return [...ground.methods, ...ground.duesKinds].find(([id]) => id === wayId)?.[1].name ?? ''
}

/** What several ways are counted by, where all that brought anything are counted alike. */
function counterOf(ways: readonly (WayId | null)[], { ground, kind }: { ground: GroundData; kind: WayKind | null }): string | null {
  const [first = null, ...others] = new Set(ways.map((id) => counterOfWay(ground, kind, id)))
  return others.length === 0 ? first : null
}

function counterOfWay(ground: GroundData, kind: WayKind | null, wayId: WayId | null): string | null {
  if (kind === null) return '件'
  const method = [...ground.methods].find(([id]) => id === wayId)?.[1]
  if (method !== undefined) return countMeaningNames[method.countMeaning]
  const terms = [...ground.duesKinds].find(([id]) => id === wayId)?.[1].terms[0]
  return terms === undefined ? null : terms.unit === 'household' ? '世帯' : '件'
}

function byChange(left: { thisYen: Yen; lastYen: Yen }, right: { thisYen: Yen; lastYen: Yen }): number {
  return Math.abs(differenceOf(right)) - Math.abs(differenceOf(left))
}
