import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'

/** One of the choices that a field of an address has; undefined for anything else. */
export function choiceIn<Choice extends string>(choices: readonly Choice[], value: unknown): Choice | undefined {
  return choices.find((choice) => choice === value)
}

/** The day that a field of an address names; undefined for anything else. */
export function dayIn(value: unknown): LocalDate | undefined {
  return isLocalDate(value) ? value : undefined
}

/**
 * The words that a field of an address holds, without blanks around them; undefined where there are none or too many.
 * An address does not tell the number 120 from the text 120, so both are words.
 */
export function wordsIn(value: unknown, most: number): string | undefined {
  const words = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof words !== 'string') return undefined
  const trimmed = words.trim()
  return trimmed !== '' && trimmed.length <= most ? trimmed : undefined
}

/** The text of a field that may also be empty, such as the code of nothing; a code of digits alone comes as a number. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
