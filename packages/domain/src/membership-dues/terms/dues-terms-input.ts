import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, duesKindIdSchema } from '../../id-schemas.ts'
import { wholeBasisPoints } from '../../money/basis-points.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { areWithinFiscalYear } from './dues-months.ts'
import { duesPayers, duesUnits } from './dues-unit.ts'

/** The largest 目安 of one 世帯 or 口, in yen, as the table allows it. */
const largestUnitYen = 10_000_000

const monthSchema = z.int().min(1).max(12)

/** 還元率 in hundredths of a percent. */
const basisPointsSchema = z
  .int('還元率は小数第2位までで入力してください。例：33.5')
  .min(0, '還元率は0%以上で入力してください。')
  .max(wholeBasisPoints, '還元率は100%以下で入力してください。')

/** 年度の条件: what a kind of membership suggests in one fiscal year. */
export const duesTermsDetailsSchema = z
  .object({
    unit: z.enum(duesUnits, '単位を選んでください。'),
    /** 目安 per 世帯 or 口, in yen; where the amount is free, the 下限 or null. */
    unitYen: yenSchema
      .refine((amount) => amount > 0, '1円以上の金額を入力してください。例：500')
      .refine((amount) => amount <= largestUnitYen, '金額が大きすぎます。桁数を確かめてください。')
      .nullable(),
    payer: z.enum(duesPayers, '納める人を選んでください。'),
    firstMonth: monthSchema,
    lastMonth: monthSchema,
    shareBackBasisPoints: basisPointsSchema,
    isDeductible: z.boolean().default(false),
    benefits: z.string().trim().max(1_000, '特典は1,000文字以内で入力してください。').default(''),
  })
  .check(({ value, issues }) => {
    const add = (field: keyof typeof value, message: string) =>
      issues.push({ code: 'custom', input: value[field], path: [field], message })
    if (value.unit !== 'free' && value.unitYen === null) add('unitYen', '目安の金額を入力してください。例：500')
    if (value.unit === 'household' && value.payer !== 'household') {
      add('payer', '世帯を単位とする会費は、納める人も「世帯」にしてください。')
    }
    if (!areWithinFiscalYear(value.firstMonth, value.lastMonth)) {
      add('lastMonth', '納入月は、4月から翌年3月までの間で、始めの月から後の月を選んでください。')
    }
  })
export type DuesTermsDetails = z.output<typeof duesTermsDetailsSchema>

const termsKeySchema = z.object({ fiscalYear: fiscalYearSchema, duesKindId: duesKindIdSchema })

/** `revision` is that of the terms the form was opened on, or null where the year had none. */
export const saveDuesTermsSchema = termsKeySchema.extend({
  revision: revisionSchema.nullable(),
  details: duesTermsDetailsSchema,
})
export type SaveDuesTermsInput = z.output<typeof saveDuesTermsSchema>

/** Which terms are taken away, as they were seen. */
export const removeDuesTermsSchema = termsKeySchema.extend({ revision: revisionSchema })
export type RemoveDuesTermsInput = z.output<typeof removeDuesTermsSchema>

/** From which year to which the terms are taken over. */
export const copyDuesTermsSchema = z
  .object({ from: fiscalYearSchema, to: fiscalYearSchema })
  .refine(({ from, to }) => from !== to, { path: ['from'], message: '引き継ぐ元の年度を選び直してください。' })
export type CopyDuesTermsInput = z.output<typeof copyDuesTermsSchema>

/** 地域別の還元率: names the one rate of a kind, year and area. */
export const shareBackRateKeySchema = termsKeySchema.extend({ areaId: areaIdSchema })
export type ShareBackRateKey = z.output<typeof shareBackRateKeySchema>

export const saveShareBackRateSchema = shareBackRateKeySchema.extend({ basisPoints: basisPointsSchema })
export type SaveShareBackRateInput = z.output<typeof saveShareBackRateSchema>
