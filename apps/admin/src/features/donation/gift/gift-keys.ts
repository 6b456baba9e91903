import type { KeyboardEvent } from 'react'

const stops = 'input:not([type="hidden"]):not([type="radio"]), input[type="radio"]:checked, select, button[type="submit"]'

/**
 * Enter goes on, Shift+Enter back, to the button that books at the end. Not while a word is being chosen in the IME or in
 * an open list, whose Enter is their own. Listens on the way down, because a combo box keeps its keys to itself.
 */
export function moveThroughGift(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, key, nativeEvent } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || key !== 'Enter') return
  if (nativeEvent.isComposing || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(stops)]
  const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement && next.type !== 'radio') next.select()
}
