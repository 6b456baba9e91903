import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ascendingUuids, uuidV7 } from './uuid-v7.ts'

const times = fc.nat(2 ** 48 - 1)
const randoms = fc.uint8Array({ minLength: 10, maxLength: 16 })

describe('uuidV7', () => {
  it('makes the example of RFC 9562', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('is always a UUID of version 7', () => {
    fc.assert(
      fc.property(times, randoms, (time, random) => {
        expect(z.uuidv7().safeParse(uuidV7(time, random)).success).toBe(true)
      }),
    )
  })

  it('sorts by the moment of its making', () => {
    const made = fc.record({ time: times, random: randoms })
    fc.assert(
      fc.property(made, made, (one, other) => {
        fc.pre(one.time !== other.time)
        expect(uuidV7(one.time, one.random) < uuidV7(other.time, other.random)).toBe(one.time < other.time)
      }),
    )
  })

  it('differs whenever one of its 74 random bits does', () => {
    const clear = new Uint8Array(10)
    const made = new Set<string>()
    for (let bit = 0; bit < 80; bit += 1) {
      made.add(uuidV7(0, clear.map((_, index) => (index === bit >> 3 ? 1 << (bit & 7) : 0))))
    }
    // Four bits belong to the version and two to the variant: setting those changes nothing, which is one more id.
    expect(made.size).toBe(74 + 1)
  })

  it.each([-1, 2 ** 48, 0.5, Number.NaN])('refuses the time %s', (time) => {
    expect(() => uuidV7(time, new Uint8Array(10))).toThrow(RangeError)
  })

  it('refuses to make do with fewer random bytes', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError)
  })
})

describe('ascendingUuids', () => {
  it('ascends within a millisecond, beyond what 12 bits count, and while the clock is set back', () => {
    const clock = [1_000, ...Array.from({ length: 5_000 }, () => 1_000), 999, 1_002, 1_003]
    const newId = ascendingUuids(() => clock.shift() ?? 1_003, () => crypto.getRandomValues(new Uint8Array(10)))
    const made = Array.from({ length: 5_010 }, newId)
    expect(made).toEqual(made.toSorted())
    expect(new Set(made).size).toBe(made.length)
    expect(made.every((each) => z.uuidv7().safeParse(each).success)).toBe(true)
    expect(made.at(-1)?.slice(0, 13)).toBe('00000000-03eb')
  })
})
