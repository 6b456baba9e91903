import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { expiryStateOn } from './expiry-state.ts'
import { readTypedExpiry } from './typed-expiry.ts'

const today = localDate('2026-11-21')
const read = (text: string) => readTypedExpiry(text, { today })

test('a 期限 is read as it is printed on goods: a day, or a month to its end', () => {
  expect(['2027.3', '2027年2月', 'R9.3', 'Ｒ９．３', '27/03', '27.2'].map(read)).toEqual(['2027-03-31', '2027-02-28', '2027-03-31', '2027-03-31', '2027-03-31', '2027-02-28'])
  expect(['2027.3.15', '20270315', 'R9.3.15', '令和9年3月15日'].map(read)).toEqual(['2027-03-15', '2027-03-15', '2027-03-15', '2027-03-15'])
})

test('month and day alone are the next such day, because a 期限 lies ahead', () => {
  expect(['11/21', '12/1', '1/15', '3月1日'].map(read)).toEqual(['2026-11-21', '2026-12-01', '2027-01-15', '2027-03-01'])
})

test('what is no 期限 is none', () => {
  expect(['', 'なし', '2027.13', '2027.2.30', '13/40'].map(read)).toEqual([null, null, null, null, null])
})

test('goods are good on the day of their 期限, and near it so many days before', () => {
  const stateOf = (expiresOn: string | null) => expiryStateOn(today, { expiresOn: expiresOn === null ? null : localDate(expiresOn), soonDays: 30 })
  expect(['2026-11-20', '2026-11-21', '2026-12-21', '2026-12-22', null].map(stateOf)).toEqual(['expired', 'soon', 'soon', 'fine', 'none'])
})
