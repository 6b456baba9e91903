import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockTimeInTokyo } from './clock-time.ts'

test('the time on the wall is the one that Intl tells for Tokyo, with a midnight of 00', () => {
  const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, (instant) => {
      expect(clockTimeInTokyo(instant)).toBe(clock.format(instant))
    }),
  )
  expect(clockTimeInTokyo(new Date('2026-04-01T15:00:00Z'))).toBe('00:00')
})
