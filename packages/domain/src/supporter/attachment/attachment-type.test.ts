import { expect, test } from 'vitest'
import { attachmentTypeOf } from './attachment-type.ts'

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  ['%PDF-1.7 …', 'application/pdf'],
  ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n…', 'image/png'],
  ['PK\x03\x04 … PK\x01\x02 word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['PK\x03\x04 … PK\x01\x02 xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('%j is told by its content', (content, type) => {
  expect(attachmentTypeOf(bytesOf(content))).toBe(type)
})

test.each(['', 'MZ\x90', '<html>', '<svg xmlns="http://www.w3.org/2000/svg">', 'PK\x03\x04 classes.dex', 'PK\x03\x04 word/document.xml word/vbaProject.bin'])(
  '%j is not kept, whatever its name says',
  (content) => {
    expect(attachmentTypeOf(bytesOf(content))).toBeNull()
  },
)
