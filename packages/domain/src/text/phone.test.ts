import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, parsePhone, phoneSchema } from './phone.ts'

describe('parsePhone', () => {
  it.each([
    ['0942343035', '0942343035'],
    ['0942-34-3035', '0942343035'],
    ['０９４２（３４）３０３５', '0942343035'],
    ['0942ー34ー3035', '0942343035'],
    [' 090 1234 5678 ', '09012345678'],
    ['+81 90 1234 5678', '09012345678'],
    ['+81-(0)3-1234-5678', '0312345678'],
  ])('reads %s as %s', (text, expected) => {
    expect(parsePhone(text)).toBe(expected)
  })

  it.each(['', '34-3035', '942-34-3035', '0942-34-30356789', '内線12'])('has no answer to "%s"', (text) => {
    expect(parsePhone(text)).toBeNull()
  })

  it('reads back every number that it prints', () => {
    const phones = fc.stringMatching(/^0\d{9,10}$/).map((digits) => phoneSchema.parse(digits))
    fc.assert(
      fc.property(phones, (phone) => {
        expect(parsePhone(formatPhone(phone))).toBe(phone)
      }),
    )
  })
})

describe('formatPhone', () => {
  it.each([
    ['09012345678', '090-1234-5678'],
    ['05012345678', '050-1234-5678'],
    ['0120123456', '0120-123-456'],
    ['0312345678', '03-1234-5678'],
    ['0942343035', '0942343035'],
  ])('writes %s as %s', (digits, expected) => {
    expect(formatPhone(phoneSchema.parse(digits))).toBe(expected)
  })
})
