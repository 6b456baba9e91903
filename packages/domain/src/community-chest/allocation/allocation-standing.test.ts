import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { addYen, yen } from '../../money/yen.ts'
import { allocationStanding, sumOfStandings, reportStateOf } from './allocation-standing.ts'

const day = localDate('2026-06-01')

test('what was undone is not received; what is left and what is used make up what was decided', () => {
  const standing = allocationStanding({
    decidedYen: yen(1_000_000),
    receipts: [
      { amountYen: yen(600_000), undoneOn: null },
      { amountYen: yen(400_000), undoneOn: day },
    ],
    uses: [{ amountYen: yen(700_000) }, { amountYen: yen(350_000) }],
  })
  expect(standing).toEqual({ decidedYen: 1_000_000, receivedYen: 600_000, usedYen: 1_050_000, toReceiveYen: 400_000, remainingYen: -50_000 })
})

const amounts = fc.integer({ min: 1, max: 99_999_999_999 }).map(yen)
const parts = fc.record({
  decidedYen: amounts,
  receipts: fc.array(fc.record({ amountYen: amounts, undoneOn: fc.constantFrom(null, day) }), { maxLength: 5 }),
  uses: fc.array(fc.record({ amountYen: amounts }), { maxLength: 5 }),
})

test('whatever came and went, the parts of each allocation and of all together add up to the yen', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (all) => {
      const standings = all.map(allocationStanding)
      for (const each of [...standings, sumOfStandings(standings)]) {
        expect(addYen(each.usedYen, each.remainingYen)).toBe(each.decidedYen)
        expect(addYen(each.receivedYen, each.toReceiveYen)).toBe(each.decidedYen)
      }
    }),
  )
})

test('a report is overdue from the day after its day, until it is there', () => {
  const due = { reportDueOn: localDate('2027-03-31'), reportedOn: null }
  expect(reportStateOf(due, localDate('2027-03-31'))).toBe('to_come')
  expect(reportStateOf(due, localDate('2027-04-01'))).toBe('overdue')
  expect(reportStateOf({ ...due, reportedOn: localDate('2027-04-10') }, localDate('2027-05-01'))).toBe('reported')
  expect(reportStateOf({ reportDueOn: null, reportedOn: null }, localDate('2027-05-01'))).toBe('not_asked')
})
