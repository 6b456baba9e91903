import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from './fiscal-year.ts'
import { formatFiscalYear } from './japanese-era.ts'
import { parseFiscalYear } from './parse-fiscal-year.ts'

test('a fiscal year is read however a table writes it', () => {
  for (const text of ['令和7年度', 'R7', 'ｒ７', '令和 7', '2025', '２０２５年度', 'R7年度']) expect(parseFiscalYear(text)).toBe(2025)
  expect(parseFiscalYear('令和元年度')).toBe(2019)
  expect(parseFiscalYear('H31')).toBe(2019)
  expect(parseFiscalYear('平成30年度')).toBe(2018)
  for (const text of ['', '7', '25', '令和', '7年度', 'R100', '合計']) expect(parseFiscalYear(text)).toBeNull()
})

test('what is printed is read back', () => {
  fc.assert(fc.property(fc.integer({ min: 1927, max: 2117 }), (year) => {
    expect(parseFiscalYear(formatFiscalYear(fiscalYear(year)))).toBe(year)
  }))
})
