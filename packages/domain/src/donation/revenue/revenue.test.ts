import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { isBalanced } from '../../ledger/entry-draft.ts'
import { sumYen } from '../../money/yen.ts'
import { entryOfRevenue } from './entry-of-revenue.ts'
import { expectedMonths, missingMonths } from './machine-months.ts'
import { receiveRevenueSchema } from './receive-revenue-input.ts'
import { revenueStreamDetailsSchema } from './revenue-stream-details.ts'

const uuid = (place: number) => `0199a000-0000-7000-8000-00000000000${place}`
const day = (text: string) => localDate(text)

test('commission is expected for every whole month in which the machine stood and that is over', () => {
  const stay = { startsOn: day('2026-06-15'), endsOn: day('2026-10-01') }
  expect(expectedMonths(stay, fiscalYear(2026), day('2026-12-01'))).toEqual(['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'])
  expect(expectedMonths(stay, fiscalYear(2026), day('2026-08-31'))).toEqual(['2026-06-01', '2026-07-01'])
  expect(expectedMonths(stay, fiscalYear(2027), day('2028-04-01'))).toEqual([])
  expect(missingMonths({ ...stay, receivedMonths: [day('2026-07-01'), day('2026-06-01')] }, fiscalYear(2026), day('2026-09-10'))).toEqual(['2026-08-01'])
})

test('gross income, a fee of its own and the cash that really came balance, and the fund grows by what came', () => {
  const amounts = fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 99_999_998 })).filter(([gross, fee]) => fee < gross)
  fc.assert(fc.property(amounts, ([grossYen, feeYen]) => {
    const input = receiveRevenueSchema.parse({ receiptId: uuid(1), streamId: uuid(2), receivedOn: '2026-10-15', grossYen, feeYen, cashAccountId: uuid(3) })
    const entry = entryOfRevenue(input, {
      kind: 'crowdfunding', name: '子ども食堂を広げる', supporterId: undefined, fundingSourceId: id(uuid(4)), fundId: id(uuid(5)), incomeAccountId: id(uuid(6)),
      debitAccountId: id(uuid(3)), feeAccountId: id(uuid(7)),
    }, { id: id(uuid(8)), postedById: id(uuid(9)) })
    expect(isBalanced(entry.postings)).toBe(true)
    expect(sumYen(entry.postings.filter(({ fundId }) => fundId !== undefined).map(({ amountYen }) => amountYen))).toBe(feeYen - grossYen)
    expect([entry.payerId, ...entry.postings.map(({ supporterId }) => supporterId)].every((giver) => giver === undefined)).toBe(true)
  }))
})

const details = { code: '1', name: '市役所ロビー', fundingSourceId: uuid(1) }

test.each([
  [{ kind: 'vending_machine' }, 'startsOn'],
  [{ kind: 'sponsorship', display: 'named' }, 'supporterId'],
  [{ kind: 'sponsorship', supporterId: uuid(2) }, 'display'],
  [{ kind: 'crowdfunding' }, 'feeAccountId'],
  [{ kind: 'vending_machine', startsOn: '2026-04-02', endsOn: '2026-04-01' }, 'endsOn'],
])('what a kind needs is asked for: %j', (given, field) => {
  expect(revenueStreamDetailsSchema.safeParse({ ...details, ...given }).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
})

test('an outside platform names no giver, whatever the form had', () => {
  expect(revenueStreamDetailsSchema.parse({ ...details, kind: 'crowdfunding', supporterId: uuid(2), display: 'named', feeAccountId: uuid(3) })).toMatchObject({ supporterId: null, display: null })
})
