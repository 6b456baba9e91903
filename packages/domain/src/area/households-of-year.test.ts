import { expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { id } from '../ids.ts'
import { householdsByArea } from './households-of-area.ts'
import { householdsOfYear } from './households-of-year.ts'

const [first, second] = [id<'AreaId'>('00000000-0000-7000-8000-000000000001'), id<'AreaId'>('00000000-0000-7000-8000-000000000002')]
const register = { areaId: first, basis: 'resident_register', households: 120, asOf: localDate('2026-05-01') } as const
const member = { areaId: second, basis: 'association_membership', households: 80, asOf: localDate('2026-04-01') } as const

test('one member association is enough for all areas to be counted by association members', () => {
  expect(householdsOfYear([register, member])).toEqual({ basis: 'association_membership', asOf: '2026-04-01', counts: new Map([[second, 80]]) })
})

test('without any, the resident register counts, as of its newest date', () => {
  expect(householdsOfYear([register, { ...register, areaId: second, households: 7, asOf: localDate('2026-04-01') }])).toEqual({
    basis: 'resident_register', asOf: '2026-05-01', counts: new Map([[first, 120], [second, 7]]),
  })
  expect(householdsOfYear([])).toBeNull()
})

test('an area has what was recorded of it, or else what was recorded below it, each household once', () => {
  const [root, third] = [id<'AreaId'>('00000000-0000-7000-8000-000000000000'), id<'AreaId'>('00000000-0000-7000-8000-000000000003')]
  const areas = new Map([[root, { parentId: null }], [first, { parentId: root }], [second, { parentId: first }], [third, { parentId: root }]])
  expect(householdsByArea(areas, new Map([[first, 100], [second, 40]]))).toEqual(new Map([[root, 100], [first, 100], [second, 40]]))
  expect(householdsByArea(areas, new Map([[second, 40], [third, 5]]))).toEqual(new Map([[root, 45], [first, 40], [second, 40], [third, 5]]))
})
