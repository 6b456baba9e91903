import { expect, test } from 'vitest'
import { id } from '../ids.ts'
import { proposedAreas } from './propose-area.ts'

const areas = [
  { name: 'ささえ市', level: 0 },
  { name: '日吉校区', level: 1 },
  { name: '日吉一丁目自治会', level: 2 },
  { name: '日吉二丁目自治会', level: 2 },
  { name: '篠山町自治会', level: 2 },
  { name: '南区', level: 2 },
].map((area, index) => ({ ...area, areaId: id<'AreaId'>(`00000000-0000-7000-8000-00000000000${index}`) }))

const namesFor = (address: string) => proposedAreas(address, areas).map(({ name }) => name)

test('the area whose longest name stands in the address comes first, in figures of any kind', () => {
  expect(namesFor('ささえ市日吉１丁目2-3')).toEqual(['日吉一丁目自治会', '日吉校区'])
  expect(namesFor('ささえ市日吉二丁目')).toEqual(['日吉二丁目自治会', '日吉校区'])
  expect(namesFor('ささえ市篠山町5')).toEqual(['篠山町自治会'])
})

test('nothing is proposed for the whole city, for another town, nor by a name of one character', () => {
  expect([namesFor('ささえ市'), namesFor('福岡市南1-1'), namesFor('')]).toEqual([[], [], []])
})
