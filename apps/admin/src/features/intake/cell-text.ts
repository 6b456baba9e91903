import type { LineColumn } from '@sasaeai/domain/intake/intake-draft'
import { parseAmount } from '@sasaeai/domain/money/parse-amount'
import { formatYen } from '@sasaeai/domain/money/yen'

/** Whether an input is still converting kana: nothing may be judged, moved or sent then. */
export function isComposing(event: { nativeEvent: { isComposing: boolean }; keyCode: number }): boolean {
  // Safari reports the confirming Enter after the composition has ended, but keeps its key code at 229.
  return event.nativeEvent.isComposing || event.keyCode === 229
}

/** What a cell shows while the cursor is elsewhere: amounts grouped by thousands, everything else as it was typed. */
export function settledText(column: LineColumn | 'controlTotal', text: string): string {
  if (column !== 'amount' && column !== 'controlTotal') return text
  const parsed = parseAmount(text)
  return parsed.ok ? formatYen(parsed.yen) : text
}

/** The text of an input after 000 was typed where the caret stands; an empty cell stays empty. */
export function withThousands({ value, selectionStart, selectionEnd }: HTMLInputElement): string {
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length]
  const before = value.slice(0, start)
  return before === '' ? value : `${before}000${value.slice(end)}`
}

/** Where the caret stands, for deciding whether an arrow leaves the cell. */
export function caretOf({ value, selectionStart, selectionEnd }: HTMLInputElement): {
  isAtStart: boolean
  isAtEnd: boolean
} {
  const isAllSelected = selectionStart === 0 && selectionEnd === value.length
  return {
    isAtStart: isAllSelected || (selectionStart === 0 && selectionEnd === 0),
    isAtEnd: isAllSelected || (selectionStart === value.length && selectionEnd === value.length),
  }
}
