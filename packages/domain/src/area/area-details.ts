import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { areaIdSchema, areaTypeIdSchema } from '../id-schemas.ts'
import { readingSchema } from '../text/reading.ts'
import { householdBases } from './household-basis.ts'

export const areaDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  kana: readingSchema,
  note: z.string().trim().max(300, '備考は300文字以内で入力してください。').default(''),
  areaTypeId: areaTypeIdSchema,
  /** Null only for the root of the tree. */
  parentId: areaIdSchema.nullable(),
})
export type AreaDetails = z.output<typeof areaDetailsSchema>

/** `id` is null for a new area. */
export const saveAreaSchema = z.object({
  id: areaIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: areaDetailsSchema,
})

export const householdCountSchema = z
  .int('世帯数は整数で入力してください。例：1,250')
  .min(0, '世帯数は0以上で入力してください。')
  .max(9_999_999, '世帯数が大きすぎます。')

/** The households of one area in one fiscal year: for each basis a number as of a date, or null for none. */
export const saveHouseholdsSchema = z.object({
  areaId: areaIdSchema,
  fiscalYear: fiscalYearSchema,
  counts: z
    .array(
      z.object({
        basis: z.enum(householdBases),
        recorded: z.object({ households: householdCountSchema, asOf: localDateSchema }).nullable(),
      }),
    )
    .max(householdBases.length),
})
export type SaveHouseholdsInput = z.output<typeof saveHouseholdsSchema>

/** The levels of the tree from the root down; null ids are new levels, what is missing is deleted. */
export const saveAreaTypesSchema = z.object({
  types: z
    .array(z.object({ areaTypeId: areaTypeIdSchema.nullable(), name: groundNameSchema }))
    .min(1, '地域の種類を1つ以上入力してください。')
    .max(10, '地域の種類は10までです。'),
})
export type SaveAreaTypesInput = z.output<typeof saveAreaTypesSchema>
