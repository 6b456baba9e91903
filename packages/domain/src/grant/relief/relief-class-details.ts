import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { reliefClassIdSchema } from '../../id-schemas.ts'

/** 見舞金の対象区分: what kind of household or institution, never which. */
export const reliefClassDetailsSchema = z.object({ code: groundCodeSchema, name: groundNameSchema })
export type ReliefClassDetails = z.output<typeof reliefClassDetailsSchema>

/** `id` is null for a new class. */
export const saveReliefClassSchema = z.object({
  id: reliefClassIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: reliefClassDetailsSchema,
})
