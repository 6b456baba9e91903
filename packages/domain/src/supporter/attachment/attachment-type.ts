/** The kinds of files that are kept with a supporter. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type AttachmentMediaType = (typeof attachmentTypes)[keyof typeof attachmentTypes]

/** 5 MiB; PostgreSQL refuses more as well. */
export const largestAttachmentBytes = 5_242_880

/** What a file is by what it holds; its name may say anything. Null for what is not kept, programs and pages among it. */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentMediaType | null {
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return attachmentTypes.pdf
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return attachmentTypes.jpeg
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return attachmentTypes.png
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeTypeOf(bytes) : null
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, place) => bytes[place] === byte)
}

/** A ZIP is an Office file when its list of contents, which stands at the end, names the document's main part. Macros are not kept. */
function officeTypeOf(bytes: Uint8Array): AttachmentMediaType | null {
  const contents = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  if (contents.includes('vbaProject')) return null
  if (contents.includes('word/document.xml')) return attachmentTypes.word
  return contents.includes('xl/workbook.xml') ? attachmentTypes.excel : null
}
