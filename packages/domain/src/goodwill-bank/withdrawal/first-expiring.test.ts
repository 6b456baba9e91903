import { array, assert, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDate } from '../../calendar/local-date.ts'
import { type HeldLot, takeFirstExpiring } from './first-expiring.ts'

const day = localDate('2026-10-15')
const lots = array(record({ expiry: option(integer({ min: -20, max: 60 })), held: integer({ min: 0, max: 50 }) }), { maxLength: 12 }).map((drawn) =>
  drawn.map(({ expiry, held }, index): HeldLot => ({ lotId: `lot${index}`, expiresOn: expiry === null ? null : addDays(day, expiry), held })),
)
const end = (expiresOn: string | null) => expiresOn ?? '9999-12-31'

test('exactly what is wanted goes out, never more of a lot than there is, nothing expired, and what expires first goes first', () => {
  assert(
    property(lots, integer({ min: 1, max: 300 }), (there, wanted) => {
      const good = there.filter(({ expiresOn }) => expiresOn === null || expiresOn >= day)
      const available = good.reduce((sum, { held }) => sum + held, 0)
      const taking = takeFirstExpiring(there, { wanted, day })
      if (!taking.ok) {
        expect(available).toBeLessThan(wanted)
        expect(taking.available).toBe(available)
        return
      }
      expect(taking.taken.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(wanted)
      const takenOf = new Map(taking.taken.map(({ lotId, quantity }) => [lotId, quantity]))
      for (const { lotId, held, expiresOn } of there) {
        const taken = takenOf.get(lotId) ?? 0
        expect(taken).toBeLessThanOrEqual(held)
        if (expiresOn !== null && expiresOn < day) expect(taken).toBe(0)
      }
      // Whatever is left of a lot, nothing that expires later was touched.
      for (const lot of good) {
        if ((takenOf.get(lot.lotId) ?? 0) === lot.held) continue
        for (const later of good) if (end(later.expiresOn) > end(lot.expiresOn)) expect(takenOf.has(later.lotId)).toBe(false)
      }
    }),
  )
})

test('what expires on the day itself still goes out, and what never expires goes last', () => {
  const there = [
    { lotId: 'a', expiresOn: null, held: 5 },
    { lotId: 'b', expiresOn: addDays(day, 9), held: 3 },
    { lotId: 'c', expiresOn: day, held: 2 },
    { lotId: 'd', expiresOn: addDays(day, -1), held: 9 },
  ]
  const taking = takeFirstExpiring(there, { wanted: 7, day })
  expect(taking.ok && taking.taken.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([['c', 2], ['b', 3], ['a', 2]])
  expect(takeFirstExpiring(there, { wanted: 11, day })).toEqual({ ok: false, available: 10 })
})
