import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readTableFile } from './read-table-file.ts'
import { writeWorkbook, type WorkbookColumn, type WorkbookSheet } from './write-workbook.ts'

const columns: WorkbookColumn[] = [
  { heading: 'コード' },
  { heading: '名称' },
  { heading: '受付日', kind: 'date' },
  { heading: '金額', kind: 'yen' },
]
const rows: WorkbookSheet['rows'] = [
  ['01', '=1+1', '2026-04-01', 1_234_567],
  ['02', '𠮷野 髙﨑', null, -500],
  ['03', '同上', '1899-05-01', null],
]

test('codes keep their zeros, formulas stay text, dates are dates, what Excel has no date for is text', async () => {
  const [sheet] = (await readXlsx(await writeWorkbook([{ name: '寄付', columns, rows }]))).sheets
  expect(sheet?.rows).toEqual([
    ['コード', '名称', '受付日', '金額'],
    ['01', '=1+1', new Date('2026-04-01T00:00:00Z'), 1_234_567],
    ['02', '𠮷野 髙﨑', null, -500],
    ['03', '同上', '明治32年5月1日', null],
  ])
})

test('headings are bold, stay in view, can be filtered and are printed on every page of A4', async () => {
  const bytes = await writeWorkbook([{ name: '寄付', columns, rows }])
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
  expect(sheet?.cells?.get('0,0')?.style?.font?.bold).toBe(true)
  expect(sheet?.freezePane).toMatchObject({ rows: 1 })
  expect(sheet?.autoFilter).toMatchObject({ range: 'A1:D4' })
  const pageSetup = { paperSize: 'a4', orientation: 'portrait', fitToWidth: 1, printTitlesRow: '$1:$1' }
  expect(sheet?.pageSetup).toMatchObject(pageSetup)
  expect(sheet?.cells?.get('1,2')?.style?.numFmt).toBe('[$-411]ggge"年"m"月"d"日"')
  expect(sheet?.cells?.get('1,3')?.style?.numFmt).toBe('#,##0')
})

test('sums stand in bold below all rows, outside of what is filtered', async () => {
  const bytes = await writeWorkbook([{ name: '寄付', columns, rows, total: ['', '合計', null, 1_234_067] }])
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
  expect(sheet?.rows?.at(-1)).toEqual(['', '合計', null, 1_234_067])
  expect(sheet?.cells?.get('4,3')?.style).toMatchObject({ font: { bold: true }, numFmt: '#,##0' })
  expect(sheet?.autoFilter).toMatchObject({ range: 'A1:D4' })
})

test('columns are as wide as their widest text, within bounds, and a wide table is printed across', async () => {
  const wide = Array.from({ length: 4 }, (_, index) => ({ heading: `列${index}` }))
  const sheets = [
    { name: '細', columns: [{ heading: '名' }, { heading: '名称' }], rows: [['あ', 'かきくけこさし']] },
    { name: '太', columns: wide, rows: [wide.map(() => 'あ'.repeat(90))] },
  ]
  const [narrow, broad] = (await readXlsx(await writeWorkbook(sheets), { readStyles: true })).sheets
  expect(narrow?.columns?.map(({ width }) => Math.floor(width ?? 0))).toEqual([6, 16])
  expect(broad?.columns?.map(({ width }) => Math.floor(width ?? 0))).toEqual([50, 50, 50, 50])
  expect(broad?.pageSetup?.orientation).toBe('landscape')
})

test('a workbook of several sheets keeps their order, a sheet without rows its headings', async () => {
  const bytes = await writeWorkbook([{ name: '校区', columns, rows: [] }, { name: '町内会', columns, rows }])
  const { sheets } = await readXlsx(bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['校区', '町内会'])
  expect(sheets[0]?.rows).toEqual([columns.map(({ heading }) => heading)])
})

test('whatever text, amount and date is written is read back', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((body) => `x${body.replace(/\p{Cc}/gu, '')}x`)
  const amount = fc.maxSafeInteger()
  const day = fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  const row = fc.tuple(text, text, day.map((date) => date.toISOString().slice(0, 10)), amount)
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (written) => {
      const file = await readTableFile(await writeWorkbook([{ name: '寄付', columns, rows: written }]))
      const texts = written.map((cells) => cells.map(String))
      expect(file.ok && file.lines.slice(1).map(({ cells }) => cells)).toEqual(texts)
    }),
    { numRuns: 60 },
  )
})

test('a sheet whose name has spaces or brackets is named in quotes, without which Excel calls the file damaged', async () => {
  const bytes = Buffer.from(await writeWorkbook([{ name: '別紙3② 寄附金（3月）', columns, rows }, { name: "O'Hara", columns, rows }]))
  const name = bytes.indexOf('xl/workbook.xml')
  const header = name - 30
  const start = name + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(header + 18))
  const text = (bytes.readUInt16LE(header + 8) === 0 ? packed : inflateRawSync(packed)).toString('utf8').replaceAll('&apos;', "'").replaceAll('&#39;', "'")
  expect(text).toContain("'別紙3② 寄附金（3月）'!$1:$1")
  expect(text).toContain("'O''Hara'!$1:$1")
})
