import type { AreaId, DuesKindId } from '../../ids.ts'
import { type RatedPart, ratedAmount } from '../../money/rated-amount.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'

/** Where dues stand in the books: what came in up to the cut-off day, and what was paid out of it, reversals taken off. */
export interface DuesAtArea {
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
  readonly receivedYen: Yen
  /** Share-back paid to the area so far, whenever it was. */
  readonly paidYen: Yen
}

/** What decides who is paid how much of a year's dues. */
export interface ShareBackTerms {
  readonly areas: ReadonlyMap<AreaId, { readonly parentId: AreaId | null; readonly level: number }>
  /** The level that share-back is paid to. */
  readonly payeeLevel: number
  /** 還元率 of each kind in hundredths of a percent; a kind without terms in the year has none. */
  readonly kindRates: ReadonlyMap<DuesKindId, number>
  /** 地域別の還元率. */
  readonly areaRates: readonly ShareBackAreaRate[]
  /** Rounded down to whole multiples of so many yen. */
  readonly stepYen: number
}

export interface ShareBackAreaRate {
  readonly areaId: AreaId
  readonly duesKindId: DuesKindId
  readonly basisPoints: number
}

/** What one payee has earned of one kind, and what it has had of it. */
export interface ShareBackLine {
  readonly areaId: AreaId
  readonly duesKindId: DuesKindId
  readonly receivedYen: Yen
  readonly earnedYen: Yen
  readonly alreadyYen: Yen
  /** What came in, by the rate that it stands under, the highest rate first. */
  readonly parts: readonly RatedPart[]
}

export interface ShareBack {
  readonly lines: readonly ShareBackLine[]
  /**
   * Something was paid to an area above the payees, and would be paid once more to those below it: the level of the
   * payees was changed after a payment of the year.
   */
  readonly isPaidAbove: boolean
  /** 地域なし: money without an area, or of an area above all payees. It is not shared. */
  readonly unshared: readonly UnsharedDues[]
}

export interface UnsharedDues {
  readonly duesKindId: DuesKindId
  readonly receivedYen: Yen
}

/**
 * 還元金 of a year up to a day: for each payee and kind what came in from the payee and all areas below it, under the
 * nearest rate up the tree from where it stands. Kinds that are nowhere shared, and of which nothing was paid, are left
 * out. The order of the lines is that of the money given.
 */
export function shareBackOf(money: readonly DuesAtArea[], terms: ShareBackTerms): ShareBack {
  const rateAt = rateFinder(terms)
  const shared = sharedKinds(terms)
  const drafts = new Map<string, LineDraft>()
  const unshared = new Map<DuesKindId, Yen>()
  const lineOf = (areaId: AreaId, duesKindId: DuesKindId): LineDraft => {
    const key = `${areaId}/${duesKindId}`
    const draft = drafts.get(key) ?? { areaId, duesKindId, alreadyYen: yen(0), byRate: new Map<number, Yen>() }
    drafts.set(key, draft)
    return draft
  }
  for (const { areaId, duesKindId, receivedYen, paidYen } of money) {
    const payee = areaId === null ? null : payeeOf(areaId, terms)
    if (payee !== null && shared.has(duesKindId)) raise(lineOf(payee, duesKindId).byRate, rateAt(areaId, duesKindId), receivedYen)
    else if (shared.has(duesKindId)) raise(unshared, duesKindId, receivedYen)
    // What was once paid to an area that is no payee any more stays in sight, as too much.
    const paidTo = payee ?? areaId
    if (paidYen !== 0 && paidTo !== null) {
      const line = lineOf(paidTo, duesKindId)
      line.alreadyYen = addYen(line.alreadyYen, paidYen)
    }
  }
  const lines = [...drafts.values()]
    .map((draft) => finished(draft, terms.stepYen))
    .filter(({ parts, alreadyYen }) => parts.length > 0 || alreadyYen !== 0)
  return {
    lines,
    isPaidAbove: lines.some(({ areaId }) => payeeOf(areaId, terms) === null),
    unshared: [...unshared].flatMap(([duesKindId, receivedYen]) => (receivedYen === 0 ? [] : [{ duesKindId, receivedYen }])),
  }
}

interface LineDraft {
  readonly areaId: AreaId
  readonly duesKindId: DuesKindId
  alreadyYen: Yen
  readonly byRate: Map<number, Yen>
}

function raise<Key>(sums: Map<Key, Yen>, key: Key, amount: Yen): void {
  sums.set(key, addYen(sums.get(key) ?? yen(0), amount))
}

function finished({ byRate, ...draft }: LineDraft, stepYen: number): ShareBackLine {
  const parts = [...byRate]
    .filter(([, amountYen]) => amountYen !== 0)
    .map(([basisPoints, amountYen]) => ({ basisPoints, amountYen }))
    .toSorted((left, right) => right.basisPoints - left.basisPoints)
  return { ...draft, parts, receivedYen: sumYen(parts.map(({ amountYen }) => amountYen)), earnedYen: ratedAmount(parts, stepYen) }
}

/** The area itself or the one above it that stands on the payees' level. */
function payeeOf(areaId: AreaId, { areas, payeeLevel }: ShareBackTerms): AreaId | null {
  let at: AreaId | null = areaId
  while (at !== null) {
    const area = areas.get(at)
    if (area === undefined || area.level < payeeLevel) return null
    if (area.level === payeeLevel) return at
    at = area.parentId
  }
  return null
}

function sharedKinds({ kindRates, areaRates }: ShareBackTerms): Set<DuesKindId> {
  const rates = [...kindRates].map(([duesKindId, basisPoints]) => ({ duesKindId, basisPoints }))
  return new Set([...rates, ...areaRates].flatMap(({ duesKindId, basisPoints }) => (basisPoints > 0 ? [duesKindId] : [])))
}

/** The nearest rate of its own from the area upwards, else the kind's. */
function rateFinder({ areas, kindRates, areaRates }: ShareBackTerms): (areaId: AreaId | null, duesKindId: DuesKindId) => number {
  const own = new Map(areaRates.map((rate) => [`${rate.areaId}/${rate.duesKindId}`, rate.basisPoints]))
  return (areaId, duesKindId) => {
    for (let at = areaId; at !== null; at = areas.get(at)?.parentId ?? null) {
      const rate = own.get(`${at}/${duesKindId}`)
      if (rate !== undefined) return rate
    }
    return kindRates.get(duesKindId) ?? 0
  }
}

/** What a line still has to get, in yen; negative where it has had too much. */
export function differenceOf({ earnedYen, alreadyYen }: Pick<ShareBackLine, 'earnedYen' | 'alreadyYen'>): Yen {
  return addYen(earnedYen, negateYen(alreadyYen))
}

/**
 * What is paid to a payee now: the net of its kinds, and nothing where that is not above zero. Too much of one kind is
 * set off within the payee; what remains too much waits for the next calculation.
 */
export function payableYen(lines: readonly Pick<ShareBackLine, 'earnedYen' | 'alreadyYen'>[]): Yen {
  return yen(Math.max(0, sumYen(lines.map(differenceOf))))
}
