import type { ReportColumn } from '@sasaeai/domain/funding-indicator/report-table'
import { expect, test } from 'vitest'
import { columnWidths, paperWidthMm } from './column-widths.ts'

const usual = { pt: 8.4, insetMm: 1.2 }
const text = { heading: '指標', kind: 'text' } satisfies ReportColumn
const yen = { heading: '今年度（円）', kind: 'yen' } satisfies ReportColumn

test('figures of nine digits stand beside each other unbroken, and the columns fill the paper', () => {
  const row = ['介護・障害サービス', ...Array.from({ length: 5 }, () => '259,643,831')]
  const widths = columnWidths([text, yen, yen, yen, yen, yen], [row], usual)
  expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(paperWidthMm)
  for (const width of widths.slice(1)) expect(width).toBeGreaterThan(11 * 0.6 * 8.4 * 0.3528)
})

test('long words are broken before a figure is, and a short column of words beside them is not', () => {
  const widths = columnWidths([text, { heading: '時点', kind: 'text' }, yen], [['地域での支え合いや助け合いが充実していると感じる市民の割合'.repeat(3), 'R7調査', '21,886,208円']], usual)
  const [words = 0, moment = 0, figure = 0] = widths
  expect(figure).toBeGreaterThan((10 * 0.66 + 1) * 8.4 * 0.3528 + 2.4)
  expect(moment).toBeGreaterThan(4 * 8.4 * 0.3528)
  expect(words + moment + figure).toBeCloseTo(paperWidthMm)
})
