import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { optionalTypedDateSchema } from '../../calendar/typed-date.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, campaignIdSchema, collectionPointIdSchema, journalEntryIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { collectionPointKinds } from './collection-point-kind.ts'

const words = (name: string, most: number) => z.string().trim().max(most, `${name}は${most}文字以内で入力してください。`)

const fields = z.object({
  kind: z.enum(collectionPointKinds, '種類を選んでください。'),
  code: groundCodeSchema,
  name: groundNameSchema,
  place: words('場所', 100).default(''),
  areaId: areaIdSchema.nullable().default(null),
  supporterId: supporterIdSchema.nullable().default(null),
  campaignId: campaignIdSchema.nullable().default(null),
  startsOn: localDateSchema.nullable().default(null),
  staff: words('参加者・担当', 200).default(''),
  note: words('備考', 200).default(''),
})

const isOfDriveInTheStreet = ({ kind, campaignId }: Pick<z.output<typeof fields>, 'kind' | 'campaignId'>) => kind !== 'street' || campaignId !== null
const driveMissing = {
  path: ['campaignId'],
  error: '街頭募金には運動を選んでください。年度をまたいで残るのは、募金箱・協力店・寄付つき商品です。',
}

/** 募金の場所・機会 as it is stored. */
export const collectionPointDetailsSchema = fields.refine(isOfDriveInTheStreet, driveMissing)

/** The same as a form holds it: the day typed, the drive chosen from a list whose first line is none. */
export function typedCollectionPointSchema(context: DateContext) {
  const campaignId = z.string().transform((text) => (text === '' ? null : text)).pipe(campaignIdSchema.nullable())
  return fields.extend({ startsOn: optionalTypedDateSchema(context), campaignId }).refine(isOfDriveInTheStreet, driveMissing)
}
export type CollectionPointDetails = z.output<typeof collectionPointDetailsSchema>

/** `id` is null for a new one. */
export const saveCollectionPointSchema = z.object({
  id: collectionPointIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: collectionPointDetailsSchema,
})

/** As the books stood at a moment; as they stand now without one. */
const ofMoment = { postedUntil: postingMomentSchema.optional() }
export const collectionPointListSchema = z.object({ fiscalYear: fiscalYearSchema, ...ofMoment })
/** One kind of them as an Excel list. */
export const collectionPointExportSchema = collectionPointListSchema.extend({ kind: z.enum(collectionPointKinds) })
export type CollectionPointExport = z.output<typeof collectionPointExportSchema>
/** One of them, its amounts as of a year. */
export const collectionPointSchema = collectionPointListSchema.extend({ pointId: collectionPointIdSchema })
export type CollectionPointInput = z.output<typeof collectionPointSchema>
/** One point for the verbs that need no more. */
export const collectionPointVerbSchema = z.object({ id: collectionPointIdSchema })

/** Entries that came from a point, whichever door they were booked by. */
export const linkPointEntriesSchema = z.object({
  pointId: collectionPointIdSchema,
  entryIds: z.array(journalEntryIdSchema).min(1, '入金を選んでください。').max(200),
})
export type LinkPointEntriesInput = z.output<typeof linkPointEntriesSchema>
