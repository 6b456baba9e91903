import { z } from 'zod'
import type { LocalDate } from './local-date.ts'
import { dateRefusalMessage, parseDate, type DateContext } from './parse-date.ts'

/** A date as a form holds it, in any of the spellings that `parseDate` reads. */
export function typedDateSchema(context: DateContext) {
  return z.string().transform((text, issues): LocalDate => {
    const date = parseDate(text, context)
    if (date.ok) return date.date
    issues.addIssue({ code: 'custom', message: dateRefusalMessage(date.reason) })
    return z.NEVER
  })
}

/** The same for a date that may be left out: null for an empty field. */
export function optionalTypedDateSchema(context: DateContext) {
  return z.string().transform((text, issues): LocalDate | null => {
    if (text.trim() === '') return null
    const date = parseDate(text, context)
    if (date.ok) return date.date
    issues.addIssue({ code: 'custom', message: dateRefusalMessage(date.reason) })
    return z.NEVER
  })
}
