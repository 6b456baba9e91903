import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { interimReceiptWords } from './interim-receipt-content.ts'
import { formatInterimReceiptNumber } from './interim-receipt-number.ts'

const drive = { campaignName: '赤い羽根共同募金', fiscalYear: fiscalYear(2026), drive: 'red_feather', prefecturalBody: '福岡県共同募金会' } as const
const line = { methodName: '法人募金', amountYen: yen(30_000), receivedOn: localDate('2026-10-05') }

test('it names the drive and the methods, for whom the money is held, and that it is no proof for a deduction', () => {
  expect(interimReceiptWords([line, { ...line, methodName: '職域募金', amountYen: yen(2_500), receivedOn: localDate('2026-10-01') }], drive)).toEqual({
    purpose: '令和8年度　赤い羽根共同募金（法人募金・職域募金）として',
    details: [{ label: '法人募金', amountYen: 30_000 }, { label: '職域募金', amountYen: 2_500 }],
    receivedFrom: '2026-10-01',
    receivedTo: '2026-10-05',
    heldFor: '福岡県共同募金会',
    notice: 'この預り証は税の控除の証明には使えません。控除用の領収書は福岡県共同募金会が発行します。',
  })
})

test('without a recorded name it says 共同募金会; of another body it promises nothing', () => {
  expect(interimReceiptWords([line], { ...drive, prefecturalBody: '' }).notice).toContain('控除用の領収書は共同募金会が発行します')
  const other = interimReceiptWords([line], { ...drive, drive: 'other' })
  expect(other.notice).toContain('税の控除の証明には使えません')
  expect(other.notice).not.toContain('発行します')
})

test('the details add up to what came in, and nothing is no receipt', () => {
  const lines = fc.array(
    fc.record({ methodName: fc.constantFrom('戸別募金', '法人募金'), amountYen: fc.integer({ min: 1, max: 10_000_000 }).map(yen), receivedOn: fc.constant(line.receivedOn) }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(lines, (held) => {
      const { details } = interimReceiptWords(held, drive)
      expect(sumYen(details.map(({ amountYen }) => amountYen))).toBe(sumYen(held.map(({ amountYen }) => amountYen)))
    }),
  )
  expect(() => interimReceiptWords([], drive)).toThrow(RangeError)
})

test('a number names the year in which it was issued', () => {
  expect(formatInterimReceiptNumber({ fiscalYear: fiscalYear(2026), number: 12 })).toBe('預り08-00012')
})
