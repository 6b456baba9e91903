import { z } from 'zod'
import { ledgerAccountIdSchema } from '../id-schemas.ts'
import { optionalPhoneText } from '../text/optional-phone.ts'
import { optionalPostalCode } from '../text/optional-postal-code.ts'

/** 社協の情報: what is printed on papers as the council's own, and two rules that hold for the whole office. */
export const councilDetailsSchema = z.object({
  name: z.string().trim().min(1, '社協の名称を入力してください。').max(100, '名称は100文字以内で入力してください。'),
  nameKana: z.string().trim().max(200, 'フリガナは200文字以内で入力してください。').default(''),
  postalCode: optionalPostalCode,
  address: z.string().trim().max(200, '住所は200文字以内で入力してください。').default(''),
  phone: optionalPhoneText,
  email: z.union([z.literal(''), z.email('メールアドレスは info@example.jp の形で入力してください。')]).default(''),
  representative: z.string().trim().max(100, '代表者は100文字以内で入力してください。').default(''),
  requiresIntakeApproval: z.boolean().default(false),
  /** The account that paper money is debited to unless the batch says otherwise; null until one is chosen. */
  defaultCashAccountId: ledgerAccountIdSchema.nullable(),
})
export type CouncilDetails = z.infer<typeof councilDetailsSchema>
