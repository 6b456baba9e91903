import { addressOfPlace } from '@sasaeai/domain/supporter/address/postal-place'
import { parsePostalCode, type PostalCode } from '@sasaeai/domain/text/postal-code'
import { expect, test } from 'vitest'
import { findPlacesOfAddress, findPlacesOfCode } from './find-postal-places.ts'

const code = (text: string): PostalCode => parsePostalCode(text) ?? expect.unreachable()
const addressesOf = async (text: string) => (await findPlacesOfCode(code(text))).map(addressOfPlace)
const codesOf = async (address: string) => (await findPlacesOfAddress(address)).map(({ postalCode }) => postalCode)

test('a code leads to its town, to many towns, to two prefectures, to a building, or nowhere', async () => {
  expect(await addressesOf('830-0029')).toEqual(['福岡県久留米市洗町'])
  expect(await addressesOf('060-0042')).toEqual(['北海道札幌市中央区大通西'])
  expect(await addressesOf('498-0000')).toEqual(['愛知県弥富市', '三重県桑名郡木曽岬町'])
  expect(await addressesOf('100-6005')).toEqual(['東京都千代田区霞が関霞が関ビル'])
  expect(await addressesOf('452-0961')).toHaveLength(66)
  // The first and the last line of the dictionary.
  expect(await addressesOf('100-0000')).toEqual(['東京都千代田区'])
  expect(await addressesOf('099-6509')).toEqual(['北海道紋別郡湧別町南兵村一区'])
  expect(await addressesOf('999-9999')).toEqual([])
})

test('an address leads to its code, with or without prefecture, 郡 and 大字, and by its longest town', async () => {
  expect(await codesOf('福岡県久留米市洗町1-2')).toEqual(['8300029'])
  expect(await codesOf('久留米市 荒木町荒木1-2')).toEqual(['8300063'])
  expect(await codesOf('三井郡大刀洗町大字本郷1-2')).toEqual(['8301211'])
  expect(await codesOf('大刀洗町本郷1-2')).toEqual(['8301211'])
  expect(await codesOf('札幌市中央区大通西4丁目')).toEqual(['0600042', '0640820'])
  expect(await codesOf('ささえ市日吉町1-2')).toEqual([])
  expect(await codesOf('久留米市')).toEqual([])
  expect(await codesOf('')).toEqual([])
})

test('where two prefectures have a municipality of one name, its town decides', async () => {
  const prefectures = async (address: string) => (await findPlacesOfAddress(address)).map(({ prefecture }) => prefecture)
  expect(await prefectures('府中市本町1-1')).toEqual(['東京都'])
  expect([await prefectures('伊達市末永町1'), await prefectures('伊達市梁川町右城町1')]).toEqual([['北海道'], ['福島県']])
})

test('towns come without the remarks of the dictionary, and what a code says, its address says back', async () => {
  for (const postalCode of ['0200000', '4013334', '7913301', '8300029', '6020847', '7680000']) {
    for (const place of await findPlacesOfCode(code(postalCode))) {
      expect(place).toMatchObject({
        prefecture: expect.stringMatching(/[都道府県]$/),
        city: expect.stringMatching(/[市区町村]$/),
        town: expect.not.stringMatching(/[（）、]|場合/),
      })
      if (place.town !== '') expect(await codesOf(addressOfPlace(place))).toContain(postalCode)
    }
  }
})
