import { expect, test } from 'vitest'
import { parseClockTime } from './parse-clock-time.ts'

test('a time is read however it is typed', () => {
  for (const [typed, meant] of [['15:00', '15:00'], ['１５：３０', '15:30'], ['9時', '09:00'], ['9時5分', '09:05'], ['0905', '09:05'], ['905', '09:05'], ['15', '15:00'], [' 7 : 05 ', '07:05']]) {
    expect([typed, parseClockTime(typed ?? '')]).toEqual([typed, meant])
  }
})

test('what no clock shows is no time', () => {
  for (const typed of ['', '24:00', '12:60', '朝', '12:5', '12345', '-1']) expect([typed, parseClockTime(typed)]).toEqual([typed, null])
})
