import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { allocationIdSchema, fundingSourceIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { allocatedYenSchema } from './allocated-yen.ts'
import { driveKinds } from '../campaign/drive-kind.ts'

/** What a 配分金 is, but for the year in which it is given: the fields of its form. */
export const allocationFields = {
  name: z.string().trim().min(1, '名称を入力してください。例：地域福祉活動配分金').max(60, '名称は60文字以内で入力してください。'),
  /** 原資の年度 */
  sourceYear: z.preprocess((value) => (typeof value === 'string' ? Number(value) : value), fiscalYearSchema),
  drive: z.enum(driveKinds, '原資の運動を選んでください。'),
  /** 枠, in the words of the prefectural body. */
  label: z.string().trim().max(30, '枠の名前は30文字以内で入力してください。').default(''),
  fundingSourceId: z.string().min(1, '財源を選んでください。').pipe(fundingSourceIdSchema),
  decidedOn: localDateSchema,
  decidedYen: allocatedYenSchema,
  note: z.string().trim().max(300, '備考は300文字以内で入力してください。').default(''),
} as const

export const sourceYearMessage = '原資の年度は、交付される年度以前にしてください。'

export const allocationDetailsSchema = z
  .object({ fiscalYear: fiscalYearSchema, ...allocationFields })
  .refine(({ fiscalYear, sourceYear }) => sourceYear <= fiscalYear, { path: ['sourceYear'], error: sourceYearMessage })
export type AllocationDetails = z.output<typeof allocationDetailsSchema>

/** An allocation that is there already, and the revision that it was opened on. */
export const seenAllocationSchema = z.object({ allocationId: allocationIdSchema, revision: revisionSchema })
export type SeenAllocation = z.output<typeof seenAllocationSchema>

/** `change` is null for a new allocation. */
export const saveAllocationSchema = z.object({ change: seenAllocationSchema.nullable(), details: allocationDetailsSchema })
export type SaveAllocationInput = z.output<typeof saveAllocationSchema>

export const allocationSchema = z.object({ allocationId: allocationIdSchema })
/** As the books stood at a moment; as they stand now without one. */
export const allocationAtMomentSchema = allocationSchema.extend({ postedUntil: postingMomentSchema.optional() })
export type AllocationAtMoment = z.output<typeof allocationAtMomentSchema>
export const allocationYearSchema = z.object({ fiscalYear: fiscalYearSchema })
export const allocationsAtMomentSchema = allocationYearSchema.extend({ postedUntil: postingMomentSchema.optional() })
export type AllocationsAtMoment = z.output<typeof allocationsAtMomentSchema>
