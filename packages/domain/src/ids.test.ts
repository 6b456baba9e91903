import { describe, expect, it } from 'vitest'
import { areaIdSchema } from './id-schemas.ts'
import { id } from './ids.ts'

const lower = '0190a5f0-7c3a-7abc-8abc-0123456789ab'

describe('id', () => {
  it('keeps a UUID and lowers its letters, as the schema does', () => {
    expect(id(lower)).toBe(lower)
    expect(id(lower.toUpperCase())).toBe(lower)
    expect(areaIdSchema.parse(lower.toUpperCase())).toBe(lower)
  })

  it.each(['', '1', 'area-1', lower.slice(1), `${lower}0`, lower.replaceAll('-', ''), lower.replace('8abc', 'cabc')])(
    'refuses "%s", as the schema does',
    (text) => {
      expect(() => id(text)).toThrow(RangeError)
      expect(areaIdSchema.safeParse(text).success).toBe(false)
    },
  )
})
