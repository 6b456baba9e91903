import { z } from 'zod'
import { firstDayOf } from '../../calendar/fiscal-year.ts'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { shareBackRunIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** Dues of the year that came in up to the cut-off day count; it may lie after the year's end, for late slips. */
export const calculateShareBackSchema = z
  .object({ fiscalYear: fiscalYearSchema, cutOffOn: localDateSchema })
  .refine(({ fiscalYear, cutOffOn }) => cutOffOn >= firstDayOf(fiscalYear), {
    path: ['cutOffOn'],
    error: '基準日は会費の年度の4月1日以降にしてください。',
  })
export type CalculateShareBackInput = z.output<typeof calculateShareBackSchema>

/** 還元金 of a year, as the books stood at a moment; as they stand now without one. */
export const shareBackOfYearSchema = z.object({ fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type ShareBackOfYearInput = z.output<typeof shareBackOfYearSchema>

const shareBackRunSchema = z.object({ runId: shareBackRunIdSchema })
/** As the books stood at a moment; as they stand now without one. */
export const shareBackRunAtMomentSchema = shareBackRunSchema.extend({ postedUntil: postingMomentSchema.optional() })
export type ShareBackRunAtMoment = z.output<typeof shareBackRunAtMomentSchema>

/** Names a calculation as it was seen: a later one by somebody else is told. */
export const seenShareBackRunSchema = shareBackRunSchema.extend({ revision: revisionSchema })
export type SeenShareBackRun = z.output<typeof seenShareBackRunSchema>

export const payShareBackSchema = seenShareBackRunSchema.extend({ paidOn: localDateSchema })
export type PayShareBackInput = z.output<typeof payShareBackSchema>

/** What came in by its rates, as a calculation keeps it. */
export const ratedPartsSchema = z.array(z.object({ basisPoints: z.int(), amountYen: yenSchema }))
