import type { KeyboardEvent } from 'react'

const stops = 'input:not([type="hidden"]), select, button[type="submit"]'

/**
 * Enter goes on, Shift+Enter back, to the button that books at the end; ↑ and ↓ go up and down the sheet of pieces. Not
 * while a word is being chosen in the IME or in an open list, whose Enter is their own. Listens on the way down, because a
 * combo box keeps its keys to itself.
 */
export function moveByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, nativeEvent } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  if (nativeEvent.isComposing || target.getAttribute('aria-expanded') === 'true') return
  const isOfSheet = target.dataset['kind'] !== undefined
  if (key !== 'Enter' && !(isOfSheet && (key === 'ArrowUp' || key === 'ArrowDown'))) return
  event.preventDefault()
  event.stopPropagation()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)]
  const isBack = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey)
  const next = fields[fields.indexOf(target) + (isBack ? -1 : 1)]
  if (key !== 'Enter' && next?.dataset['kind'] === undefined) return
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
