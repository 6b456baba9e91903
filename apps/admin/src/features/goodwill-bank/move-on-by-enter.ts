import type { KeyboardEvent } from 'react'

const stops = 'input:not([type="hidden"]), select, button[type="submit"]'

/**
 * Enter goes on and Shift+Enter back, to the button that records at the end; on a sheet ↑ and ↓ go up and down a column.
 * Not while a word is being chosen in the IME or in an open list, whose Enter is their own. Listens on the way down,
 * because a combo box keeps its keys to itself.
 */
export function moveOnByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, nativeEvent, currentTarget } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  if (nativeEvent.isComposing || target.getAttribute('aria-expanded') === 'true') return
  const column = target.dataset['column']
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
  // Enter goes down the column of quantities: most lines have nothing else.
  const isOfColumn = column !== undefined && (isVertical || key === 'Enter')
  if (key !== 'Enter' && !isOfColumn) return
  event.preventDefault()
  event.stopPropagation()
  const isBack = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey)
  const all = [...currentTarget.querySelectorAll<HTMLElement>(stops)]
  const inColumn = all.filter((field) => field.dataset['column'] === column)
  const next = isOfColumn ? inColumn[inColumn.indexOf(target) + (isBack ? -1 : 1)] : all[all.indexOf(target) + (isBack ? -1 : 1)]
  const behind = all.slice(all.indexOf(inColumn.at(-1) ?? target) + 1).find((field) => field.dataset['column'] === undefined)
  const reached = next ?? (isOfColumn && key === 'Enter' && !isBack ? behind : undefined)
  reached?.focus()
  if (reached instanceof HTMLInputElement) reached.select()
}
