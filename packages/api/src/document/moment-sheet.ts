import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { type PostingMoment, postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'

/** A sheet that says of which moment a workbook is, where it is not of now: on a printed or mailed file nothing else does. */
export function momentSheets(postedUntil: PostingMoment | undefined): WorkbookSheet[] {
  if (postedUntil === undefined) return []
  return [{ name: '時点', columns: [{ heading: 'この表の時点' }], rows: [[postedUntilWords(postedUntil)]] }]
}
