import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { id } from '../ids.ts'
import { yen } from '../money/yen.ts'
import { type CubeCell, fundingCube } from './funding-cube.ts'

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const cell = (over: Partial<CubeCell>): CubeCell => ({
  fiscalYear: fiscalYear(2026),
  districtId: id<'AreaId'>(uuid(1)),
  sourceId: id<'FundingSourceId'>(uuid(2)),
  methodId: null,
  duesKindId: null,
  holding: 'own',
  amountYen: yen(100),
  count: 1,
  ...over,
})

test('a cell knows what the same cell held a year earlier', () => {
  const cube = fundingCube(
    [cell({}), cell({ fiscalYear: fiscalYear(2025), amountYen: yen(70) }), cell({ districtId: null })],
    [],
  )
  expect(cube.cells).toEqual([
    [0, 0, 0, -1, -1, 0, 100, 1, 70],
    [1, 0, 0, -1, -1, 0, 70, 1, 0],
    [0, -1, 0, -1, -1, 0, 100, 1, 0],
  ])
  expect(cube.fiscalYears).toEqual([2026, 2025])
})

test('no yen is lost or made by folding', () => {
  const anyCell = fc
    .record({
      fiscalYear: fc.constantFrom(fiscalYear(2024), fiscalYear(2025), fiscalYear(2026)),
      districtId: fc.constantFrom(null, id<'AreaId'>(uuid(1)), id<'AreaId'>(uuid(3))),
      amountYen: fc.integer({ min: -9_999, max: 9_999 }).map(yen),
      count: fc.integer({ min: -5, max: 5 }),
    })
    .map(cell)
  fc.assert(
    fc.property(fc.array(anyCell), (cells) => {
      const cube = fundingCube(cells, [])
      expect(cube.cells.reduce((sum, each) => sum + (each[6] ?? 0), 0)).toBe(
        cells.reduce((sum, each) => sum + each.amountYen, 0),
      )
    }),
  )
})
