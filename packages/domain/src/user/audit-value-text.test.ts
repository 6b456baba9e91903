import { expect, test } from 'vitest'
import { auditValueText } from './audit-value-text.ts'

const names = new Map([['01a1', '日吉一丁目自治会']])
const textOf = (field: string, value: unknown) => auditValueText(field, value, names)

test('a code that means different things is told apart by its field', () => {
  expect([textOf('unit', 'household'), textOf('route', 'direct'), textOf('stage', 'candidate'), textOf('channel', 'visit')])
    .toEqual(['世帯', '直接', '候補', '訪問'])
})

test('a record within a record is told field by field, its ids by their names', () => {
  const area = { areaId: '01a1', envelopesIssued: 1_200, issuedOn: '2026-06-01', returnedOn: null }
  expect(textOf('areas', [area])).toBe('地域 日吉一丁目自治会・封筒（渡した） 1,200・渡した日 令和8年6月1日・戻った日 —')
})

test('yen, rates and years are written as everywhere else', () => {
  expect([textOf('unitYen', 5_000), textOf('shareBackBasisPoints', 4_000), textOf('fiscalYear', 2026)]).toEqual(['5,000円', '40%', '2026'])
})
