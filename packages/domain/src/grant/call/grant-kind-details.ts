import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { grantKindIdSchema } from '../../id-schemas.ts'

/** 助成の種類, as this council names it. */
export const grantKindDetailsSchema = z.object({ code: groundCodeSchema, name: groundNameSchema })
export type GrantKindDetails = z.output<typeof grantKindDetailsSchema>

/** `id` is null for a new kind. */
export const saveGrantKindSchema = z.object({
  id: grantKindIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: grantKindDetailsSchema,
})
