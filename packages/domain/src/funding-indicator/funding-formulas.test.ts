import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { localDate } from '../calendar/local-date.ts'
import { type AreaId, id } from '../ids.ts'
import { yen } from '../money/yen.ts'
import { attainmentOf } from './attainment.ts'
import { householdsOf } from '../area/households-of-area.ts'
import { districtsByArea } from './district-of.ts'
import { fundingCut } from './funding-cut.ts'
import { perHousehold } from './per-household.ts'

const area = (number: number) => id<'AreaId'>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)

test('attainment counts only what has a target, and is nothing where nothing has', () => {
  const figures = [
    { thisYen: yen(300), targetYen: yen(400) },
    { thisYen: yen(9_999), targetYen: null },
    { thisYen: yen(100), targetYen: yen(0) },
  ]
  expect(attainmentOf(figures)).toEqual({ actualYen: 400, targetYen: 400 })
  expect(attainmentOf([{ thisYen: yen(5), targetYen: null }])).toBeNull()
})

test('yen per household are rounded half up; without households there is no average', () => {
  expect(perHousehold(yen(1_001), 2)).toBe(501)
  expect(perHousehold(yen(-1_001), 2)).toBe(-501)
  expect(perHousehold(yen(1_000), 0)).toBeNull()
  expect(perHousehold(yen(1_000), null)).toBeNull()
})

test('a cut stays within its fiscal year, and last year is cut on the same day', () => {
  const year = fiscalYear(2027)
  expect(fundingCut({ fiscalYear: year }, localDate('2028-02-29'))).toMatchObject({
    asOf: '2028-02-29',
    lastAsOf: '2027-02-28',
  })
  expect(fundingCut({ fiscalYear: year }, localDate('2030-01-01'))).toMatchObject({
    asOf: '2028-03-31',
    lastAsOf: '2027-03-31',
  })
  expect(fundingCut({ fiscalYear: year, asOf: localDate('2020-01-01') }, localDate('2030-01-01'))).toMatchObject({
    asOf: '2027-04-01',
  })
})

test('every area below the root has the one district above it', () => {
  const [root, district, association, group] = [area(0), area(1), area(2), area(3)]
  const areas = new Map<AreaId, { parentId: AreaId | null }>([
    [root, { parentId: null }],
    [district, { parentId: root }],
    [association, { parentId: district }],
    [group, { parentId: association }],
  ])
  expect([...districtsByArea(areas)]).toEqual([
    [district, district],
    [association, district],
    [group, district],
  ])
})

test('households are the area’s own, or the sum of those below it, each counted once', () => {
  const children = new Map([
    [area(1), [area(2), area(3)]],
    [area(2), [area(4)]],
  ])
  expect(
    householdsOf(
      area(1),
      new Map([
        [area(2), 80],
        [area(4), 30],
        [area(3), 20],
      ]),
      children,
    ),
  ).toBe(100)
  expect(
    householdsOf(
      area(1),
      new Map([
        [area(1), 90],
        [area(2), 80],
      ]),
      children,
    ),
  ).toBe(90)
  expect(householdsOf(area(1), new Map(), children)).toBeNull()
})

test('households of an area never exceed all that was recorded below it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 20 }), (counts) => {
      const recorded = new Map(counts.map((count, index) => [area(index + 10), count]))
      const sum = counts.reduce((total, count) => total + count, 0)
      expect(householdsOf(area(1), recorded, new Map([[area(1), [...recorded.keys()]]]))).toBe(sum)
    }),
  )
})
