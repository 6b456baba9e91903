import { expect, test } from 'vitest'
import { formatAttainment } from '../../money/ratio.ts'
import { yen } from '../../money/yen.ts'
import { branchFigures } from './branch-figures.ts'

const method = (goalYen: number, collectedYen: number, lastYearYen = 0) => ({ goalYen: yen(goalYen), collectedYen: yen(collectedYen), lastYearYen: yen(lastYearYen) })

test('a goal for 戸別 is not attained by what boxes and companies brought', () => {
  const figures = branchFigures([method(100_000, 80_000, 90_000), method(0, 70_000, 5_000)])
  expect(figures).toEqual({ goalYen: 100_000, collectedYen: 150_000, towardsGoalYen: 80_000, lastYearYen: 95_000 })
  expect(formatAttainment(figures.towardsGoalYen, figures.goalYen)).toBe('80.0%')
})

test('a way that was set out for and brought nothing counts; without any goal there is none to attain', () => {
  expect(branchFigures([method(100_000, 100_000), method(50_000, 0)])).toMatchObject({ goalYen: 150_000, towardsGoalYen: 100_000 })
  expect(branchFigures([method(0, 3_000)])).toEqual({ goalYen: null, collectedYen: 3_000, towardsGoalYen: 0, lastYearYen: 0 })
  expect(branchFigures([])).toEqual({ goalYen: null, collectedYen: 0, towardsGoalYen: 0, lastYearYen: 0 })
})
