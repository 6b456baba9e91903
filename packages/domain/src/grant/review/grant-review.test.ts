import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { yen } from '../../money/yen.ts'
import { type GrantSum, reviewOf } from './grant-review.ts'

const sum = (name: string, year: number, [count, paid, people]: [number, number, number]): GrantSum => ({
  key: name, name, fiscalYear: fiscalYear(year), count, paidYen: yen(paid), people,
})
const years = [fiscalYear(2024), fiscalYear(2025), fiscalYear(2026)]

test('kinds stand by years with their difference, and a year without anything is a year of nothing', () => {
  const { rows, total } = reviewOf(
    [sum('団体助成', 2024, [3, 300_000, 90]), sum('団体助成', 2025, [2, 260_000, 70]), sum('見舞金', 2025, [1, 50_000, 10]), sum('見舞金', 2026, [2, 80_000, 16])],
    years,
  )
  expect(rows.map(({ name, years: own }) => [name, ...own.map(({ paidYen, changeYen }) => [paidYen, changeYen])])).toEqual([
    ['団体助成', [300_000, null], [260_000, -40_000], [0, -260_000]],
    ['見舞金', [0, null], [50_000, 50_000], [80_000, 30_000]],
  ])
  expect(total.years).toMatchObject([
    { count: 3, paidYen: 300_000, people: 90, changeOfCount: null },
    { count: 3, paidYen: 310_000, people: 80, changeYen: 10_000, changeOfCount: 0 },
    { count: 2, paidYen: 80_000, people: 16, changeYen: -230_000, changeOfCount: -1 },
  ])
})

test('without any grant there are no kinds, and the total is nothing', () => {
  const { rows, total } = reviewOf([], years)
  expect(rows).toEqual([])
  expect(total.years.map(({ paidYen }) => paidYen)).toEqual([0, 0, 0])
})
