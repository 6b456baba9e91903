import { expect, test } from 'vitest'
import { parsePostalCode, type PostalCode } from '../../text/postal-code.ts'
import { sharedAddress, townsOfLine, townsWithin, withPlace } from './postal-place.ts'

const code = (text: string): PostalCode => parsePostalCode(text) ?? expect.unreachable()

test.each([
  ['洗町', ['洗町']],
  ['以下に掲載がない場合', ['']],
  ['小菅村の次に１～６６３番地がくる場合', ['']],
  ['大通西（１〜１９丁目）', ['大通西']],
  ['種市（第１〜３地割「角浜」', ['種市']],
  ['粟島浦村一円', ['']],
  ['一円', ['一円']],
  ['井道、奥井道、内井道', ['井道', '奥井道', '内井道']],
])('%s of the dictionary is written as %j', (line, towns) => {
  expect(townsOfLine(line)).toEqual(towns)
})

test('several towns share the beginning of their addresses, even two prefectures that share nothing', () => {
  const place = { postalCode: code('4520961'), prefecture: '愛知県', city: '清須市' }
  expect(sharedAddress([{ ...place, town: '春日明河原' }, { ...place, town: '春日稲荷' }])).toBe('愛知県清須市春日')
  expect(sharedAddress([{ ...place, town: '' }, { ...place, prefecture: '三重県', town: '' }])).toBe('')
  expect(sharedAddress([])).toBe('')
})

test('a place goes before what was typed, without doubling it', () => {
  const place = '福岡県久留米市洗町'
  for (const typed of ['1-2', '洗町1-2', '久留米市洗町1-2', '福岡県久留米市洗町1-2']) {
    expect(withPlace(typed, place)).toEqual({ address: '福岡県久留米市洗町1-2', replaces: false })
  }
  expect(withPlace('', place)).toEqual({ address: place, replaces: false })
})

test('another place gives way, and is said to', () => {
  expect(withPlace('福岡市中央区天神1-1', '福岡県久留米市洗町')).toEqual({ address: '福岡県久留米市洗町', replaces: true })
  expect(withPlace('福岡県久留米市旭町3-4', '福岡県久留米市洗町', '福岡県久留米市旭町')).toEqual({ address: '福岡県久留米市洗町3-4', replaces: false })
})

test('the town of an address is sought from its longest beginning on, with either ケ', () => {
  expect(townsWithin('大字自由ヶ丘2')).toEqual(['自由ヶ丘2', '自由ケ丘2', '自由ヶ丘', '自由ケ丘', '自由ヶ', '自由ケ', '自由', '自'])
})
