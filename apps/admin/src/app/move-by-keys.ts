import type { KeyboardEvent } from 'react'

/**
 * Enter and the arrows go up and down a column of inputs that tell their `data-row` and `data-cell`, as the paper lies.
 * Not while a word is being chosen in the IME, whose Enter is its own.
 */
export function moveByKeys(event: KeyboardEvent<HTMLInputElement>): void {
  const { currentTarget, key, nativeEvent } = event
  if (nativeEvent.isComposing) return
  const isUp = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey)
  if (!isUp && key !== 'ArrowDown' && key !== 'Enter') return
  event.preventDefault()
  const { row, cell } = currentTarget.dataset
  const next = Number(row) + (isUp ? -1 : 1)
  currentTarget.closest('table')?.querySelector<HTMLInputElement>(`input[data-row="${next}"][data-cell="${cell}"]`)?.focus()
}
