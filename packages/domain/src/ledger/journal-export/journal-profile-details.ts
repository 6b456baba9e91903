import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { journalExportProfileIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { journalFields } from './journal-field.ts'
import { compoundForms, journalDateForms, journalFileEncodings, journalLineEndings, subAccountForms } from './journal-profile.ts'

const shortText = z.string().trim().max(60, '60文字以内で入力してください。')

const columnSchema = z.object({
  heading: shortText,
  field: z.enum(journalFields).nullable(),
  text: shortText,
})

const mappedAccountSchema = z.object({ accountId: ledgerAccountIdSchema, code: shortText, name: shortText })

export const journalMappingSchema = z.object({
  columns: z.array(columnSchema).min(1, '列を1つ以上置いてください。').max(80, '列は80までです。'),
  dateForm: z.enum(journalDateForms),
  compound: z.enum(compoundForms),
  sundryCode: shortText,
  sundryName: shortText,
  subAccount: z.enum(subAccountForms),
  taxLabel: shortText,
  requiresAccounts: z.boolean(),
  accounts: z.array(mappedAccountSchema).max(500),
})

export const journalProfileDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  encoding: z.enum(journalFileEncodings),
  lineEnding: z.enum(journalLineEndings),
  hasHeader: z.boolean(),
  isVerified: z.boolean(),
  mapping: journalMappingSchema,
})
export type JournalProfileDetails = z.output<typeof journalProfileDetailsSchema>

/** `id` is null for a new profile. */
export const saveJournalProfileSchema = z.object({
  id: journalExportProfileIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: journalProfileDetailsSchema,
})
