import { expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { id } from '../ids.ts'
import { yen } from '../money/yen.ts'
import type { Contribution } from './contribution.ts'
import { typedContributionSchema, typedOf } from './typed-contribution.ts'

const today = localDate('2026-10-15')
const dues: Contribution = {
  entryDate: localDate('2026-06-10'),
  cashAccountId: id('01a1fc65-c98c-7c7a-acea-dcc06c24a1ee'),
  fundingSourceId: id('01a1fc65-c98c-7c7a-acea-dcc06c24a1ef'),
  areaId: id('01a1fc65-c98c-7c7a-acea-dcc06c24a1e0'),
  amountYen: yen(51_000),
  count: 102,
  note: '5月分',
}

test('what a form shows is read back as the same contribution', () => {
  expect(typedContributionSchema({ today }).parse(typedOf(dues))).toEqual(dues)
})

test('full-width digits, eras and blanks are read as people write them', () => {
  const typed = { ...typedOf(dues), entryDate: '令和8年6月10日', amountYen: '５１，０００円', count: '１０２' }
  expect(typedContributionSchema({ today }).parse(typed)).toEqual(dues)
})

test('what cannot be read is told at its field, with an example', () => {
  const result = typedContributionSchema({ today }).safeParse({ ...typedOf(dues), fundingSourceId: '', amountYen: '5万', count: '多数' })
  const messages = result.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  expect(messages).toEqual([
    'fundingSourceId 財源を選んでください。例：社協会費',
    expect.stringContaining('amountYen '),
    'count 件数は数字で入力してください。例：120',
  ])
})

test('nothing and less than nothing is no contribution', () => {
  const result = typedContributionSchema({ today }).safeParse({ ...typedOf(dues), amountYen: '0' })
  expect(result.error?.issues.map(({ message }) => message)).toEqual(['1円以上の金額を入力してください。'])
})
