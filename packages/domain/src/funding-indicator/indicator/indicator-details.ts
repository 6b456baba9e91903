import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundingIndicatorIdSchema } from '../../id-schemas.ts'
import { indicatorDirections, indicatorKinds } from './indicator-kind.ts'
import { versionContentSchema } from './indicator-version-input.ts'

const wholeNumber = (message: string) => z.coerce.number<number | string>(message).int(message)

/** What an indicator is called and how it is printed; what it means stands in its versions. */
export const indicatorDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  category: z.string().trim().max(60, '分類は60文字以内で入力してください。'),
  unit: z.string().trim().max(10, '単位は10文字以内で入力してください。例：%'),
  direction: z.enum(indicatorDirections, '望ましい向きを選んでください。'),
  decimals: wholeNumber('小数点以下の桁数は0から4までの数字で入力してください。').min(0, '小数点以下の桁数は0以上で入力してください。').max(4, '小数点以下の桁数は4までです。'),
  owner: z.string().trim().max(60, '担当は60文字以内で入力してください。'),
  displayOrder: wholeNumber('並び順は0から9999までの数字で入力してください。').min(0, '並び順は0以上で入力してください。').max(9_999, '並び順は9999までです。'),
})
export type IndicatorDetails = z.output<typeof indicatorDetailsSchema>

export const editIndicatorSchema = z.object({ id: fundingIndicatorIdSchema, revision: revisionSchema, details: indicatorDetailsSchema })
export type EditIndicatorInput = z.output<typeof editIndicatorSchema>

/** A new indicator comes with its first definition. */
export const createIndicatorSchema = z.object({
  details: indicatorDetailsSchema.extend({ kind: z.enum(indicatorKinds, '求め方を選んでください。') }),
  first: versionContentSchema,
})
export type CreateIndicatorInput = z.output<typeof createIndicatorSchema>

export const closeIndicatorSchema = z.object({ id: fundingIndicatorIdSchema, isClosed: z.boolean() })
export type CloseIndicatorInput = z.output<typeof closeIndicatorSchema>
