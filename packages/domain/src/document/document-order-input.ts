import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { campaignResultSchema } from '../community-chest/result/campaign-result-input.ts'
import { grantReviewSchema } from '../grant/review/grant-review-input.ts'
import { boardPackOrderSchema } from '../funding-indicator/board-pack/board-pack-input.ts'
import { donationYearOrderSchema } from '../funding-indicator/donation-year/donation-year-input.ts'
import { statutorySchedulesOrderSchema } from '../funding-indicator/statutory-paper/statutory-paper-input.ts'
import { acknowledgmentListFields } from '../donation/acknowledgment/acknowledgment-list-input.ts'
import { duesProgressSchema } from '../membership-dues/progress/dues-progress-input.ts'
import { addressLabelsOrderSchema, labelTestSheetOrderSchema } from '../letter/address-label/address-label-choices.ts'
import { membershipFilterSchema } from '../membership-dues/member/membership-list-input.ts'
import { postingMomentSchema } from '../ledger/posting-moment-schema.ts'
import { noticeAudienceSchema } from '../letter/letter-input.ts'
import { givingPostersOrderSchema } from '../online-giving/settings/giving-poster.ts'
import { coveredReceiptsSchema } from '../receipt/receipt-cover-input.ts'
import { areaIdSchema, campaignIdSchema, cashCountIdSchema, documentRunIdSchema, duesKindIdSchema, duesRequestIdSchema, goodwillActIdSchema, grantApplicationIdSchema, grantCallIdSchema, interimReceiptIdSchema, journalEntryIdSchema, letterTemplateIdSchema, receiptIdSchema, receiptRunIdSchema, receiptSeriesIdSchema, remittanceIdSchema, shareBackRunIdSchema } from '../id-schemas.ts'

/** The day that stands on a letter; the day of the order unless told. */
const issuedOn = localDateSchema.optional()
/** A4 to print and hand out, or Excel to work with. */
const format = z.enum(['pdf', 'xlsx']).default('pdf')

export const duesRequestLettersOrderSchema = z.object({
  kind: z.literal('dues_request_letters'),
  requestId: duesRequestIdSchema,
  /** One 自治会, or everything below an area such as a 校区; all of them unless told. */
  areaId: areaIdSchema.optional(),
  issuedOn,
})

export const companyRequestLettersOrderSchema = z.object({
  kind: z.literal('company_request_letters'),
  fiscalYear: fiscalYearSchema,
  duesKindId: duesKindIdSchema,
  /** Who is members already, or who may become one. */
  audience: z.enum(['members', 'prospects']),
  issuedOn,
})

export const transferSlipSheetOrderSchema = z.object({
  kind: z.literal('transfer_slip_sheet'),
  requestId: duesRequestIdSchema,
  format,
})

export const duesReceiptsOrderSchema = z.object({
  kind: z.literal('dues_receipts'),
  receiptIds: z.array(receiptIdSchema).min(1).max(2_000),
})

/** 年間証明: issues those that are still to be issued in a run, and makes all of it ready to print. */
export const annualReceiptsOrderSchema = z.object({ kind: z.literal('annual_receipts'), receiptRunId: receiptRunIdSchema })

/** 番号簿. Excel of it is made by its own page. */
export const receiptRegisterOrderSchema = z.object({ kind: z.literal('receipt_register'), fiscalYear: fiscalYearSchema, seriesId: receiptSeriesIdSchema, postedUntil: postingMomentSchema.optional() })

export const memberListOrderSchema = z.object({
  kind: z.literal('member_list'),
  /** The same filters as those of the list on the screen, which also makes the Excel of it. */
  filter: membershipFilterSchema,
})

/** Excel of 納入状況 is made by its own page. */
export const duesProgressListOrderSchema = z.object({
  kind: z.literal('dues_progress_list'),
  ...duesProgressSchema.shape,
  /** One kind of membership; all of them together unless told. */
  duesKindId: duesKindIdSchema.optional(),
})

/** Excel of 年間のまとめ is made by its own page. */
export const duesYearOrderSchema = z.object({ kind: z.literal('dues_year'), ...duesProgressSchema.shape })

export const shareBackStatementsOrderSchema = z.object({
  kind: z.literal('share_back_statements'),
  runId: shareBackRunIdSchema,
  /** One payee; all that have something to get unless told. */
  areaId: areaIdSchema.optional(),
  issuedOn,
})

export const shareBackPaymentListOrderSchema = z.object({
  kind: z.literal('share_back_payment_list'),
  runId: shareBackRunIdSchema,
})

export const interimReceiptsOrderSchema = z.object({
  kind: z.literal('interim_receipts'),
  interimReceiptIds: z.array(interimReceiptIdSchema).min(1).max(2_000),
})

export const remittanceSlipOrderSchema = z.object({ kind: z.literal('remittance_slip'), remittanceId: remittanceIdSchema })

/** 目標額一覧; Excel of it is made by its own page. */
export const campaignGoalsOrderSchema = z.object({
  kind: z.literal('campaign_goals'),
  campaignId: campaignIdSchema,
  /** 校区 with their 自治会 below them. */
  withAssociations: z.boolean().default(false),
})

/** Excel of 募金実績 is made by its own page. */
export const campaignResultOrderSchema = z.object({
  kind: z.literal('campaign_result'),
  ...campaignResultSchema.shape,
  /** 校区 with their 自治会 below them. */
  withAssociations: z.boolean().default(false),
})

/** 決定通知 to those who applied, for window envelopes: 採択, 不採択 or both. */
export const grantDecisionLettersOrderSchema = z.object({
  kind: z.literal('grant_decision_letters'),
  callId: grantCallIdSchema,
  outcome: z.enum(['all', 'awarded', 'declined']).default('all'),
  /** One application; all that were decided unless told. */
  applicationId: grantApplicationIdSchema.optional(),
  issuedOn,
})

/** Excel of 見直し is made by its own page. */
export const grantReviewOrderSchema = z.object({ kind: z.literal('grant_review'), ...grantReviewSchema.shape })

export const branchCollectionSheetsOrderSchema = z.object({
  kind: z.literal('branch_collection_sheets'),
  campaignId: campaignIdSchema,
  /** One 校区分会; all of them unless told. */
  areaId: areaIdSchema.optional(),
  issuedOn,
})

export const cashCountSlipOrderSchema = z.object({ kind: z.literal('cash_count_slip'), countId: cashCountIdSchema })

/** 受払簿 of a year. Excel of it is made by its own page. */
export const receiptFormAccountOrderSchema = z.object({ kind: z.literal('receipt_form_account'), fiscalYear: fiscalYearSchema })

/** 使途報告 of the allocations of a year. Excel of it is made by its own page. */
export const allocationUseReportOrderSchema = z.object({ kind: z.literal('allocation_use_report'), fiscalYear: fiscalYearSchema })

/** Blank, or filled from a gift. */
export const donationApplicationOrderSchema = z.object({ kind: z.literal('donation_application'), entryId: journalEntryIdSchema.optional() })

export const thankYouLettersOrderSchema = z.object({
  kind: z.literal('thank_you_letters'),
  entryIds: z.array(journalEntryIdSchema).min(1).max(1_000),
  /** The one that suits each gift unless told. */
  templateId: letterTemplateIdSchema.optional(),
  issuedOn,
})

/** 芳名録. Excel of it is made by its own page. */
export const acknowledgmentListOrderSchema = z.object({ kind: z.literal('acknowledgment_list'), ...acknowledgmentListFields })
/** 預託書, one A4 for each deposit. */
export const goodwillCertificatesOrderSchema = z.object({ kind: z.literal('goodwill_certificates'), actIds: z.array(goodwillActIdSchema).min(1).max(500) })
/** 残高表 of 善意銀行 at the end of a day, and its 年間報告; as of a moment, or as things are when they are made. */
export const goodwillBalancesOrderSchema = z.object({ kind: z.literal('goodwill_balances'), asOf: localDateSchema, postedUntil: postingMomentSchema.optional() })
export const goodwillYearOrderSchema = z.object({ kind: z.literal('goodwill_year'), fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })

/** ご案内 to supporters, for window envelopes. */
export const noticeLettersOrderSchema = z.object({ kind: z.literal('notice_letters'), templateId: letterTemplateIdSchema, audience: noticeAudienceSchema, issuedOn })

/** 送り状 to go with receipts, for window envelopes; 年間証明 have templates of their own. */
export const receiptCoverLettersOrderSchema = z.object({
  kind: z.literal('receipt_cover_letters'),
  of: coveredReceiptsSchema,
  templateId: letterTemplateIdSchema,
  issuedOn,
})

/** An order of papers: which kind, and what that kind needs to know. */
export const documentOrderSchema = z.discriminatedUnion('kind', [
  duesRequestLettersOrderSchema,
  companyRequestLettersOrderSchema,
  transferSlipSheetOrderSchema,
  duesReceiptsOrderSchema,
  annualReceiptsOrderSchema,
  receiptRegisterOrderSchema,
  memberListOrderSchema,
  duesProgressListOrderSchema,
  duesYearOrderSchema,
  shareBackStatementsOrderSchema,
  shareBackPaymentListOrderSchema,
  remittanceSlipOrderSchema,
  interimReceiptsOrderSchema,
  campaignGoalsOrderSchema,
  campaignResultOrderSchema,
  grantDecisionLettersOrderSchema,
  grantReviewOrderSchema,
  branchCollectionSheetsOrderSchema,
  cashCountSlipOrderSchema,
  receiptFormAccountOrderSchema,
  allocationUseReportOrderSchema,
  donationApplicationOrderSchema,
  thankYouLettersOrderSchema,
  acknowledgmentListOrderSchema,
  goodwillCertificatesOrderSchema,
  goodwillBalancesOrderSchema,
  goodwillYearOrderSchema,
  noticeLettersOrderSchema,
  receiptCoverLettersOrderSchema,
  addressLabelsOrderSchema,
  labelTestSheetOrderSchema,
  givingPostersOrderSchema,
  boardPackOrderSchema,
  donationYearOrderSchema,
  statutorySchedulesOrderSchema,
])
export type DocumentOrder = z.output<typeof documentOrderSchema>
/** The same before defaults are filled in, as a page asks for it. */
export type AskedDocumentOrder = z.input<typeof documentOrderSchema>

export const documentRunInputSchema = z.object({ runId: documentRunIdSchema })

/** A page of the list of runs, newest first. */
export const documentRunListInputSchema = z.object({
  /** The last run of the page before; null for the first page. */
  cursor: documentRunIdSchema.nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
})
export type DocumentRunListInput = z.output<typeof documentRunListInputSchema>
