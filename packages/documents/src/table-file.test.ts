import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readTableFile } from './read-table-file.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

const headings = ['コード', '名称']
const cellsOf = async (bytes: Uint8Array) => {
  const file = await readTableFile(bytes)
  return file.ok ? file.lines.map((line) => line.cells) : file.reason
}
const bytesOf = (written: ReturnType<typeof writeCsv>) => {
  if (!written.ok) throw new Error(written.unmappable.map(({ character }) => character).join())
  return written.bytes
}

test('UTF-8 with and without BOM, CP932 and UTF-16 are told apart by their bytes', async () => {
  const text = 'コード,名称\r\n01,日吉\r\n'
  const utf8 = new TextEncoder().encode(text)
  const kinds = [utf8, new TextEncoder().encode(`\ufeff${text}`), iconv.encode(text, 'cp932'), iconv.encode(`\ufeff${text}`, 'utf-16le')]
  for (const bytes of kinds) expect(await cellsOf(bytes)).toEqual([headings, ['01', '日吉']])
  const files = await Promise.all(kinds.map(readTableFile))
  expect(files.map((file) => (file.ok ? file.kind : file.reason))).toEqual(['utf-8', 'utf-8', 'cp932', 'utf-16'])
})

test('lines keep the number that they have in the file, lines without content are left out', async () => {
  const file = await readTableFile(new TextEncoder().encode('名称\n\n 日吉 \n,\n篠山\n'))
  expect(file).toMatchObject({ lines: [{ lineNumber: 1 }, { lineNumber: 3, cells: ['日吉'] }, { lineNumber: 5 }] })
})

test('a line break inside quotes belongs to its cell', async () => {
  expect(await cellsOf(new TextEncoder().encode('"a\nb",c'))).toEqual([['a\nb', 'c']])
})

test('what is no table is refused with a reason', async () => {
  expect(await cellsOf(new Uint8Array())).toBe('file_empty')
  expect(await cellsOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]))).toBe('file_unreadable')
  expect(await cellsOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]))).toBe('file_unreadable')
})

test('a workbook carries codes with their zeros, numbers, and text that looks like a formula', async () => {
  const columns = headings.map((heading) => ({ heading, width: 12 }))
  const bytes = await writeWorkbook({ sheetName: '地域', columns, rows: [['01', '=1+1'], ['02', 120], ['03', null]] })
  expect(await cellsOf(bytes)).toEqual([headings, ['01', '=1+1'], ['02', '120'], ['03', '']])
})

test('a character without CP932 form is named with its place; 髙 and 﨑 have one', () => {
  expect(writeCsv({ headings, rows: [['01', '髙﨑'], ['02', '𠮷野']], encoding: 'cp932' })).toEqual({
    ok: false,
    unmappable: [{ character: '𠮷', lineNumber: 3, heading: '名称' }],
  })
  expect(writeCsv({ headings, rows: [['02', '𠮷野']], encoding: 'utf-8' }).ok).toBe(true)
})

test('wave dash and minus are written as CP932 knows them', async () => {
  expect(await cellsOf(bytesOf(writeCsv({ headings, rows: [['1〜2', 'A−5']], encoding: 'cp932' })))).toEqual([headings, ['1～2', 'A－5']])
})

test('text that a spreadsheet would run is defused, numbers and telephone numbers are not touched', async () => {
  const rows = [['=cmd()', '+81-90-1234-5678'], ['-1,000', '@SUM(A1)'], ['01-02', '-a']]
  expect(await cellsOf(bytesOf(writeCsv({ headings, rows, encoding: 'utf-8' })))).toEqual([
    headings, ["'=cmd()", '+81-90-1234-5678'], ['-1,000', "'@SUM(A1)"], ['01-02', "'-a"],
  ])
})

test('whatever is written comes back, but for defused formulas and the blanks around a cell', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.replace(/[\0\r]/g, '')}x`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
      expect(await cellsOf(bytesOf(writeCsv({ headings, rows, encoding: 'utf-8' })))).toEqual([headings, ...rows])
      const written = writeCsv({ headings, rows, encoding: 'cp932' })
      const inCp932 = rows.every((row) => row.every((text) => [...text].every((each) => iconv.decode(iconv.encode(each, 'cp932'), 'cp932') === each)))
      if (inCp932) expect(written.ok && (await cellsOf(written.bytes))).toEqual([headings, ...rows])
    }),
    { numRuns: 60 },
  )
})
