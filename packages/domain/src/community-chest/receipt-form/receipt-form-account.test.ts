import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear, firstDayOf, lastDayOf } from '../../calendar/fiscal-year.ts'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { accountOfBlock, accountsBySeries, differenceOf, sumOfAccounts } from './receipt-form-account.ts'
import { formRuns, formRunsOfYear, type RecordedForm } from './receipt-form-runs.ts'
import { receiptFormStates } from './receipt-form-state.ts'

const form = (number: number, change: Partial<RecordedForm> = {}): RecordedForm => ({
  number, state: 'issued', usedOn: localDate('2026-10-10'), recipient: '山田', amountYen: null, entryId: null, entryNumber: null, note: '', ...change,
})
const span = (year: number) => ({ firstDay: firstDayOf(fiscalYear(year)), lastDay: lastDayOf(fiscalYear(year)) })

test('a block over two years: what was left is carried, and each year accounts for every number', () => {
  const block = {
    series: 'A', firstNumber: 101, lastNumber: 150, receivedOn: localDate('2025-09-20'),
    forms: [
      ...Array.from({ length: 30 }, (_, index) => form(101 + index, { usedOn: localDate('2025-12-01') })),
      form(131, { state: 'spoiled', usedOn: localDate('2026-03-31') }),
      form(132, { usedOn: localDate('2026-04-01') }),
      ...[148, 149, 150].map((number) => form(number, { state: 'returned', usedOn: localDate('2027-01-10') })),
    ],
  }
  expect(accountOfBlock(block, span(2024))).toBeNull()
  expect(accountOfBlock(block, span(2025))).toEqual({ carried: 0, received: 50, issued: 30, spoiled: 1, returned: 0, onHand: 19 })
  expect(accountOfBlock(block, span(2026))).toEqual({ carried: 19, received: 0, issued: 1, spoiled: 0, returned: 3, onHand: 15 })
  expect(accountsBySeries([block, { ...block, series: 'B', forms: [] }], span(2025)).map(({ series, account }) => [series, account.received])).toEqual([['A', 50], ['B', 50]])
})

const days = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(localDate('2024-06-01'), offset))
const blocks = fc
  .record({ first: fc.integer({ min: 0, max: 9_999 }), size: fc.integer({ min: 1, max: 60 }), receivedOn: days, series: fc.constantFrom('A', 'B') })
  .chain(({ first, size, receivedOn, series }) =>
    fc
      .subarray(Array.from({ length: size }, (_, index) => first + index))
      .chain((numbers) =>
        fc.tuple(...numbers.map((number) => fc.record({ number: fc.constant(number), state: fc.constantFrom(...receiptFormStates), offset: fc.integer({ min: 0, max: 700 }), note: fc.constantFrom('', '雨ぬれ') }))),
      )
      .map((drawn) => ({
        series, receivedOn, firstNumber: first, lastNumber: first + size - 1,
        forms: drawn.map(({ number, state, offset, note }) => form(number, { state, note, usedOn: addDays(receivedOn, offset) })),
      })),
  )

test('the account of every year closes with nothing over, and what is left is what the next year begins with', () => {
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 5 }), (all) => {
      let before = 0
      for (const year of [2024, 2025, 2026, 2027, 2028]) {
        const account = sumOfAccounts(accountsBySeries(all, span(year)).map((each) => each.account))
        expect(differenceOf(account)).toBe(0)
        expect(account.carried).toBe(before)
        before = account.onHand
        const listed = all.filter((block) => accountOfBlock(block, span(year)) !== null).flatMap((block) => formRunsOfYear(block, span(year)))
        expect(listed.reduce((sum, { firstNumber, lastNumber }) => sum + lastNumber - firstNumber + 1, 0)).toBe(account.carried + account.received)
      }
    }),
  )
})

test('every number of a block stands in exactly one run, with what was recorded of it', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const runs = formRuns(block, block.forms)
      expect(runs.flatMap(({ firstNumber, lastNumber }) => Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) => firstNumber + index))).toEqual(
        Array.from({ length: block.lastNumber - block.firstNumber + 1 }, (_, index) => block.firstNumber + index),
      )
      const stateOf = new Map(block.forms.map(({ number, state }) => [number, state]))
      for (const { firstNumber, lastNumber, form: recorded } of runs) {
        for (let number = firstNumber; number <= lastNumber; number += 1) expect(recorded?.state).toBe(stateOf.get(number))
        if (recorded?.state === 'issued') expect(lastNumber).toBe(firstNumber)
      }
    }),
  )
})
