import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { duesKindIdSchema } from '../../id-schemas.ts'

/** A kind of membership by itself; what a year asks of it stands in its terms. */
export const duesKindDetailsSchema = z.object({ code: groundCodeSchema, name: groundNameSchema })
export type DuesKindDetails = z.output<typeof duesKindDetailsSchema>

/** `id` is null for a new kind. */
export const saveDuesKindSchema = z.object({
  id: duesKindIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: duesKindDetailsSchema,
})
