import { expect, test } from 'vitest'
import { areasMeantBy } from './area-lookup.ts'

const areas = [
  { code: '01', name: '日吉校区', kana: 'ヒヨシ' },
  { code: '01-02', name: '日吉二丁目自治会', kana: 'ヒヨシニチョウメ' },
  { code: '10', name: '東日吉', kana: '' },
]
const codesFor = (text: string) => areasMeantBy(areas, text, 10).map((area) => area.code)

test('the very code comes first, then what begins with it', () => {
  expect(codesFor('01')).toEqual(['01', '01-02'])
  expect(codesFor('０１０２')).toEqual(['01-02'])
})

test('a name is found by its beginning before its middle, a reading in either kana', () => {
  expect(codesFor('日吉')).toEqual(['01', '01-02', '10'])
  expect(codesFor('ひよしに')).toEqual(['01-02'])
})

test('nothing typed means nothing, and no more are answered than asked for', () => {
  expect(codesFor(' -')).toEqual([])
  expect(areasMeantBy(areas, '日吉', 2)).toHaveLength(2)
})
