import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockTimeInTokyo } from '../calendar/clock-time.ts'
import { localDate, localDateInTokyo } from '../calendar/local-date.ts'
import { formatPostingMoment, isPostingMoment, postedUntilWords, postingMomentOf } from './posting-moment.ts'

test('a moment is said to the hour, the minute or the second, whichever it is', () => {
  expect(postedUntilWords(postingMomentOf(localDate('2026-11-22'), '15:00'))).toBe('令和8年11月22日15時までに記帳した分')
  expect(formatPostingMoment(postingMomentOf(localDate('2026-04-01'), '00:04'))).toBe('令和8年4月1日0時4分')
  expect(formatPostingMoment('2026-04-01T00:00:07.012Z')).toBe('令和8年4月1日9時0分7秒')
})

test('the moment of a day and a time is that day and that time in Tokyo', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2199-01-01T00:00:00Z'), noInvalidDate: true }), (instant) => {
      const [day, time] = [localDateInTokyo(instant), clockTimeInTokyo(instant)]
      const moment = postingMomentOf(day, time)
      expect(isPostingMoment(moment)).toBe(true)
      expect([localDateInTokyo(new Date(moment)), clockTimeInTokyo(new Date(moment))]).toEqual([day, time])
    }),
  )
})

test('what is no instant is none', () => {
  for (const wrong of ['2026-11-22', '2026-13-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '2026-11-22T15:00:00+09:00', 5, undefined]) {
    expect(isPostingMoment(wrong)).toBe(false)
  }
})
