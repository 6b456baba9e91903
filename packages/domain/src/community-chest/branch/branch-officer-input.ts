import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, branchOfficerIdSchema, campaignIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'

const words = (name: string, most: number) => z.string().trim().max(most, `${name}は${most}文字以内で入力してください。`)

/** 校区分会の役員 of one fiscal year. */
export const branchOfficerDetailsSchema = z.object({
  fiscalYear: fiscalYearSchema,
  areaId: areaIdSchema,
  role: words('役職', 30).min(1, '役職を入力してください。例：分会長'),
  name: words('氏名', 60).min(1, '氏名を入力してください。'),
  kana: words('フリガナ', 60).default(''),
  phone: words('電話番号', 30).default(''),
  note: words('備考', 200).default(''),
})
export type BranchOfficerDetails = z.output<typeof branchOfficerDetailsSchema>

/** `change` is null for a new officer; the page makes the id, so that one who was deleted can be put back as the same. */
export const saveBranchOfficerSchema = z.object({
  officerId: branchOfficerIdSchema,
  revision: revisionSchema.nullable(),
  details: branchOfficerDetailsSchema,
})
export type SaveBranchOfficerInput = z.output<typeof saveBranchOfficerSchema>

export const removeBranchOfficerSchema = z.object({ officerId: branchOfficerIdSchema, revision: revisionSchema })
export type RemoveBranchOfficerInput = z.output<typeof removeBranchOfficerSchema>

/**
 * The branches of a year; one drive of it decides which goals and amounts stand beside them. As the books stood at a moment, or as
 * they stand now without one.
 */
export const branchListSchema = z.object({
  fiscalYear: fiscalYearSchema,
  campaignId: campaignIdSchema.optional(),
  postedUntil: postingMomentSchema.optional(),
})
export type BranchListInput = z.output<typeof branchListSchema>

export const copyBranchOfficersSchema = z.object({ fiscalYear: fiscalYearSchema })
