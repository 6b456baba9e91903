import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPostalCode, parsePostalCode, postalCodeSchema, readablePostalCode } from './postal-code.ts'

describe('parsePostalCode', () => {
  it.each(['8300022', '830-0022', '８３０－００２２', '８３０ー００２２', '〒830-0022', '〒 ８３０００２２', ' 830 0022 '])(
    'reads %s',
    (text) => {
      expect(parsePostalCode(text)).toBe('8300022')
    },
  )

  it.each(['', '830', '830-00222', '830-002a', '83000220'])('has no answer to "%s"', (text) => {
    expect(parsePostalCode(text)).toBeNull()
  })

  it('reads back every code that it prints', () => {
    const codes = fc.stringMatching(/^\d{7}$/).map((digits) => postalCodeSchema.parse(digits))
    fc.assert(
      fc.property(codes, (code) => {
        expect(parsePostalCode(formatPostalCode(code))).toBe(code)
      }),
    )
  })
})

describe('readablePostalCode', () => {
  it.each([
    ['8300022', '830-0022'],
    ['', ''],
  ])('shows %j as %j', (recorded, shown) => expect(readablePostalCode(recorded)).toBe(shown))
})
