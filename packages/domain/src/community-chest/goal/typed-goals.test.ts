import { expect, test } from 'vitest'
import { id } from '../../ids.ts'
import { goalTree } from './goal-sheet.ts'
import { cellsBefore, cellsOfPaste, goalInText, goalsAsTyped, readTypedGoals } from './typed-goals.ts'

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const [root, district] = [id<'AreaId'>(uuid(0)), id<'AreaId'>(uuid(1))]
const methods = ['戸別募金', '街頭募金'].map((name, place) => ({
  methodId: id<'CollectionMethodId'>(uuid(90 + place)), name, countMeaning: 'givers' as const,
}))
const areas = [
  { areaId: id<'AreaId'>(uuid(0)), code: '00', name: 'ささえ市', parentId: null, households: null },
  { areaId: id<'AreaId'>(uuid(1)), code: '01', name: '日吉校区', parentId: id<'AreaId'>(uuid(0)), households: 100 },
]
const recorded = new Map([[id<'AreaId'>(uuid(1)), [50_000, 3_000]]])

test('amounts are read as people type them; an emptied cell takes the goal away', () => {
  expect(['１２，５００', '12500円', '', ' ', '約1万', '-5'].map(goalInText)).toEqual([12_500, 12_500, 0, 0, null, null])
})

test('the sums follow the typing, and only what differs is saved', () => {
  const typed = new Map([[district, { 0: '50,000', 1: '' }], [root, { 1: '8000' }]])
  expect(goalTree(areas, 2, goalsAsTyped(recorded, typed, 2)).total).toEqual([50_000, 8_000])
  expect(readTypedGoals(recorded, typed, { areas, methods })).toEqual({
    ok: true,
    cells: [
      { areaId: root, methodId: methods[1]?.methodId, targetYen: 8_000 },
      { areaId: district, methodId: methods[1]?.methodId, targetYen: 0 },
    ],
  })
})

test('what is saved can be undone by saving what the cells said before', () => {
  const typed = new Map([[district, { 0: '70,000', 1: '' }], [root, { 1: '8000' }]])
  const read = readTypedGoals(recorded, typed, { areas, methods })
  expect(cellsBefore(read.ok ? read.cells : [], recorded, methods).map(({ areaId, targetYen }) => [areaId, targetYen])).toEqual([
    [root, 0], [district, 50_000], [district, 3_000],
  ])
})

test('what cannot be read is named with its place', () => {
  const typed = new Map([[district, { 1: '約3千' }]])
  expect(readTypedGoals(recorded, typed, { areas, methods })).toMatchObject({ ok: false, message: expect.stringContaining('日吉校区の「街頭募金」：') })
})

test('what Excel puts on the clipboard is lines of cells', () => {
  expect(cellsOfPaste('1,000\t2,000\r\n\t3\r\n')).toEqual([['1,000', '2,000'], ['', '3']])
})
