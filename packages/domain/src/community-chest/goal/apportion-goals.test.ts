import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AreaId, id } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import { apportionDepths, apportionGoals, apportionInSteps } from './apportion-goals.ts'
import { type GoalArea, goalTree } from './goal-sheet.ts'

const areaId = (number: number): AreaId => id(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const area = (number: number, parent: number | null, households: number | null = null): GoalArea => ({
  areaId: areaId(number), code: String(number), name: `地域${number}`, parentId: parent === null ? null : areaId(parent), households,
})
/** 市 › 校区1 › 自治会 11, 12; 校区2 without any. */
const areas = [area(0, null, 180), area(1, 0, 130), area(11, 1, 100), area(12, 1, 30), area(2, 0, 50)]
const share = (change: Partial<Parameters<typeof apportionGoals>[1]>) =>
  apportionGoals(new Map(), { areas, depth: 1, totals: [{ place: 0, totalYen: yen(90_050) }], before: null, stepYen: 100, ...change })
const printed = ({ goals }: ReturnType<typeof apportionGoals>) => [...goals].map(([key, amounts]) => [Number(key.slice(-3)), ...amounts])

test('by households in whole steps; what fills no step goes to the largest, and the root gets none', () => {
  expect(printed(share({}))).toEqual([[1, 65_050], [2, 25_000]])
  expect(printed(share({ depth: 2 }))).toEqual([[11, 50_050], [12, 15_000], [2, 25_000]])
})

test('a 校区 whose 自治会 have no households recorded keeps its part to itself', () => {
  const known = areas.map((each) => (each.parentId === areaId(1) ? { ...each, households: null } : each))
  expect(printed(share({ areas: known, depth: 2 }))).toEqual([[1, 65_050], [2, 25_000]])
})

test('by last year, where what stood on the root and on a 校区 stays there', () => {
  const before = new Map([[areaId(0), [1_000]], [areaId(1), [500]], [areaId(11), [2_500]], [areaId(2), [1_000]]])
  expect(printed(share({ before, totals: [{ place: 0, totalYen: yen(10_000) }] }))).toEqual([[0, 2_000], [1, 6_000], [2, 2_000]])
  expect(printed(share({ before, depth: 2, totals: [{ place: 0, totalYen: yen(10_000) }] }))).toEqual([[0, 2_000], [1, 1_000], [11, 5_000], [2, 2_000]])
})

test('a method that nothing can be shared out by stands on the whole, and the others keep theirs', () => {
  const goals = new Map([[areaId(1), [7, 8]], [areaId(2), [9, 10]]])
  const shared = apportionGoals(goals, { areas, depth: 1, totals: [{ place: 1, totalYen: yen(300) }], before: new Map(), stepYen: 100 })
  expect(shared.unshared).toEqual([1])
  expect(printed(shared)).toEqual([[1, 7, 0], [2, 9, 0], [0, 0, 300]])
})

test('whatever is shared out, the parts sum to the whole, none is below zero, and only one is no whole step', () => {
  const step = fc.constantFrom(1, 10, 100, 1_000)
  const weights = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(fc.nat(900_000_000), weights, step, (total, weighed, stepYen) => {
      const parts = apportionInSteps(yen(total), weighed, stepYen)
      if (parts === null) {
        expect(weighed.every((weight) => weight === 0)).toBe(true)
        return
      }
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
      expect(parts.filter((part) => part % stepYen !== 0).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('over any tree and any past, the sheet sums to what was shared out', () => {
  const past = fc.array(fc.tuple(fc.constantFrom(0, 1, 11, 12, 2), fc.array(fc.integer({ min: -50, max: 90_000 }), { minLength: 2, maxLength: 2 })))
  fc.assert(
    fc.property(past, fc.constantFrom(...apportionDepths), fc.tuple(fc.nat(10_000_000), fc.nat(10_000_000), fc.boolean()), (...drawn) => {
      const [rows, depth, [first, second, byHouseholds]] = drawn
      const before = byHouseholds ? null : new Map(rows.map(([number, amounts]) => [areaId(number), amounts]))
      const totals = [{ place: 0, totalYen: yen(first) }, { place: 1, totalYen: yen(second) }]
      const { goals } = apportionGoals(new Map([[areaId(12), [5, 6]]]), { areas, depth, totals, before, stepYen: 100 })
      expect(goalTree(areas, 2, goals).total).toEqual([first, second])
    }),
  )
})
