import { expect, test } from 'vitest'
import { type FiscalYear, fiscalYear } from '../../calendar/fiscal-year.ts'
import { countDistrictsByState, stateOfDistrict } from './district-plan-counts.ts'
import { districtPlanDetailsSchema, typedDistrictPlanSchema } from './district-plan-details.ts'
import { typedPlanSchema, yearsOfPlan } from './plan-details.ts'
import { countPlanYears, pillarsOf, type PlanCourse, wayToGoal } from './plan-progress.ts'

const [first, second, third] = [fiscalYear(2024), fiscalYear(2025), fiscalYear(2026)]
const review = { grade: 'nearly', assessment: '', nextIssue: '' } as const
const year = (of: FiscalYear, [value, target]: readonly [number | null, number | null], isMet: boolean | null = null) => ({ fiscalYear: of, value, target, isMet, asOfLabel: value === null ? '' : 'R6実績', review: null })

test('indicators of one 柱 stand together, in the order in which the 柱 first come', () => {
  const course = (pillar: string): PlanCourse => ({ pillar, direction: 'higher', values: [] })
  expect(pillarsOf([course('見守り'), course('人づくり'), course('見守り')]).map(({ pillar, indicators }) => [pillar, indicators.length])).toEqual([['見守り', 2], ['人づくり', 1]])
})

test('the way to the goal: the newest value against the last target, cut down; nothing where one is missing', () => {
  const values = [year(first, [50, 60]), year(second, [61.3, 65]), year(third, [null, 70])]
  expect(wayToGoal({ direction: 'higher', values })).toEqual({
    goal: { fiscalYear: 2026, target: 70 }, latest: { fiscalYear: 2025, value: 61.3, asOfLabel: 'R6実績' }, attainment: 87.5,
  })
  expect(wayToGoal({ direction: 'lower', values: [year(first, [80, 60])] }).attainment).toBe(75)
  expect(wayToGoal({ direction: 'higher', values: [year(first, [80, null])] })).toMatchObject({ goal: null, attainment: null })
  expect(wayToGoal({ direction: 'higher', values: [year(first, [null, 60])] })).toMatchObject({ latest: null, attainment: null })
})

test('a year counts only what can be judged', () => {
  const indicators: PlanCourse[] = [
    { pillar: '', direction: 'higher', values: [year(first, [70, 60], true), { ...year(second, [50, 60], false), review }] },
    { pillar: '', direction: 'higher', values: [year(first, [10, null]), year(second, [null, 60])] },
  ]
  expect(countPlanYears(indicators, [first, second, third])).toEqual([
    { fiscalYear: 2024, judged: 1, met: 1, reviewed: 0 }, { fiscalYear: 2025, judged: 1, met: 0, reviewed: 1 }, { fiscalYear: 2026, judged: 0, met: 0, reviewed: 0 },
  ])
})

test('years are typed as they are written; a plan has at most ten, in their order, and no indicator twice', () => {
  const typed = { code: '1', name: '計画', kind: 'management', firstYear: '令和6年度', lastYear: 'R8', policy: '', indicators: [] }
  const plan = typedPlanSchema.parse(typed)
  expect(yearsOfPlan(plan)).toEqual([2024, 2025, 2026])
  const wrong = (change: object) => typedPlanSchema.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(wrong({ lastYear: 'R5' })).toEqual(['lastYear 最終年度は、初年度以後にしてください。'])
  expect(wrong({ lastYear: 'R16' })).toEqual(['lastYear 計画の期間は10年までです。'])
  expect(wrong({ firstYear: '6' })).toEqual(['firstYear 年度を読めません。例：令和8年度、R8、2026'])
  const indicator = { indicatorId: '01900000-0000-7000-8000-000000000001', pillar: '' }
  expect(wrong({ indicators: [indicator, indicator] })).toEqual(['indicators 同じ指標が2回入っています。'])
})

test('a 校区 stands where its newest plan does; one without a plan is 未策定', () => {
  const old = { planState: 'adopted', lastYear: second } as const
  const thoughtOf = { planState: 'preparing', lastYear: null } as const
  expect(stateOfDistrict([])).toBe('none')
  expect(stateOfDistrict([old, { planState: 'revising', lastYear: third }])).toBe('revising')
  expect(stateOfDistrict([old, thoughtOf])).toBe('preparing')
  expect(countDistrictsByState([{ plans: [] }, { plans: [old] }, { plans: [old, thoughtOf] }])).toEqual({ none: 1, preparing: 1, adopted: 1, revising: 0 })
})

test('a plan of a 校区 that stands has its years; one that is being made may do without', () => {
  const typed = {
    areaId: '01900000-0000-7000-8000-000000000001', name: '日吉校区福祉活動計画', planState: 'preparing', firstYear: '', lastYear: '', summary: '', note: '', fundIds: [], grantApplicationIds: [],
  }
  expect(districtPlanDetailsSchema.parse(typedDistrictPlanSchema.parse(typed))).toMatchObject({ firstYear: null, lastYear: null })
  const fields = (change: object) => typedDistrictPlanSchema.safeParse({ ...typed, ...change }).error?.issues.map(({ path }) => path.join('.'))
  expect(fields({ planState: 'adopted' })).toEqual(['firstYear', 'lastYear'])
  expect(fields({ firstYear: 'R6' })).toEqual(['lastYear'])
  expect(fields({ firstYear: 'R8', lastYear: 'R6' })).toEqual(['lastYear'])
})
