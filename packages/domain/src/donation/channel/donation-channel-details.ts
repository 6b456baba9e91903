import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { donationChannelIdSchema } from '../../id-schemas.ts'

export const donationChannelDetailsSchema = z.object({ code: groundCodeSchema, name: groundNameSchema })
export type DonationChannelDetails = z.output<typeof donationChannelDetailsSchema>

/** `id` is null for a new channel. */
export const saveDonationChannelSchema = z.object({
  id: donationChannelIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: donationChannelDetailsSchema,
})

/** 寄附のきっかけ to start with. */
export const defaultDonationChannels: readonly DonationChannelDetails[] = [
  { code: '01', name: '社協だより' },
  { code: '02', name: 'ホームページ' },
  { code: '03', name: 'SNS' },
  { code: '04', name: 'ラジオ・新聞' },
  { code: '05', name: '説明会・行事' },
  { code: '06', name: '職員・役員の紹介' },
  { code: '07', name: '葬祭業者の案内' },
  { code: '09', name: 'その他' },
]
