/**
 * What a command answers when things go as they may go. A failure is expected (a closed month, a name already
 * taken); what cannot happen throws instead. The code maps to one Japanese sentence (outcome/failure-message).
 */
export type Outcome<T, Code extends string> = Success<T> | Failure<Code>

export interface Success<T> {
  readonly ok: true
  readonly value: T
}

export interface Failure<Code extends string> {
  readonly ok: false
  readonly code: Code
  /** The input field that is at fault, as named in the input schema. */
  readonly field?: string
  /** What the sentence mentions: a date, a name, a number. */
  readonly about?: string
}

export function succeed<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function fail<Code extends string>(code: Code, where: { field?: string; about?: string } = {}): Failure<Code> {
  return { ok: false, code, ...where }
}
