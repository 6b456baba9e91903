import type { IntakeLineId } from '@sasaeai/domain/ids'
import type { HeaderField, LineColumn } from '@sasaeai/domain/intake/intake-draft'

/** The id of a cell's input, which error summaries link to. */
export function cellId(lineId: IntakeLineId, column: LineColumn): string {
  return `cell-${lineId}-${column}`
}

/** The id of a header cell's input. */
export function headerCellId(field: HeaderField | 'cashAccountId'): string {
  return `header-${field}`
}

/** Puts the cursor into an input with its text selected, so that typing replaces it; false when it is not there. */
export function focusInput(inputId: string): boolean {
  const input = document.getElementById(inputId)
  if (!(input instanceof HTMLElement)) return false
  input.focus({ preventScroll: true })
  input.scrollIntoView({ block: 'nearest' })
  if (input instanceof HTMLInputElement) input.select()
  return document.activeElement === input
}
