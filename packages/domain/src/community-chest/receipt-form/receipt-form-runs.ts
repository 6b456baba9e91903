import type { LocalDate } from '../../calendar/local-date.ts'
import type { JournalEntryId } from '../../ids.ts'
import type { Yen } from '../../money/yen.ts'
import type { ReceiptFormState } from './receipt-form-state.ts'

/** What is recorded of one number. */
export interface RecordedForm {
  readonly number: number
  readonly state: ReceiptFormState
  readonly usedOn: LocalDate
  readonly recipient: string
  readonly amountYen: Yen | null
  readonly entryId: JournalEntryId | null
  readonly entryNumber: number | null
  readonly note: string
}

/** Numbers that follow each other and of which the same is to be said: all on hand, or recorded alike. */
export interface FormRun {
  readonly firstNumber: number
  readonly lastNumber: number
  /** Null while they are on hand. */
  readonly form: Omit<RecordedForm, 'number'> | null
}

/** Every number of a block, from the first to the last, each in exactly one run. `forms` in the order of their numbers. */
export function formRuns({ firstNumber, lastNumber }: { firstNumber: number; lastNumber: number }, forms: readonly RecordedForm[]): FormRun[] {
  const runs: FormRun[] = []
  let next = firstNumber
  const fillUpTo = (number: number) => {
    if (next < number) runs.push({ firstNumber: next, lastNumber: number - 1, form: null })
  }
  for (const { number, ...form } of forms) {
    fillUpTo(number)
    const last = runs.at(-1)
    if (last !== undefined && last.lastNumber === number - 1 && last.form !== null && areAlike(last.form, form)) {
      runs[runs.length - 1] = { ...last, lastNumber: number }
    } else {
      runs.push({ firstNumber: number, lastNumber: number, form })
    }
    next = number + 1
  }
  fillUpTo(lastNumber + 1)
  return runs
}

/** The runs of a year: what was recorded in it, and what was on hand at its end. What was used up before is left out. */
export function formRunsOfYear(
  block: { readonly firstNumber: number; readonly lastNumber: number; readonly forms: readonly RecordedForm[] },
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): FormRun[] {
  return formRuns(block, block.forms.filter(({ usedOn }) => usedOn <= lastDay)).filter(({ form }) => form === null || form.usedOn >= firstDay)
}

/** Issued forms stand for themselves; those that were spoiled or returned on a day with the same words stand together. */
function areAlike(left: Omit<RecordedForm, 'number'>, right: Omit<RecordedForm, 'number'>): boolean {
  return left.state !== 'issued' && left.state === right.state && left.usedOn === right.usedOn && left.note === right.note
}

/** 1201, or 1201～1250. */
export function formNumbers({ firstNumber, lastNumber }: { readonly firstNumber: number; readonly lastNumber: number }): string {
  return firstNumber === lastNumber ? String(firstNumber) : `${firstNumber}～${lastNumber}`
}
