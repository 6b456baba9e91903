import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readTableFile } from './read-table-file.ts'
import { csvEncoder, writeCsv, type CsvTable, type WrittenCsv } from './write-csv.ts'

const headings = ['コード', '名称']

test('the encoding is the one that was asked for, lines end with CRLF', () => {
  const table = { headings, rows: [['01', '日吉']] }
  expect(textOf(writeCsv({ ...table, encoding: 'utf-8-bom' }))).toBe('\ufeffコード,名称\r\n01,日吉\r\n')
  expect(textOf(writeCsv({ ...table, encoding: 'utf-8' }))).toBe('コード,名称\r\n01,日吉\r\n')
  expect(iconv.decode(bytesOf(writeCsv({ ...table, encoding: 'cp932' })), 'cp932')).toBe('コード,名称\r\n01,日吉\r\n')
})

test('quotes, commas and line breaks inside a cell are quoted, an empty cell is nothing', () => {
  const rows = [['a"b', 'c,d'], ['e\nf', null]]
  expect(textOf(writeCsv({ headings, rows, encoding: 'utf-8' }))).toBe('コード,名称\r\n"a""b","c,d"\r\n"e\nf",\r\n')
})

test('a character without CP932 form is named with its place; 髙, 﨑 and ① have one', () => {
  const rows = [['01', '髙﨑①'], ['02', '𠮷野𠮷'], ['葛\u{e0100}', 'か\u3099']]
  expect(writeCsv({ headings, rows, encoding: 'cp932' })).toEqual({
    ok: false,
    code: 'not_in_cp932',
    about: '𠮷（3行目の名称）、葛\u{e0100}（4行目のコード）、か\u3099（4行目の名称）',
    unmappable: [
      { character: '𠮷', lineNumber: 3, heading: '名称' },
      { character: '葛\u{e0100}', lineNumber: 4, heading: 'コード' },
      { character: 'か\u3099', lineNumber: 4, heading: '名称' },
    ],
  })
  expect(writeCsv({ headings, rows, encoding: 'utf-8' }).ok).toBe(true)
})

test('a heading without CP932 form is named, too', () => {
  expect(writeCsv({ headings: ['𠮷'], rows: [], encoding: 'cp932' })).toMatchObject({ unmappable: [{ lineNumber: 1 }] })
})

test('an export full of such characters names a hundred places and no more', () => {
  const written = writeCsv({ headings, rows: Array.from({ length: 500 }, () => ['𠮷', '𠮷']), encoding: 'cp932' })
  expect(!written.ok && written.unmappable.length).toBe(100)
  expect(!written.ok && written.about).toMatch(/^𠮷（2行目のコード）.*ほか$/)
})

test('wave dash, minus and yen sign are written as CP932 knows them', () => {
  const written = writeCsv({ headings, rows: [['1〜2', 'A−5 ¥100']], encoding: 'cp932' })
  expect(iconv.decode(bytesOf(written), 'cp932')).toBe('コード,名称\r\n1～2,A－5 ￥100\r\n')
  expect(textOf(writeCsv({ headings, rows: [['1〜2', 'A−5']], encoding: 'utf-8' }))).toContain('1〜2,A−5')
})

test('text that a spreadsheet would run is defused, numbers are not touched', () => {
  const rows = [['=cmd()', '+81-90-1234-5678'], ['-1,000', '@SUM(A1)'], ['01-02', '-a'], ['-', -500], ['＝1', '\t=1']]
  expect(textOf(writeCsv({ headings, rows, encoding: 'utf-8' })).split('\r\n').slice(1, -1)).toEqual([
    "'=cmd(),'+81-90-1234-5678", `"-1,000",'@SUM(A1)`, "01-02,'-a", '-,-500', "'＝1,'\t=1",
  ])
})

test('for another program rows stand alone, end as it wants, and have columns that go out as they are', () => {
  const encoder = csvEncoder({ headings, encoding: 'utf-8-bom', lineEnding: '\n', hasHeadings: false, verbatim: new Set([0]) })
  expect(textOf(encoder.encode([['-01-2', '=1']]))).toBe("\ufeff-01-2,'=1\n")
  expect(textOf(encoder.encode([['+81-90', 'b']]))).toBe('+81-90,b\n')
})

test('no text cell begins like a formula, unless it is a plain number or a lone sign', () => {
  const beginning = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '－', '−', 'a', '')
  const cell = fc.tuple(beginning, fc.string()).map((parts) => parts.join(''))
  fc.assert(
    fc.property(cell, fc.constantFrom('utf-8', 'cp932'), (text, encoding) => {
      const written = writeCsv({ headings: ['a'], rows: [[text]], encoding })
      if (!written.ok) return
      const inFile = iconv.decode(Buffer.from(written.bytes), encoding).slice(3).replace(/^"/, '')
      expect(inFile).not.toMatch(/^([=@\t＝＠]|\r(?!\n)|[+\-＋－](?![\d"\r]))/)
    }),
  )
})

test('a file written in chunks is byte for byte the file written at once', () => {
  const rows = fc.array(fc.tuple(fc.string(), fc.integer()), { maxLength: 12 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), fc.constantFrom('utf-8-bom', 'utf-8'), (all, size, encoding) => {
      const table = { headings, rows: all, encoding }
      expect(inChunks(table, size)).toEqual(bytesOf(writeCsv(table)))
    }),
  )
})

test('rows are counted across chunks when a character is named', () => {
  const encoder = csvEncoder({ headings, encoding: 'cp932' })
  expect(encoder.encode([['01', '日吉']]).ok).toBe(true)
  expect(encoder.encode([['02', '篠山'], ['03', '𠮷野']])).toMatchObject({ unmappable: [{ lineNumber: 4 }] })
})

test('what is written is read back, but for the blanks around a cell', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.replace(/\p{Cc}/gu, '')}x`)
  const tables = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
  const encodings = fc.constantFrom('utf-8', 'utf-8-bom', 'cp932')
  await fc.assert(
    fc.asyncProperty(tables, encodings, async (rows, encoding) => {
      const written = writeCsv({ headings, rows, encoding })
      // CP932 may refuse, or write the other one of two twins; neither is this property's concern.
      if (!written.ok || /[〜−—‖¢£¬¥]/.test(JSON.stringify(rows))) return
      const file = await readTableFile(written.bytes)
      expect(file.ok && file.lines.map((line) => line.cells)).toEqual([headings, ...rows])
    }),
    { numRuns: 200 },
  )
})

test('CP932 carries every row whole or refuses it', () => {
  const unit = fc.constantFrom('髙', '﨑', '𠮷', '〜', 'ｶ', 'ﾞ', '∑', '①', 'é', '😀', 'a', '表')
  const cell = fc.string({ unit, minLength: 1 })
  fc.assert(
    fc.property(cell, (text) => {
      const written = writeCsv({ headings: ['a'], rows: [[text]], encoding: 'cp932' })
      const expected = `a\r\n${text.replaceAll('〜', '～')}\r\n`
      if (written.ok) expect(iconv.decode(Buffer.from(written.bytes), 'cp932')).toBe(expected)
      else expect(written.unmappable.map(({ character }) => character).join()).toMatch(/[𠮷é😀]/u)
    }),
  )
})

function inChunks({ headings: names, rows, encoding }: CsvTable, size: number): Buffer {
  const encoder = csvEncoder({ headings: names, encoding })
  const chunks = [bytesOf(encoder.encode([]))]
  for (let start = 0; start < rows.length; start += size) {
    chunks.push(bytesOf(encoder.encode(rows.slice(start, start + size))))
  }
  return Buffer.concat(chunks)
}

function bytesOf(written: WrittenCsv): Buffer {
  if (!written.ok) throw new Error(written.about)
  return Buffer.from(written.bytes)
}

function textOf(written: WrittenCsv): string {
  return bytesOf(written).toString('utf-8')
}
