import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelPlaces, sheetsFor } from './label-place.ts'
import { labelSheetDetailsSchema } from './label-sheet-details.ts'

const typed = {
  code: '24', name: 'A4 24面', across: '3', down: '8', labelWidthMm: '６６', labelHeightMm: '33.9mm', leftMm: '6', topMm: '12.9', columnGapMm: '0', rowGapMm: '0',
  shiftRightMm: '−1.5', shiftDownMm: '0',
}

test('measures are read as they are typed', () => {
  expect(labelSheetDetailsSchema.parse(typed)).toMatchObject({ across: 3, labelWidthMm: 66, labelHeightMm: 33.9, shiftRightMm: -1.5 })
})

test('a sheet that would reach beyond A4 is refused at the field to look at', () => {
  const refused = (change: object) => labelSheetDetailsSchema.safeParse({ ...typed, ...change }).error?.issues.map(({ path }) => path.join('.'))
  expect(refused({ labelWidthMm: '69' })).toEqual(['labelWidthMm'])
  expect(refused({ rowGapMm: '3' })).toEqual(['labelHeightMm'])
  expect(refused({ leftMm: 'あ' })).toEqual(['leftMm'])
  expect(refused({ across: '3', labelWidthMm: '70', leftMm: '0', labelHeightMm: '37.125', topMm: '0' })).toBeUndefined()
})

test('labels lie row by row, none over another, all on the sheet', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 6, noNaN: true }), (across, down, gap) => {
    const sheet = { ...labelSheetDetailsSchema.parse(typed), across, down, labelWidthMm: 30, labelHeightMm: 16, columnGapMm: gap, rowGapMm: gap, shiftRightMm: 0 }
    const places = labelPlaces(sheet)
    expect(places).toHaveLength(across * down)
    for (const [index, { leftMm, topMm }] of places.entries()) {
      const before = places[index - 1]
      if (before !== undefined && index % across !== 0) expect(leftMm - before.leftMm).toBeCloseTo(30 + gap)
      if (index >= across) expect(topMm - (places[index - across]?.topMm ?? 0)).toBeCloseTo(16 + gap)
    }
  }))
})

test('so many labels take so many sheets', () => {
  const sheet = { across: 3, down: 8 }
  const of = (labels: number, startAt: number) => sheetsFor({ ...labelSheetDetailsSchema.parse(typed), ...sheet }, { labels, startAt })
  expect([of(0, 1), of(24, 1), of(25, 1), of(24, 2), of(1, 24)]).toEqual([0, 1, 2, 2, 1])
})
