import { expect, test } from 'vitest'
import { findArea, findAreaOfBatch, hasAreasBelow, suggestAreas } from './find-area.ts'
import { sampleContext, sampleId } from './sample-ground.ts'

const { areas } = sampleContext()
const hiyoshi = sampleId<'AreaId'>(401)
const nameOf = (typed: string, within = hiyoshi) => {
  const found = findArea(areas, typed, within)
  return found === null ? null : areas.areas.get(found)?.name
}

test.each(['01-02', '０１－０２', '0102', '2', '日吉二丁目自治会'])(
  '%s is found within the bundle of 日吉校区',
  (typed) => {
    expect(nameOf(typed)).toBe('日吉二丁目自治会')
  },
)

test('a whole code comes before the number of a child', () => {
  expect(nameOf('02')).toBe('篠山校区')
})

test('a number alone means nothing without the area of the batch', () => {
  expect(findArea(areas, '2')).toBeNull()
})

test('at the head of a batch a number needs no leading zeros', () => {
  expect(findAreaOfBatch(areas, '２')).toBe(sampleId<'AreaId'>(402))
  expect(findAreaOfBatch(areas, '3')).toBeNull()
})

test('suggestions come by code, name and kana, those of the bundle first, without closed ones', () => {
  const names = (typed: string) =>
    suggestAreas(areas, typed, { within: hiyoshi }).map((areaId) => areas.areas.get(areaId)?.name)
  expect(names('ひよし')).toEqual(['日吉校区', '日吉一丁目自治会', '日吉二丁目自治会'])
  expect(names('校区')).toEqual(['日吉校区', '篠山校区'])
})

test('only an area with areas in use below it leaves open where a slip belongs', () => {
  expect(hasAreasBelow(areas, hiyoshi)).toBe(true)
  expect(hasAreasBelow(areas, sampleId(411))).toBe(false)
})
