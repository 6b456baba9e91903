import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { firstCashCount, nextCashCount, piecesSoFar, readPieces, readTypedCashCount, type TypedCashCount } from './typed-cash-count.ts'

const today = localDate('2026-10-15')
const someId = '01930000-0000-7000-8000-000000000001'
const typed: TypedCashCount = {
  ...firstCashCount(someId, { today, cashAccountId: someId }),
  campaignId: someId,
  collectionMethodId: someId,
  fundingSourceId: someId,
  firstCounter: ' 山田 ',
  secondCounter: '佐藤',
  pieces: { 500: '３１枚', 100: '1,200', 1: '' },
}
const read = (change: Partial<TypedCashCount> = {}) => readTypedCashCount({ ...typed, ...change }, { today })
const fieldsAtFault = (change: Partial<TypedCashCount>) => {
  const reading = read(change)
  return reading.ok ? [] : reading.problems.map(({ fieldId }) => fieldId)
}

test('a sheet is read as people type it: full width, commas, 枚, nothing where there was none', () => {
  expect(read()).toMatchObject({
    ok: true,
    input: { countedOn: today, pieces: { 500: 31, 100: 1_200 }, countedBy: ['山田', '佐藤'], count: 1, pointId: null },
  })
  expect([readPieces('０'), readPieces(' 7 枚'), readPieces('3.5'), readPieces('-1'), readPieces('百'), readPieces('100000')]).toEqual([0, 7, null, null, null, null])
})

test('everything that is missing is named at once, each with its field', () => {
  expect(fieldsAtFault({ campaignId: '', countedOn: '', firstCounter: '', secondCounter: '  ', pieces: {} })).toEqual([
    'campaignId', 'countedOn', 'firstCounter', 'pieces-10000',
  ])
  expect(fieldsAtFault({ pieces: { 500: '三十', 50: '2' }, count: 'たくさん' })).toEqual(['count', 'pieces-500'])
})

test('one who counts alone can book; an unreadable cell counts as none while it is typed', () => {
  expect(read({ secondCounter: '' })).toMatchObject({ input: { countedBy: ['山田'] } })
  expect(piecesSoFar({ ...typed, pieces: { 500: '3', 100: 'x' } })).toEqual({ 500: 3 })
})

test('the next sheet keeps drive, method, day and counters, and begins with nothing counted under a new id', () => {
  const other = '01930000-0000-7000-8000-000000000002'
  expect(nextCashCount(other, { ...typed, pointId: someId, areaId: someId, note: '雨' })).toEqual({ ...typed, countId: other, pieces: {} })
})
