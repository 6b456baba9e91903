import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPastedTable, readPastedTable } from './paste-table.ts'

test('cells and rows come as Excel copies them', () => {
  expect(readPastedTable('1\t１，０００\r\n2\t日吉　一丁目\r\n')).toEqual([
    ['1', '１，０００'],
    ['2', '日吉　一丁目'],
  ])
})

test('quotation marks, tabs and line ends inside a cell stay inside it', () => {
  expect(readPastedTable('"会費\n5月分"\t"彼は""はい""と"\t"a\tb"\nx')).toEqual([
    ['会費 5月分', '彼は"はい"と', 'a\tb'],
    ['x'],
  ])
})

test('a mark that opens nothing is an ordinary character', () => {
  expect(readPastedTable('"5月\t10"cm')).toEqual([['"5月', '10"cm']])
})

test('empty cells and empty rows keep their places', () => {
  expect(readPastedTable('\t1\n\n2\t\n')).toEqual([['', '1'], [''], ['2', '']])
})

test('a table is told from the content of one cell', () => {
  expect([isPastedTable('1,000\r\n'), isPastedTable('1\t2'), isPastedTable('1\n2')]).toEqual([false, true, true])
})

test('whatever a spreadsheet copies is read back cell by cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('1', ',', '"', '\t', '\n', ' ', '円', '０') })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }))
  const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(table, (rows) => {
      const copied = rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('')
      expect(readPastedTable(copied)).toEqual(rows.map((row) => row.map((text) => text.replaceAll('\n', ' '))))
    }),
  )
})
