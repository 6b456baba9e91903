import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { savedReportIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { boardPackParts } from './board-pack.ts'

const comment = z.string().trim().max(2_000, 'コメントは2,000文字以内で入力してください。')

/** 理事会資料 of a year, or of a report that was saved, printed again as it was. */
export const boardPackOrderSchema = z.object({
  kind: z.literal('board_pack'),
  fiscalYear: fiscalYearSchema,
  /** 基準日; the day of the moment unless told. */
  asOf: localDateSchema.optional(),
  /** As the books stood at a moment; that of the order unless told. */
  postedUntil: postingMomentSchema.optional(),
  comments: z.partialRecord(z.enum(boardPackParts), comment).default({}),
  savedReportId: savedReportIdSchema.optional(),
})
export type BoardPackOrder = z.output<typeof boardPackOrderSchema>
