import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { goodsItemIdSchema, goodwillActIdSchema } from '../id-schemas.ts'
import { postingMomentSchema } from '../ledger/posting-moment-schema.ts'
import { goodwillActKinds } from './act/goodwill-act-kind.ts'

/** As it was recorded and booked by a moment; as it is now without one. */
const ofMoment = { postedUntil: postingMomentSchema.optional() }

/** 在庫 at the end of a day. */
export const goodwillStockSchema = z.object({ asOf: localDateSchema, ...ofMoment })
/** お金の残高 of a fiscal year up to the end of a day. */
export const goodwillMoneySchema = z.object({ fiscalYear: fiscalYearSchema, asOf: localDateSchema, ...ofMoment })
/** What happened in a year, of one kind. */
export const goodwillActsSchema = z.object({ fiscalYear: fiscalYearSchema, kind: z.enum(goodwillActKinds), ...ofMoment })
export const goodwillActSchema = z.object({ actId: goodwillActIdSchema })
export const goodwillYearSchema = z.object({ fiscalYear: fiscalYearSchema, ...ofMoment })
export const goodsItemSchema = z.object({ itemId: goodsItemIdSchema, ...ofMoment })

/** A list of 善意銀行 that is written as an Excel file. */
export const goodwillListSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('stock'), ...goodwillStockSchema.shape }),
  z.object({ list: z.literal('acts'), ...goodwillActsSchema.shape }),
  z.object({ list: z.literal('act'), ...goodwillActSchema.shape }),
  z.object({ list: z.literal('item'), ...goodsItemSchema.shape }),
  z.object({ list: z.literal('year'), ...goodwillYearSchema.shape }),
])
export type GoodwillListInput = z.output<typeof goodwillListSchema>
