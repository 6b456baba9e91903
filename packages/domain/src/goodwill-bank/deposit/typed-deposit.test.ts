import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { emptyLine, isDepositTyped, nextDeposit, readTypedDeposit, type TypedDeposit } from './typed-deposit.ts'

const ids = Array.from({ length: 9 }, (_, index) => `01900000-0000-7000-8000-00000000000${index}`)
const [actId = '', purposeId = '', rice = '', tins = '', cash = '', expense = '', source = ''] = ids
const items = [{ id: rice, name: '米', measure: 'weight', unit: 'kg' }, { id: tins, name: '缶詰', measure: 'count', unit: '点' }] as const
const context = { today: localDate('2026-11-21'), items }
const empty: TypedDeposit = {
  actId, depositedOn: 'R8.11.20', purposeId, supporterId: '', supporterName: '', route: 'food_drive', occasion: '市役所', note: '', isSameDay: false, money: '',
  cashAccountId: '', expenseAccountId: '', fundingSourceId: '', lines: [emptyLine(rice), emptyLine(tins), emptyLine(tins)],
}
const typed = (change: Partial<TypedDeposit>) => readTypedDeposit({ ...empty, ...change }, context)
const problemsOf = (change: Partial<TypedDeposit>) => {
  const reading = typed(change)
  return reading.ok ? [] : reading.problems.map(({ fieldId }) => fieldId)
}

test('lines on which something was typed are read, in kg and in pieces, and the rest of the sheet is left out', () => {
  const reading = typed({ lines: [{ ...emptyLine(rice), quantity: '１２．５' }, emptyLine(tins), { ...emptyLine(tins), quantity: '24点', expiresOn: '2027.3' }] })
  expect(reading.ok && reading.input.lines).toEqual([
    { itemId: rice, expiresOn: null, quantity: 12_500, valueYen: 0 },
    { itemId: tins, expiresOn: '2027-03-31', quantity: 24, valueYen: 0 },
  ])
})

test('every field that cannot be read is named in the order of the form', () => {
  const lines = [{ ...emptyLine(rice), expiresOn: '2027.3' }, { ...emptyLine(tins), quantity: '2.5' }, { ...emptyLine(tins), quantity: '2', expiresOn: 'なし', value: '千円' }]
  expect(problemsOf({ depositedOn: 'きのう', purposeId: '', lines, money: '1万' })).toEqual([
    'depositedOn', 'purposeId', 'line-0-quantity', 'line-1-quantity', 'line-2-expiresOn', 'line-2-value', 'money',
  ])
})

test('an empty sheet is none, money needs an account and a source, goods with a value an expense unless they go out on the same day', () => {
  expect(problemsOf({})).toEqual(['line-0-quantity'])
  expect(problemsOf({ money: '10,000' })).toEqual(['cashAccountId', 'fundingSourceId'])
  const valued = { lines: [{ ...emptyLine(rice), quantity: '5', value: '2000' }] }
  expect(problemsOf(valued)).toEqual(['expenseAccountId', 'fundingSourceId'])
  expect(problemsOf({ ...valued, isSameDay: true })).toEqual([])
  expect(problemsOf({ ...valued, money: '500', cashAccountId: cash, expenseAccountId: expense, fundingSourceId: source })).toEqual([])
})

test('the next sheet keeps where one stands, and nothing of who gave what', () => {
  const last = { ...empty, supporterId: ids[8] ?? '', supporterName: 'ささえ青果', money: '5', lines: [{ ...emptyLine(rice), quantity: '5' }, emptyLine(tins), emptyLine(tins)] }
  expect(isDepositTyped(last)).toBe(true)
  const next = nextDeposit(actId, last)
  expect(next).toEqual({ ...empty, lines: [emptyLine(rice), emptyLine(tins)] })
  expect(isDepositTyped(next)).toBe(false)
})
