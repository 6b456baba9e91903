import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { cashCountIdSchema, collectionPointIdSchema } from '../../id-schemas.ts'
import { contributionSchema } from '../../ledger/contribution.ts'
import { amountOfPieces, type Denomination, mostPieces } from './cash-pieces.ts'

const piecesOfKind = z
  .int('枚数は整数で入力してください。例：31')
  .min(0, '枚数は0以上で入力してください。')
  .max(mostPieces, '枚数が大きすぎます。')
  .optional()

/** 金種別の枚数: only the kinds that there are. */
export const cashPiecesSchema = z.strictObject({
  10_000: piecesOfKind,
  5_000: piecesOfKind,
  2_000: piecesOfKind,
  1_000: piecesOfKind,
  500: piecesOfKind,
  100: piecesOfKind,
  50: piecesOfKind,
  10: piecesOfKind,
  5: piecesOfKind,
  1: piecesOfKind,
} satisfies Record<Denomination, typeof piecesOfKind>)

/** The rules of money coming in hold here, too. */
const { entryDate, cashAccountId, fundingSourceId, campaignId, collectionMethodId, areaId, count, note } = contributionSchema.shape

/** 金種計数: what two people counted out of a box or after a street collection. The page makes the id, so that a repeat is known. */
export const postCashCountSchema = z.object({
  countId: cashCountIdSchema,
  countedOn: entryDate,
  campaignId: campaignId.unwrap(),
  collectionMethodId: collectionMethodId.unwrap(),
  areaId,
  cashAccountId,
  fundingSourceId,
  count,
  note,
  /** The box or the occasion; null where it is on no list. */
  pointId: collectionPointIdSchema.nullable(),
  pieces: cashPiecesSchema.refine((pieces) => amountOfPieces(pieces) > 0, '枚数を入力してください。例：500円が 31枚'),
  /** 計数した人, two as a rule; one who counts alone is no reason to leave the money lying. */
  countedBy: z
    .array(z.string().trim().min(1).max(40, '計数した人は40文字以内で入力してください。'))
    .min(1, '計数した人を入力してください。例：山田')
    .max(2),
})
export type PostCashCountInput = z.output<typeof postCashCountSchema>

/** The counts of a year's drives. */
export const cashCountListSchema = z.object({ fiscalYear: fiscalYearSchema })
