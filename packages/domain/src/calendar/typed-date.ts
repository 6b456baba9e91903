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
