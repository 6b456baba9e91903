import * as fc from 'fast-check'
import { writeXlsx, type CellValue, type WriteOptions } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readTableFile } from './read-table-file.ts'

const text = 'コード,名称\r\n01,日吉\r\n'

test('UTF-8 with and without BOM, CP932 and UTF-16 are told apart by their bytes', async () => {
  for (const [bytes, encoding] of [
    [utf8(text), 'utf-8'],
    [utf8(`\ufeff${text}`), 'utf-8'],
    [iconv.encode(text, 'cp932'), 'cp932'],
    [iconv.encode(`\ufeff${text}`, 'utf-16le'), 'utf-16'],
    [iconv.encode(`\ufeff${text}`, 'utf-16be'), 'utf-16'],
  ] as const) {
    const file = await readTableFile(bytes, '名簿.csv')
    expect(file).toMatchObject({ ok: true, encoding, sheetName: null, unreadSheets: [] })
    expect(await cellsOf(bytes)).toEqual([['コード', '名称'], ['01', '日吉']])
  }
})

test('髙, 﨑 and half-width kana come out of CP932 whole', async () => {
  expect(await cellsOf(iconv.encode('ﾌﾘｶﾞﾅ,氏名\nﾀｶｻｷ,髙﨑', 'cp932'))).toEqual([['ﾌﾘｶﾞﾅ', '氏名'], ['ﾀｶｻｷ', '髙﨑']])
  expect(await cellsOf(iconv.encode('ｱｲｳｴ\nｶﾅﾀﾞｹ', 'cp932'))).toEqual([['ｱｲｳｴ'], ['ｶﾅﾀﾞｹ']])
})

test('tabs are found out, and believed of a .tsv even where commas are more', async () => {
  expect(await cellsOf(utf8('a\tb\n1,000\t2'))).toEqual([['a', 'b'], ['1,000', '2']])
  expect(await cellsOf(utf8('a,b,c\nd,e,f'), '一覧.TSV')).toEqual([['a,b,c'], ['d,e,f']])
})

test('lines keep the number that they have in the file, lines without content are left out', async () => {
  const file = await readTableFile(utf8('名称\n\n 日吉 \n,\n篠山\n'))
  expect(file).toMatchObject({ lines: [{ lineNumber: 1 }, { lineNumber: 3, cells: ['日吉'] }, { lineNumber: 5 }] })
})

test('a line break inside quotes belongs to its cell; a Ctrl-Z at the end belongs to nothing', async () => {
  expect(await cellsOf(utf8('"a\nb",c\r\n\u001a'))).toEqual([['a\nb', 'c']])
})

test('a quote that is not closed is refused with its line, because it would swallow the lines after it', async () => {
  expect(await readTableFile(utf8('a,b\n1,"2\n3,4\n'))).toEqual({ ok: false, code: 'file_quote_broken', about: '2' })
})

test('what is no table is refused by name', async () => {
  expect(await refusalOf(new Uint8Array())).toBe('file_empty')
  expect(await refusalOf(utf8('\n , \n'))).toBe('file_empty')
  expect(await refusalOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10))).toBe('file_not_a_table')
  expect(await refusalOf(utf8('%PDF-1.7\n'))).toBe('file_not_a_table')
  expect(await refusalOf(utf8('<html><table><tr><td>1</td></tr></table>'))).toBe('file_not_a_table')
  expect(await refusalOf(utf8('a,b\n\u0001,c'))).toBe('file_not_a_table')
  expect(await refusalOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x01))).toBe('file_not_a_table')
})

test('text in another encoding is refused instead of read as nonsense', async () => {
  expect(await refusalOf(iconv.encode(text, 'euc-jp'))).toBe('file_encoding_unknown')
  expect(await refusalOf(utf8('\u001b$B%3!<%I\u001b(B,1'))).toBe('file_encoding_unknown')
  expect(await refusalOf(Uint8Array.of(0x61, 0x81, 0x20, 0xff))).toBe('file_encoding_unknown')
})

test('an .xls and a workbook under a password are told apart', async () => {
  expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe('file_is_old_excel')
  const encryption = { password: 'ひみつ', spinCount: 1 }
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['b']] }], encryption })
  expect(await refusalOf(bytes)).toBe('file_is_protected')
})

test('a file beyond the limits is refused', async () => {
  expect(await refusalOf(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('file_too_large')
  expect(await refusalOf(utf8('a\n'.repeat(100_001)))).toBe('file_too_many_rows')
  expect((await cellsOf(utf8('a\n'.repeat(100_000)))).length).toBe(100_000)
})

test('cells of a workbook become what a person would have typed', async () => {
  const dates = [new Date('2026-04-01T00:00:00Z'), new Date('2026-04-01T09:30:00Z')]
  const row = [...dates, 1e21, 0.1 + 0.2, 1e-7, true, null, ' 日吉 ']
  expect(await cellsOf(await workbookOf({ 表: [row] }))).toEqual([
    ['2026-04-01', '2026-04-01T09:30:00', '1000000000000000000000', '0.3', '0.0000001', 'TRUE', '', '日吉'],
  ])
})

test('dates in the formats of Japanese Excel are dates', async () => {
  const formats = [
    '[$-411]ge.m.d;@',
    '[$-411]ggge"年"m"月"d"日";@',
    'yyyy"年"m"月"d"日"',
    '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"',
  ]
  const columns = formats.map((numFmt) => ({ numFmt }))
  const bytes = await writeXlsx({ sheets: [{ name: '表', columns, rows: [formats.map(() => 46_113)] }] })
  expect(await cellsOf(bytes)).toEqual([formats.map(() => '2026-04-01')])
})

test('a formula gives its last result', async () => {
  const cells: WriteOptions['sheets'][number]['cells'] = new Map([
    ['0,0', { formula: 'SUM(B1:C1)', formulaResult: 300, type: 'formula' }],
    ['0,3', { formula: 'B1&"円"', formulaResult: '100円', type: 'formula' }],
  ])
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [[null, 100, 200]], cells }] })
  expect(await cellsOf(bytes)).toEqual([['300', '100', '200', '100円']])
})

test('the first visible sheet that holds anything is read, and the others with content are named', async () => {
  const sheets = [
    { name: '隠し', rows: [['x']], hidden: true },
    { name: '空', rows: [] },
    { name: '名簿', rows: [[], ['日吉']] },
    { name: '続き', rows: [['篠山']] },
  ]
  expect(await readTableFile(await writeXlsx({ sheets }))).toEqual({
    ok: true, encoding: 'xlsx', sheetName: '名簿', unreadSheets: ['続き'], lines: [{ lineNumber: 2, cells: ['日吉'] }],
  })
  expect(await refusalOf(await workbookOf({ 空: [] }))).toBe('file_empty')
})

test('a workbook that would unpack to gigabytes is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await workbookOf({ 表: [['日吉']] }))
  const firstEntry = bytes.indexOf(Buffer.of(0x50, 0x4b, 0x01, 0x02))
  bytes.writeUInt32LE(0x7fff_ffff, firstEntry + 24)
  expect(await refusalOf(bytes)).toBe('file_too_large')
})

test('a damaged workbook is refused', async () => {
  const bytes = await workbookOf({ 表: [['日吉']] })
  expect(await refusalOf(bytes.map((byte, index) => (index > 60 && index < 400 ? 0 : byte)))).toBe('file_unreadable')
})

test('a long workbook of kanji comes through whole, across the chunks in which it is unpacked', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`${index}`, `髙𠮷野表示ソ能${index}`])
  expect(await cellsOf(await workbookOf({ 表: rows }))).toEqual(rows)
})

test('no bytes make it throw', async () => {
  const byteOrderMarks = [[0xff, 0xfe], [0xef, 0xbb, 0xbf]]
  const signatures = fc.constantFrom([], [0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], ...byteOrderMarks)
  await fc.assert(
    fc.asyncProperty(signatures, fc.uint8Array({ maxLength: 200 }), async (signature, rest) => {
      const file = await readTableFile(Uint8Array.from([...signature, ...rest]))
      expect(file.ok ? file.lines.length : file.code).toBeTruthy()
    }),
  )
})

test('Japanese tables in CP932 are never taken for another encoding', async () => {
  const unit = fc.constantFrom(...'社会福祉協議会日吉町フリガナひらがなｱｲｳﾞﾟ髙﨑①～－１2a ')
  const cell = fc
    .string({ unit, minLength: 1, maxLength: 8 })
    .filter((each) => each.trim() === each && /[^a2]/.test(each))
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 10 }), async (cells) => {
      const bytes = iconv.encode(cells.join(','), 'cp932')
      expect(await cellsOf(bytes)).toEqual([cells])
    }),
    { numRuns: 300 },
  )
})

function utf8(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function workbookOf(sheets: Record<string, CellValue[][]>): Promise<Uint8Array> {
  return writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
}

async function cellsOf(bytes: Uint8Array, fileName = '名簿.csv') {
  const file = await readTableFile(bytes, fileName)
  if (!file.ok) throw new Error(`${file.code} ${file.about ?? ''}`)
  return file.lines.map((line) => line.cells)
}

async function refusalOf(bytes: Uint8Array) {
  const file = await readTableFile(bytes, '名簿.csv')
  return file.ok ? 'read' : file.code
}
