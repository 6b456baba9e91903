import { yenSchema } from '@sasaeai/domain/money/yen-schema'
import { z } from 'zod'
import { DemoApiError } from '../demo-api-error.ts'
import type { FormValue } from './form-values.ts'

/** A whole number as a form writes it. */
export const wholeSchema = z.string().regex(/^-?\d{1,15}$/).transform(Number)

export const amountSchema = wholeSchema.pipe(yenSchema)

export const formMetadataSchema = z.record(z.string().max(40), z.string().max(500)).default({})

/** What a list is asked for. */
export const pageParams = {
  limit: wholeSchema.pipe(z.int().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  expand: z.array(z.string()).default([]),
}

/** The values that a schema takes from a form. @throws DemoApiError in the words of the gateway that is stood for. */
export function readParams<Schema extends z.ZodType>(schema: Schema, values: FormValue): z.output<Schema> {
  const read = schema.safeParse(values)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const param = nameOf(issue)
  if (issue?.code === 'unrecognized_keys') {
    throw new DemoApiError(400, { code: 'parameter_unknown', param, message: `Received unknown parameter: ${param}` })
  }
  const isMissing = issue?.code === 'invalid_type' && issue.message.includes('undefined')
  if (isMissing) throw new DemoApiError(400, { code: 'parameter_missing', param, message: `Missing required param: ${param}.` })
  throw new DemoApiError(400, { param, message: `Invalid ${param}: ${issue?.message ?? ''}` })
}

/** `line_items[0][quantity]` */
function nameOf(issue: z.core.$ZodIssue | undefined): string {
  const parts = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String)
  return parts.map((part, index) => (index === 0 ? part : `[${part}]`)).join('')
}
