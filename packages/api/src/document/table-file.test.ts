import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { readTableFile } from '@sasaeai/documents/read-table-file'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { done } from '@sasaeai/testing/a-grant'
import { expect, test } from 'vitest'
import { tableFile } from './table-file.ts'

const gifts: WorkbookSheet = {
  name: '寄附',
  columns: [{ heading: '受領日', kind: 'date' }, { heading: '寄附者' }, { heading: '金額（円）', kind: 'yen' }],
  rows: [['2026-10-01', '日吉 花子', 10_000], ['2026-10-02', '匿名', 500]],
  total: [null, '合計', 10_500],
}
const moment: WorkbookSheet = { name: '時点', columns: [{ heading: 'この表の時点' }], rows: [['令和8年10月3日 12:00の帳簿']] }

test('one table becomes headings and rows that a program can read, without its sums', async () => {
  expect(await textOf([gifts], 'csv')).toBe('\ufeff受領日,寄附者,金額（円）\r\n2026-10-01,日吉 花子,10000\r\n2026-10-02,匿名,500\r\n')
})

test('several tables stand below each other under the name of the file, each with its sums', async () => {
  expect(await textOf([gifts, moment], 'csv_cp932')).toBe([
    '寄附　令和8年度', '', '寄附', '受領日,寄附者,金額（円）', '2026-10-01,日吉 花子,10000', '2026-10-02,匿名,500', ',合計,10500', '', '時点', 'この表の時点', '令和8年10月3日 12:00の帳簿', '',
  ].join('\r\n'))
})

test('in Excel figures are figures, days are days, and every table has its sheet', async () => {
  const { fileName, content } = await done(tableFile('寄附_令和8年度', [gifts, moment], 'xlsx'))
  const table = await readTableFile(Buffer.from(content, 'base64'))
  if (!table.ok) throw new Error(table.code)
  expect([fileName, table.sheetName, ...table.unreadSheets]).toEqual(['寄附_令和8年度.xlsx', '寄附', '時点'])
  expect(table.lines.map(({ cells }) => cells).at(-1)).toEqual(['', '合計', '10500'])
})

test('a name that Shift_JIS cannot carry is told with its place instead of becoming a question mark', async () => {
  const sheet = { ...gifts, rows: [['2026-10-01', '𠮷田 一郎', 10_000]] }
  expect(await tableFile('寄附', [sheet], 'csv_cp932')).toEqual({ ok: false, code: 'not_in_cp932', about: '𠮷（2行目の寄附者）' })
})

async function textOf(sheets: readonly WorkbookSheet[], format: Exclude<ExportFormat, 'xlsx'>): Promise<string> {
  const bytes = Buffer.from((await done(tableFile('寄附_令和8年度', sheets, format))).content, 'base64')
  return new TextDecoder(format === 'csv' ? 'utf-8' : 'shift_jis', { ignoreBOM: true }).decode(bytes)
}
