import { type IntakeDraft, headerFieldNames, lineColumnNames } from '@sasaeai/domain/intake/intake-draft'
import type { DraftReading } from '@sasaeai/domain/intake/read-intake-draft'
import type { SummarizedError } from '@sasaeai/ui/error-summary'
import { cellId, headerCellId } from './focus-cell.ts'

/** Everything that keeps the batch from being posted, each with the cell that it leads to. */
export function problemLines(draft: IntakeDraft, reading: DraftReading): SummarizedError[] {
  const inHeader = reading.header.problems.map(({ field, message }) => ({
    fieldId: headerCellId(field),
    message: `${headerFieldNames[field]}：${message}`,
  }))
  const inLines = draft.lines.flatMap((line, place) =>
    (reading.lines[place]?.problems ?? []).map(({ column, message }) => ({
      fieldId: cellId(line.id, column),
      message: `${place + 1}行目 ${lineColumnNames[column]}：${message}`,
    })),
  )
  const others = [...inHeader, ...inLines]
  if (reading.count === 0) {
    const first = draft.lines[0]
    const fieldId = first === undefined ? headerCellId('area') : cellId(first.id, 'kind')
    return [...others, { fieldId, message: '明細がありません。1行以上入力してください。' }]
  }
  if (reading.control.state === 'match') return others
  const field = reading.header.controlCount === null ? 'controlCount' : 'controlTotal'
  return [...others, { fieldId: headerCellId(field), message: `統制：${reading.control.message}` }]
}
