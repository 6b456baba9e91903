import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { optionalPostalCode } from '../../text/optional-postal-code.ts'

/** 住所の用途: where somebody is, and where their post goes. */
export const addressPurposes = ['home', 'mailing'] as const
export type AddressPurpose = (typeof addressPurposes)[number]

export const addressPurposeNames: Record<AddressPurpose, string> = { home: '住所', mailing: '送付先' }

/** A new address from a day on; what held until then is kept as a former one. */
export const movedDetailsSchema = z
  .object({
    purpose: z.enum(addressPurposes, '住所か送付先かを選んでください。'),
    movedOn: localDateSchema,
    /** 宛名 of a 送付先. */
    recipient: z.string().trim().max(100, '宛名は100文字以内で入力してください。').default(''),
    postalCode: optionalPostalCode,
    /** Empty for a 送付先 that is no longer apart from the address. */
    address: z.string().trim().max(200, '住所は200文字以内で入力してください。'),
    /** Of a home, the area it lies in. */
    areaId: areaIdSchema.nullable().default(null),
  })
  .refine(({ purpose, address }) => purpose === 'mailing' || address !== '', { path: ['address'], error: '新しい住所を入力してください。' })
export type MovedDetails = z.output<typeof movedDetailsSchema>

export const moveSupporterSchema = z.object({ supporterId: supporterIdSchema, revision: revisionSchema, details: movedDetailsSchema })
export type MoveSupporterInput = z.output<typeof moveSupporterSchema>
