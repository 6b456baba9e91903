import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema } from '../../calendar/typed-date.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, partnerIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { optionalPhoneText } from '../../text/optional-phone.ts'

/** 地域貢献の相手の種類 */
export const partnerKinds = ['social_welfare_corporation', 'company', 'school', 'group'] as const
export type PartnerKind = (typeof partnerKinds)[number]

export const partnerKindNames: Record<PartnerKind, string> = {
  social_welfare_corporation: '社会福祉法人',
  company: '企業',
  school: '学校',
  group: 'その他の団体',
}

export const partnerDetailsSchema = z.object({
  kind: z.enum(partnerKinds, '種類を選んでください。'),
  code: groundCodeSchema,
  name: groundNameSchema,
  /** The same body in the register of supporters, where it gives as well. */
  supporterId: supporterIdSchema.nullable().default(null),
  areaId: areaIdSchema.nullable().default(null),
  /** 協力の内容: people, things, rooms or knowledge. */
  contribution: z.string().trim().min(1, '協力の内容を入力してください。例：ライフレスキュー、食品の提供').max(500, '協力の内容は500文字以内で入力してください。'),
  contactPerson: z.string().trim().max(60, '担当者は60文字以内で入力してください。').default(''),
  phone: optionalPhoneText,
  email: z.union([z.literal(''), z.email('メールアドレスの形で入力してください。例：kouken@example.jp').max(254, 'メールアドレスが長すぎます。')]).default(''),
  startsOn: localDateSchema.nullable().default(null),
  note: z.string().trim().max(200, '備考は200文字以内で入力してください。').default(''),
})
export type PartnerDetails = z.output<typeof partnerDetailsSchema>

/** The same as a form holds it, its day typed. */
export function typedPartnerSchema(context: DateContext) {
  return partnerDetailsSchema.extend({ startsOn: optionalTypedDateSchema(context) })
}

/** `id` is null for a new one. */
export const savePartnerSchema = z.object({ id: partnerIdSchema.nullable(), revision: revisionSchema.nullable(), details: partnerDetailsSchema })
