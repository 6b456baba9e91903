import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { givingTargetState } from './giving-target-state.ts'
import { givingTargetSchema } from './giving-target-details.ts'
import { linkCodeOf } from './giving-link-details.ts'
import { paymentAccountSchema, paymentKeyNames } from './payment-account-details.ts'

const some = '01900000-0000-7000-8000-000000000001'
const nothing = { fundId: null, campaignId: null, duesKindId: null, collectionMethodId: null, channelId: null, instructedOn: null, opensOn: null, closesOn: null }
const gift = {
  ...nothing, kind: 'general', slug: 'katsudo', title: '社協の活動全体', lead: '', fundingSourceId: some, paymentAccountId: some,
  suggestedYen: [1_000, 3_000], allowsMonthly: true, instruction: '', externalUrl: '', sequence: 10,
}
const drive = { ...gift, kind: 'campaign', campaignId: some, collectionMethodId: some, allowsMonthly: false }

function refusedFields(target: object): string[] {
  const read = givingTargetSchema.safeParse(target)
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}

test('a drive is taken only with an instruction that has a day; without one it leads to the page of the 共同募金会; it is never monthly', () => {
  expect(refusedFields(drive)).toEqual(['externalUrl'])
  expect(refusedFields({ ...drive, externalUrl: 'https://hanett.akaihane.or.jp/' })).toEqual([])
  expect(refusedFields({ ...drive, instruction: '第127号' })).toEqual(['instructedOn'])
  expect(refusedFields({ ...drive, instruction: '第127号', instructedOn: '2026-09-15' })).toEqual([])
  expect(refusedFields({ ...drive, instruction: '第127号', instructedOn: '2026-09-15', allowsMonthly: true })).toEqual(['allowsMonthly'])
  expect(refusedFields({ ...gift, instruction: '第127号', instructedOn: '2026-09-15' })).toEqual(['instruction', 'instructedOn'])
})

test('each kind names what it is booked as and nothing else; dues have no buttons', () => {
  expect(refusedFields(gift)).toEqual([])
  expect(refusedFields({ ...gift, kind: 'fund' })).toEqual(['fundId'])
  expect(refusedFields({ ...gift, duesKindId: some })).toEqual(['duesKindId'])
  expect(refusedFields({ ...drive, campaignId: null, externalUrl: 'https://example.jp/' })).toEqual(['campaignId'])
  expect(refusedFields({ ...gift, kind: 'dues', duesKindId: some })).toEqual(['suggestedYen', 'allowsMonthly'])
  expect(refusedFields({ ...gift, suggestedYen: [1_000, 1_000] })).toEqual(['suggestedYen'])
  expect(refusedFields({ ...gift, externalUrl: 'http://example.jp' })).toContain('externalUrl')
})

test('an address is plain small letters, however it is typed', () => {
  expect(givingTargetSchema.parse({ ...gift, slug: ' Ｋodomo-Shokudo ' }).slug).toBe('kodomo-shokudo')
  for (const slug of ['', 'こども', 'kodomo shokudo', '-kodomo', 'kodomo-', 'a'.repeat(51)]) expect(refusedFields({ ...gift, slug })).toEqual(['slug'])
})

test('whether something can be given to, by the day: a drive that is not instructed never is', () => {
  const window = { kind: 'campaign', instruction: '第127号', opensOn: localDate('2026-12-01'), closesOn: localDate('2026-12-31'), closedOn: null } as const
  expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => givingTargetState(window, localDate(day)))).toEqual(['not_yet', 'open', 'open', 'over'])
  expect(givingTargetState({ ...window, instruction: '' }, localDate('2026-12-10'))).toBe('elsewhere')
  expect(givingTargetState({ ...window, closedOn: localDate('2026-12-05') }, localDate('2026-12-10'))).toBe('closed')
})

test('the code of a link comes from the random end of its id, in signs that nobody takes for others', () => {
  const codes = Array.from({ length: 500 }, (_, index) => linkCodeOf(`01900000-0000-7000-8000-${(index * 562_949_953_421 + 7).toString(16).padStart(12, '0')}`))
  expect(new Set(codes).size).toBe(500)
  expect(codes.filter((code) => !/^[a-hjkmnp-z2-9]{6}$/.test(code))).toEqual([])
})

test("the council's own account has the plain names of keys, another one those with its code", () => {
  expect(paymentKeyNames('council')).toEqual({ secretKey: 'STRIPE_SECRET_KEY', webhookSecret: 'STRIPE_WEBHOOK_SECRET' })
  expect(paymentKeyNames('chest')).toEqual({ secretKey: 'STRIPE_SECRET_KEY_CHEST', webhookSecret: 'STRIPE_WEBHOOK_SECRET_CHEST' })
  expect(paymentAccountSchema.shape.code.safeParse('1chest').success).toBe(false)
})
