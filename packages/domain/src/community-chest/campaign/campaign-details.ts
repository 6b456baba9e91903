import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { campaignIdSchema, ledgerAccountIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { driveKinds } from './drive-kind.ts'
import { remittanceModes } from './remittance-mode.ts'

const mostYen = 9_000_000_000_000
const mostSuggestedYen = 10_000_000

/** 運動: one drive of one fiscal year. Its window is the council's own: slips may come in late all the same. */
export const campaignDetailsSchema = z
  .object({
    fiscalYear: fiscalYearSchema,
    code: groundCodeSchema,
    name: groundNameSchema,
    drive: z.enum(driveKinds, '運動の種類を選んでください。'),
    opensOn: localDateSchema,
    closesOn: localDateSchema,
    custodyAccountId: ledgerAccountIdSchema,
    /** 支会の現金預金: only of a drive whose custody account stands in the 支会 book. */
    cashAccountId: ledgerAccountIdSchema.nullable().default(null),
    /** 団体: whom a テーマ型募金 collects for. */
    groupId: supporterIdSchema.nullable().default(null),
    remittanceMode: z.enum(remittanceModes, '送金の方法を選んでください。').default('full'),
    /** 目標額 of the whole drive, as it is fixed and published; null until it is. */
    goalYen: yenSchema.refine((amount) => amount >= 0 && amount <= mostYen, '目標額は0円以上で入力してください。').nullable().default(null),
    goalPublishedOn: localDateSchema.nullable().default(null),
    /** 1世帯当たりの目安: a suggestion, never a charge. */
    suggestedYen: yenSchema
      .refine((amount) => amount >= 1 && amount <= mostSuggestedYen, '目安は1円から1,000万円までで入力してください。')
      .nullable()
      .default(null),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    error: '終了日は開始日以後の日付にしてください。',
  })
  .refine(({ goalYen, goalPublishedOn }) => goalPublishedOn === null || goalYen !== null, {
    path: ['goalYen'],
    error: '公表日を入れるときは、公表した目標額も入力してください。',
  })
  .refine(({ drive, groupId }) => (drive === 'themed') === (groupId !== null), {
    path: ['groupId'],
    error: 'テーマ型募金では団体を選んでください。ほかの種類では選べません。',
  })
export type CampaignDetails = z.output<typeof campaignDetailsSchema>

/** `id` is null for a new campaign. */
export const saveCampaignSchema = z.object({
  id: campaignIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: campaignDetailsSchema,
})
