import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { campaignIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { driveKinds } from './drive-kind.ts'

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
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    error: '終了日は開始日以後の日付にしてください。',
  })
export type CampaignDetails = z.output<typeof campaignDetailsSchema>

/** `id` is null for a new campaign. */
export const saveCampaignSchema = z.object({
  id: campaignIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: campaignDetailsSchema,
})
