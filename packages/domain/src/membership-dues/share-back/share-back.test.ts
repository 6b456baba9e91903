import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaId, type DuesKindId, id } from '../../ids.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { differenceOf, type DuesAtArea, payableYen, type ShareBackTerms, shareBackOf } from './share-back.ts'

const area = (place: number): AreaId => id(`01900000-0000-7000-8000-0000000000${place}`)
const kind = (place: number): DuesKindId => id(`01900000-0000-7000-8000-0000000001${place}`)
const [city, north, south, lone] = [area(10), area(20), area(30), area(40)]
const [northOne, northTwo, block] = [area(21), area(22), area(23)]
const [household, company] = [kind(10), kind(20)]

const areas = new Map([
  [city, { parentId: null, level: 0 }],
  [north, { parentId: city, level: 1 }],
  [south, { parentId: city, level: 1 }],
  [northOne, { parentId: north, level: 2 }],
  [northTwo, { parentId: north, level: 2 }],
  [block, { parentId: northTwo, level: 3 }],
  // An association that stands directly below the city.
  [lone, { parentId: city, level: 2 }],
])
const terms: ShareBackTerms = { areas, payeeLevel: 1, stepYen: 1, areaRates: [], kindRates: new Map([[household, 4_000], [company, 3_350]]) }

const at = (areaId: AreaId | null, receivedYen: number, change: { paidYen?: number; duesKindId?: DuesKindId } = {}): DuesAtArea => ({
  areaId, duesKindId: change.duesKindId ?? household, receivedYen: yen(receivedYen), paidYen: yen(change.paidYen ?? 0),
})

test('a 校区 earns on what came in from it and everything below it', () => {
  const { lines, unshared } = shareBackOf([at(north, 100), at(northOne, 25_500), at(block, 4_400), at(south, 1_000)], terms)
  expect(lines).toMatchObject([
    { areaId: north, receivedYen: 30_000, earnedYen: 12_000, alreadyYen: 0, parts: [{ amountYen: 30_000, basisPoints: 4_000 }] },
    { areaId: south, receivedYen: 1_000, earnedYen: 400 },
  ])
  expect(unshared).toEqual([])
})

test('money without an area, or of one above all payees, is named and not shared', () => {
  const { lines, unshared } = shareBackOf([at(null, 5_000), at(city, 300), at(lone, 700)], terms)
  expect(lines).toEqual([])
  expect(unshared).toEqual([{ duesKindId: household, receivedYen: 6_000 }])
})

test('the nearest rate holds; under different rates money is rated apart and rounded once', () => {
  const areaRates = [
    { areaId: north, duesKindId: household, basisPoints: 5_000 },
    { areaId: northTwo, duesKindId: household, basisPoints: 3_333 },
  ]
  const { lines } = shareBackOf([at(northOne, 999), at(block, 1_001), at(south, 1_000)], { ...terms, areaRates })
  // 999 × 50 % = 499.5 and 1,001 × 33.33 % = 333.6333: together 833.1333, where rounding each would lose a yen.
  expect(lines).toMatchObject([
    { areaId: north, earnedYen: 833, parts: [{ amountYen: 999, basisPoints: 5_000 }, { amountYen: 1_001, basisPoints: 3_333 }] },
    { areaId: south, earnedYen: 400 },
  ])
})

test('it is rounded down to the step of the rules', () => {
  const earned = (stepYen: number) => shareBackOf([at(north, 25_555)], { ...terms, stepYen }).lines[0]?.earnedYen
  expect([1, 10, 100, 1_000].map(earned)).toEqual([10_222, 10_220, 10_200, 10_000])
})

test('a kind that is nowhere shared is left out, unless something was paid of it', () => {
  const kindRates = new Map([[household, 0]])
  expect(shareBackOf([at(north, 9_000)], { ...terms, kindRates })).toMatchObject({ lines: [], unshared: [] })
  const { lines } = shareBackOf([at(north, 9_000, { paidYen: 100 })], { ...terms, kindRates })
  expect(lines.map(differenceOf)).toEqual([-100])
})

test('what was paid to an area that is no payee any more stands there as too much', () => {
  const { lines, isPaidAbove } = shareBackOf([at(city, 0, { paidYen: 500 }), at(northOne, 1_000, { paidYen: 100 })], terms)
  expect(isPaidAbove).toBe(true)
  // Below the payees it only counts for the one above.
  expect(shareBackOf([at(northOne, 1_000, { paidYen: 100 })], terms).isPaidAbove).toBe(false)
  expect(lines.map((line) => [line.areaId, line.earnedYen, line.alreadyYen])).toEqual([[city, 0, 500], [north, 400, 100]])
})

test('too much of one kind is set off within a payee; never is less than nothing paid', () => {
  const line = (earnedYen: number, alreadyYen: number) => ({ earnedYen: yen(earnedYen), alreadyYen: yen(alreadyYen) })
  expect(payableYen([line(500, 200), line(0, 100)])).toBe(200)
  expect(payableYen([line(500, 200), line(0, 400)])).toBe(0)
})

const place = fc.constantFrom<AreaId | null>(city, north, south, northOne, northTwo, block, lone, null)
const money = fc.array(
  fc.record({ areaId: place, duesKindId: fc.constantFrom(household, company), receivedYen: fc.nat(3_000_000).map(yen) }),
  { maxLength: 30 },
)
const anyTerms = fc.record({
  stepYen: fc.constantFrom(1, 10, 100, 1_000),
  payeeLevel: fc.constantFrom(1, 2),
  kindRates: fc.record({ first: fc.nat(10_000), second: fc.nat(10_000) }).map(({ first, second }) => new Map([[household, first], [company, second]])),
  areaRates: fc.uniqueArray(
    fc.record({ areaId: place.filter((each) => each !== null), duesKindId: fc.constantFrom(household, company), basisPoints: fc.nat(10_000) }),
    { maxLength: 4, selector: ({ areaId, duesKindId }) => `${areaId}/${duesKindId}` },
  ),
}).map((chosen): ShareBackTerms => ({ ...chosen, areas }))

const unpaid = (received: readonly Omit<DuesAtArea, 'paidYen'>[]) => received.map((each) => ({ ...each, paidYen: yen(0) }))
/** What would be in the books after a calculation was paid: the net of each payee that is above zero, by its kinds. */
const paidBy = (lines: ReturnType<typeof shareBackOf>['lines']): DuesAtArea[] =>
  [...Map.groupBy(lines, ({ areaId }) => areaId)].flatMap(([areaId, ofPayee]) =>
    payableYen(ofPayee) === 0 ? [] : ofPayee.map((line) => ({ areaId, duesKindId: line.duesKindId, receivedYen: yen(0), paidYen: differenceOf(line) })),
  )
const totalOf = (amounts: readonly number[]) => sumYen(amounts.map(yen))

test('no yen is lost: what is shared and what is not add up to what came in, and a payee loses less than a step per kind', () => {
  fc.assert(fc.property(money, anyTerms, (received, chosen) => {
    const { lines, unshared } = shareBackOf(unpaid(received), chosen)
    const kinds = new Set([...lines, ...unshared].map(({ duesKindId }) => duesKindId))
    const came = received.filter(({ duesKindId }) => kinds.has(duesKindId))
    expect(totalOf([...lines, ...unshared].map(({ receivedYen }) => receivedYen))).toBe(totalOf(came.map(({ receivedYen }) => receivedYen)))
    for (const { earnedYen, receivedYen, parts } of lines) {
      const exact = parts.reduce((sum, { amountYen, basisPoints }) => sum + amountYen * basisPoints, 0)
      expect(earnedYen % chosen.stepYen).toBe(0)
      expect(earnedYen * 10_000).toBeLessThanOrEqual(exact)
      expect((earnedYen + chosen.stepYen) * 10_000).toBeGreaterThan(exact)
      expect(earnedYen).toBeLessThanOrEqual(receivedYen)
    }
  }))
})

test('calculated again without new money, nothing is left to pay', () => {
  fc.assert(fc.property(money, anyTerms, (received, chosen) => {
    const first = shareBackOf(unpaid(received), chosen).lines
    const again = shareBackOf([...unpaid(received), ...paidBy(first)], chosen).lines
    expect(again.map(differenceOf).filter((difference) => difference !== 0)).toEqual([])
  }))
})

test('over two cut-off days as much is paid as over one', () => {
  fc.assert(fc.property(money, money, anyTerms, (before, after, chosen) => {
    const first = paidBy(shareBackOf(unpaid(before), chosen).lines)
    const second = paidBy(shareBackOf([...unpaid([...before, ...after]), ...first], chosen).lines)
    const once = paidBy(shareBackOf(unpaid([...before, ...after]), chosen).lines)
    expect(totalOf([...first, ...second].map(({ paidYen }) => paidYen))).toBe(totalOf(once.map(({ paidYen }) => paidYen)))
  }))
})

test('the order in which money came does not matter', () => {
  fc.assert(fc.property(money, anyTerms, (received, chosen) => {
    const sorted = (lines: ReturnType<typeof shareBackOf>['lines']) => lines.toSorted((left, right) => `${left.areaId}${left.duesKindId}`.localeCompare(`${right.areaId}${right.duesKindId}`))
    expect(sorted(shareBackOf(unpaid(received.toReversed()), chosen).lines)).toEqual(sorted(shareBackOf(unpaid(received), chosen).lines))
  }))
})
