import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, id } from '@sasaeai/domain/ids'
import { duesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import type { DuesFact } from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesProgressFacts } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { yen } from '@sasaeai/domain/money/yen'
import { expect, test } from 'vitest'
import { progressView } from './progress-view.ts'

const uuid = (place: number) => `00000000-0000-7000-8000-00000000000${place}`
const [city, district] = [id<'AreaId'>(uuid(1)), id<'AreaId'>(uuid(2))]
const [general, companies] = [id<'DuesKindId'>(uuid(3)), id<'DuesKindId'>(uuid(4))]

function fact(areaId: AreaId | null, askedMembers: number, duesKindId = general): DuesFact {
  const sums = { askedHouseholds: 0, paidHouseholds: 0, paidMembers: 0, askedUnits: 0, lastYen: yen(0), expectedYen: yen(500), receivedYen: yen(0) }
  return { ...sums, areaId, duesKindId, askedMembers }
}

function hasMemberColumn(facts: readonly DuesFact[], kind = general): boolean {
  const place = { code: '', name: '', isClosed: false }
  const progress: DuesProgressFacts = {
    cut: duesCut({ fiscalYear: fiscalYear(2026) }, localDate('2026-10-15')),
    kinds: [
      { duesKindId: general, name: '一般会費', unit: 'household', payer: 'household', request: 'fixed' },
      { duesKindId: companies, name: '法人会費', unit: 'unit', payer: 'organization', request: 'fixed' },
    ],
    areas: new Map([[city, { ...place, parentId: null, level: 0 }], [district, { ...place, parentId: city, level: 1 }]]),
    facts,
    households: [{ basis: 'association_membership', asOf: localDate('2026-04-01'), counts: new Map([[district, 120]]) }],
  }
  return progressView(progress, { kind }).hasMemberColumn
}

test('members have no column beside households while only 直接 has any, and have one where an area has some', () => {
  expect(hasMemberColumn([fact(district, 0)])).toBe(false)
  expect(hasMemberColumn([fact(district, 0), fact(null, 8)])).toBe(false)
  expect(hasMemberColumn([fact(district, 3), fact(null, 8)])).toBe(true)
})

test('a kind that members pay always has it, even if all of them pay directly', () => {
  expect(hasMemberColumn([fact(null, 8, companies)], companies)).toBe(true)
})
