import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { summedDrives } from '../community-chest/campaign/drive-kind.ts'
import {
  allocationIdSchema,
  areaIdSchema,
  campaignIdSchema,
  collectionMethodIdSchema,
  duesKindIdSchema,
  fundIdSchema,
  fundingSourceIdSchema,
  intakeBatchIdSchema,
  ledgerAccountIdSchema,
  supporterIdSchema,
} from '../id-schemas.ts'
import { yenSchema } from '../money/yen-schema.ts'
import { duesRoutes } from './dues-route.ts'
import { fundingCategories } from './funding-category.ts'
import { moneyHoldings } from './money-holding.ts'
import { postingOrders } from './posting-list-order.ts'
import { postingMomentSchema } from './posting-moment-schema.ts'

const amountBound = yenSchema.refine((amount) => amount >= 0, '金額は0円以上で指定してください。').optional()

/**
 * Which 明細 a list shows: the search parameters of `/admin/entries` and the input of its query alike, so that any
 * figure of any page can link to the postings that make it up. Without an account the list holds the postings that
 * carry a funding source (受入額); with one, every posting of that account.
 */
export const postingFilterSchema = z.object({
  fiscalYear: fiscalYearSchema.optional(),
  /** First and last day, both included; within the fiscal year where one is given as well. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  accountId: ledgerAccountIdSchema.optional(),
  fundingSourceId: fundingSourceIdSchema.optional(),
  category: z.enum(fundingCategories).optional(),
  /** The council's own income, what is held for the 共同募金会, or what is held for another body's drive. */
  holding: z.enum(moneyHoldings).optional(),
  campaignId: campaignIdSchema.optional(),
  /** 運動の年度: the drives of that year, whenever their money came in; その他 is not among them. */
  driveYear: fiscalYearSchema.optional(),
  /** Of those, the drives of one kind. */
  drive: z.enum(summedDrives).optional(),
  methodId: collectionMethodIdSchema.optional(),
  /** The area with everything below it. */
  areaId: areaIdSchema.optional(),
  /** Not what lies below it. The area of the whole council then also stands for no area at all. */
  areaOnly: z.literal(true).optional(),
  fundId: fundIdSchema.optional(),
  duesKindId: duesKindIdSchema.optional(),
  /** 会費年度: the year whose dues it is, whenever it came in. */
  duesYear: fiscalYearSchema.optional(),
  duesRoute: z.enum(duesRoutes).optional(),
  supporterId: supporterIdSchema.optional(),
  /** Bounds in whole yen, whatever the sign: a receipt and its reversal are found by the same amount. */
  minYen: amountBound,
  maxYen: amountBound,
  /** 摘要, 理由, 伝票番号, or the payer by name, reading or 支援者番号. */
  text: z.string().trim().max(100, '検索する言葉は100文字以内で入力してください。').optional(),
  batchId: intakeBatchIdSchema.optional(),
  /** 配分金: what was received of it, with what was taken back. */
  allocationId: allocationIdSchema.optional(),
  /** The same of all 配分金 that are given in a year. */
  allocationYear: fiscalYearSchema.optional(),
  /** As the books stood at a moment: nothing that was posted later. */
  postedUntil: postingMomentSchema.optional(),
  /** What was posted since a moment, whatever days it is of. */
  postedAfter: postingMomentSchema.optional(),
})

export const postingOrderSchema = z.enum(postingOrders)

/**
 * Where a page of the list goes on: amount as booked, day, entry and line of the last posting of the page before; then
 * the count and the total in yen of the whole list, as they were found with its first page.
 */
export const postingCursorSchema = z
  .string()
  .regex(/^-?\d{1,16}\.\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}\.\d{1,4}\.\d{1,12}\.-?\d{1,15}$/, {
    error: '続きの位置が正しくありません。一覧を開き直してください。',
  })
