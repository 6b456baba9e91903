import { expect, test } from 'vitest'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { findLineKind } from './line-kind.ts'
import { sampleContext } from './sample-ground.ts'

const kinds = sampleContext().kindsOf(fiscalYear(2026))
const meaningOf = (typed: string) => findLineKind(kinds, typed)?.name

test.each([
  ['1', '一般会費'],
  ['10', '一般会費'],
  ['11', '一般会費'],
  ['12', '賛助会費'],
  ['10-4', '法人会費'],
  ['2', '赤い羽根共同募金'],
  ['3', '歳末たすけあい'],
  ['4', '寄附金'],
  ['402', '寄附金・子ども食堂応援'],
  ['５', '市補助金'],
  ['51', '一般募金配分金'],
  ['99', 'その他'],
  ['赤い羽根 共同募金', '赤い羽根共同募金'],
])('%s on the ten-key means %s', (typed, name) => {
  expect(meaningOf(typed)).toBe(name)
})

test('a late slip of last year is asked for by its year, never by a short code', () => {
  expect(meaningOf('2-2025')).toBe('赤い羽根共同募金（令和7年度）')
  expect(meaningOf('1-2025')).toBe('一般会費（令和7年度分）')
  expect(meaningOf('14-2025')).toBe('法人会費（令和7年度分）')
  const late = kinds.filter((kind) => kind.name.includes('令和7年度'))
  expect(late.flatMap(({ codes }) => codes).every((code) => code.endsWith('-2025'))).toBe(true)
  expect(late.map(({ duesYear }) => duesYear)).toEqual([2025, 2025, 2025, 2025, undefined])
})

test('no code means two kinds', () => {
  const codes = kinds.flatMap((kind) => kind.codes)
  expect(new Set(codes).size).toBe(codes.length)
})

test('what is no code and no name means nothing', () => {
  expect(meaningOf('')).toBeUndefined()
  expect(meaningOf('77')).toBeUndefined()
})
