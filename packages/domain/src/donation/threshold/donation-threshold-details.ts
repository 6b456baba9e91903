import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { donationThresholdIdSchema } from '../../id-schemas.ts'
import { typedYen } from '../../money/typed-yen.ts'
import { yen } from '../../money/yen.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'

export const thresholdPurposes = ['report', 'appreciation'] as const
export type ThresholdPurpose = (typeof thresholdPurposes)[number]
export const thresholdPurposeNames: Record<ThresholdPurpose, string> = { report: '報告', appreciation: '感謝状' }

export const thresholdBases = ['gift', 'fiscal_year', 'lifetime'] as const
export type ThresholdBasis = (typeof thresholdBases)[number]
export const thresholdBasisNames: Record<ThresholdBasis, string> = { gift: '1件の寄附', fiscal_year: '年度の合計', lifetime: 'これまでの合計' }

/** 寄附の基準: from which amount on the council does something; which amounts those are is the council's own rule. */
export const donationThresholdDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  purpose: z.enum(thresholdPurposes, '知らせることを選んでください。'),
  basis: z.enum(thresholdBases, '数え方を選んでください。'),
  amountYen: positiveYenSchema,
})
export type DonationThresholdDetails = z.output<typeof donationThresholdDetailsSchema>

/** `id` is null for a new threshold. */
export const saveDonationThresholdSchema = z.object({
  id: donationThresholdIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: donationThresholdDetailsSchema,
})

/** The same with the amount as somebody typed it. */
export const typedThresholdSchema = z.object({ ...donationThresholdDetailsSchema.shape, amountYen: typedYen }).pipe(donationThresholdDetailsSchema)

/** 寄附の基準 to start with; every council has its own 規程. */
export const defaultDonationThresholds: readonly DonationThresholdDetails[] = [
  { code: '10', name: '理事会への報告', purpose: 'report', basis: 'gift', amountYen: yen(1_000_000) },
  { code: '20', name: '感謝状（1件）', purpose: 'appreciation', basis: 'gift', amountYen: yen(100_000) },
  { code: '21', name: '感謝状（累計）', purpose: 'appreciation', basis: 'lifetime', amountYen: yen(500_000) },
]
