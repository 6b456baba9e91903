import { expect, test } from 'vitest'
import { outreachDetailsSchema } from './outreach-input.ts'

function attendeesOf(typed: string): number | null {
  return outreachDetailsSchema.parse({ heldOn: '2026-05-14', kind: 'other', title: '説明会', attendees: typed }).attendees
}

test('attendees are read in full-width digits and with separators; nobody counted is not zero', () => {
  expect(attendeesOf('２４')).toBe(24)
  expect(attendeesOf('1,024')).toBe(1_024)
  expect(attendeesOf('0')).toBe(0)
  expect(attendeesOf(' ')).toBeNull()
  expect(() => attendeesOf('20人くらい')).toThrow('参加人数は数字で入力してください')
})
