import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema } from '../../id-schemas.ts'

const count = z.int('枚数は整数で入力してください。').min(0, '枚数は0以上で入力してください。').max(999_999, '枚数が大きすぎます。')

const duesMaterialDetailsSchema = z.object({
  envelopesIssued: count,
  envelopesReturned: count,
  slipsIssued: count,
  slipsReturned: count,
  issuedOn: localDateSchema.nullable(),
  returnedOn: localDateSchema.nullable(),
  note: z.string().trim().max(200, '備考は200文字以内で入力してください。'),
})
export type DuesMaterialDetails = z.output<typeof duesMaterialDetailsSchema>

export const duesMaterialListSchema = z.object({ fiscalYear: fiscalYearSchema })

/** The rows that somebody has typed into; `revision` is null where nothing was written down before. */
export const saveDuesMaterialsSchema = z.object({
  fiscalYear: fiscalYearSchema,
  rows: z
    .array(z.object({ areaId: areaIdSchema, revision: z.int().nullable(), details: duesMaterialDetailsSchema }))
    .min(1, '変更された地域がありません。')
    .max(5_000),
})
export type SaveDuesMaterialsInput = z.output<typeof saveDuesMaterialsSchema>

/** 世帯数＋予備: envelopes, slips or both for every area that has none yet. */
export const issueDuesMaterialsSchema = z.object({
  fiscalYear: fiscalYearSchema,
  withEnvelopes: z.boolean(),
  withSlips: z.boolean(),
  spare: z.int('予備は整数で入力してください。').min(0, '予備は0以上で入力してください。').max(1_000, '予備が大きすぎます。'),
  issuedOn: localDateSchema,
})
export type IssueDuesMaterialsInput = z.output<typeof issueDuesMaterialsSchema>
