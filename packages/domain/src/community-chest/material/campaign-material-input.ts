import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema, campaignIdSchema } from '../../id-schemas.ts'
import { materialItems } from './material-item.ts'

const count = z.int('数は整数で入力してください。').min(0, '数は0以上で入力してください。').max(999_999, '数が大きすぎます。')

const itemDetailsSchema = z.object({
  issued: count,
  returned: count,
  issuedOn: localDateSchema.nullable(),
  returnedOn: localDateSchema.nullable(),
})
/** What an area was given of one item for a drive, and what came back. */
export type CampaignMaterialDetails = z.output<typeof itemDetailsSchema>

export const campaignMaterialListSchema = z.object({ campaignId: campaignIdSchema })

/** The items that somebody has typed into; `revision` is null where nothing was written down before. */
export const saveCampaignMaterialsSchema = z.object({
  campaignId: campaignIdSchema,
  rows: z
    .array(z.object({ areaId: areaIdSchema, item: z.enum(materialItems), revision: z.int().nullable(), details: itemDetailsSchema }))
    .min(1, '変更された地域がありません。')
    .max(15_000),
})
export type SaveCampaignMaterialsInput = z.output<typeof saveCampaignMaterialsSchema>

/** 世帯数＋予備 of the chosen items, or the same number for all, for every area that has none yet. */
export const issueCampaignMaterialsSchema = z.object({
  campaignId: campaignIdSchema,
  items: z.array(z.enum(materialItems)).min(1, '品目を選んでください。'),
  /** 世帯数＋予備, or only the spare: a poster is not given by household. */
  byHouseholds: z.boolean(),
  spare: z.int('予備は整数で入力してください。').min(0, '予備は0以上で入力してください。').max(1_000, '予備が大きすぎます。'),
  issuedOn: localDateSchema,
})
export type IssueCampaignMaterialsInput = z.output<typeof issueCampaignMaterialsSchema>
