import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { type FiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import {
  areaIdSchema,
  campaignIdSchema,
  collectionMethodIdSchema,
  duesKindIdSchema,
  fundIdSchema,
  fundingSourceIdSchema,
  ledgerAccountIdSchema,
  supporterIdSchema,
} from '../id-schemas.ts'
import { negateYen } from '../money/yen.ts'
import { positiveYenSchema } from '../money/yen-schema.ts'
import type { PostingDraft } from './entry-draft.ts'
import type { GroundData } from './ground-data.ts'
import { drivesOf } from './funding-category.ts'

/**
 * One payment as it reaches the office: what kind of money, how much, from where. A line of the intake grid and
 * the single-slip form both are this; so whatever holds for money coming in is decided here, once.
 */
export const contributionSchema = z.object({
  entryDate: localDateSchema,
  /** 現金預金: the account that the money went into. */
  cashAccountId: ledgerAccountIdSchema,
  fundingSourceId: fundingSourceIdSchema,
  campaignId: campaignIdSchema.optional(),
  collectionMethodId: collectionMethodIdSchema.optional(),
  areaId: areaIdSchema.optional(),
  fundId: fundIdSchema.optional(),
  duesKindId: duesKindIdSchema.optional(),
  /** 会費年度: that of the entry's date unless a slip came late, or early. */
  duesYear: fiscalYearSchema.optional(),
  supporterId: supporterIdSchema.optional(),
  amountYen: positiveYenSchema,
  /** 件数: 世帯, 回 or 件, as the collection method counts. */
  count: z.int().min(0, '件数は0以上の整数で入力してください。').max(9_999_999, '件数が大きすぎます。').default(0),
  note: z.string().max(200, '備考は200文字以内で入力してください。').default(''),
})
export type Contribution = z.infer<typeof contributionSchema>

export type ContributionProblem =
  | 'cash_account_unusable'
  | 'cash_account_of_branch'
  | 'funding_source_unusable'
  | 'campaign_missing'
  | 'campaign_unusable'
  | 'campaign_of_other_money'
  | 'collection_method_missing'
  | 'collection_method_unusable'
  | 'dues_kind_missing'
  | 'dues_kind_unusable'
  | 'dues_kind_of_other_money'
  | 'fund_unusable'
  | 'area_unusable'

/**
 * What keeps a contribution from being booked, with the field at fault; null when nothing does. Amounts, payers
 * and areas that look unusual are warnings elsewhere: giving is voluntary, and the office knows better.
 */
export function problemOfContribution(
  contribution: Contribution,
  ground: GroundData,
): { code: ContributionProblem; field: keyof Contribution } | null {
  const cash = ground.accounts.get(contribution.cashAccountId)
  if (cash === undefined || cash.isClosed || cash.isHeading || cash.category !== 'asset') {
    return { code: 'cash_account_unusable', field: 'cashAccountId' }
  }
  if (cash.book === 'branch' && !isCashOfCampaign(contribution, ground)) {
    return { code: 'cash_account_of_branch', field: 'cashAccountId' }
  }
  const source = ground.sources.get(contribution.fundingSourceId)
  if (source === undefined || source.isClosed) return { code: 'funding_source_unusable', field: 'fundingSourceId' }
  return problemOfCampaign(contribution, ground) ?? problemOfDetails(contribution, ground)
}

export type ContributionWarning = 'campaign_of_other_year' | 'dues_of_other_year'

/** What is unusual and worth a second look, but booked all the same: a late slip of last year's drive. */
export function warningsOfContribution(contribution: Contribution, ground: GroundData): ContributionWarning[] {
  const campaign = contribution.campaignId === undefined ? undefined : ground.campaigns.get(contribution.campaignId)
  const isOfOtherYear = campaign !== undefined && campaign.fiscalYear !== fiscalYearOf(contribution.entryDate)
  const duesYear = duesYearOf(contribution)
  const isLateDues = duesYear !== undefined && duesYear !== fiscalYearOf(contribution.entryDate)
  return [...(isOfOtherYear ? (['campaign_of_other_year'] as const) : []), ...(isLateDues ? (['dues_of_other_year'] as const) : [])]
}

/** 会費年度 of a contribution: as said, or else that of its day; undefined where it is no dues. */
export function duesYearOf({ duesKindId, duesYear, entryDate }: Contribution): FiscalYear | undefined {
  return duesKindId === undefined ? undefined : (duesYear ?? fiscalYearOf(entryDate))
}

/**
 * The two postings of a contribution: 現金預金 against income, or against 預り金 where the money is held for the
 * prefectural 共同募金会 until it is remitted. Money of a drive that is kept in the separate 支会 book lies in the cash of
 * that book, whichever account the rest of the bundle went into. The dimensions stand on the credit side, which reports read.
 *
 * @throws Error if the contribution has a problem: check it first.
 */
export function postingsOfContribution(contribution: Contribution, ground: GroundData): PostingDraft[] {
  const source = ground.sources.get(contribution.fundingSourceId)
  if (source === undefined) throw new Error(`unknown funding source ${contribution.fundingSourceId}`)
  const campaign = contribution.campaignId === undefined ? undefined : ground.campaigns.get(contribution.campaignId)
  return [
    { accountId: campaign?.cashAccountId ?? contribution.cashAccountId, amountYen: contribution.amountYen },
    {
      accountId: campaign?.custodyAccountId ?? source.accountId,
      amountYen: negateYen(contribution.amountYen),
      fundingSourceId: contribution.fundingSourceId,
      campaignId: contribution.campaignId,
      collectionMethodId: contribution.collectionMethodId,
      areaId: contribution.areaId,
      fundId: contribution.fundId,
      duesKindId: contribution.duesKindId,
      duesYear: duesYearOf(contribution),
      supporterId: contribution.supporterId,
      count: contribution.count,
    },
  ]
}

/** A correction names the account that the entry lies in, which is the drive's own when the 支会 keeps it. */
function isCashOfCampaign({ campaignId, cashAccountId }: Contribution, { campaigns }: GroundData): boolean {
  return campaignId !== undefined && campaigns.get(campaignId)?.cashAccountId === cashAccountId
}

function problemOfCampaign(
  { campaignId, collectionMethodId, fundingSourceId }: Contribution,
  ground: GroundData,
): { code: ContributionProblem; field: keyof Contribution } | null {
  const source = ground.sources.get(fundingSourceId)
  const drives = source === undefined ? [] : drivesOf(source.category)
  if (campaignId === undefined) {
    return drives.length > 0 ? { code: 'campaign_missing', field: 'campaignId' } : null
  }
  const campaign = ground.campaigns.get(campaignId)
  if (campaign === undefined || campaign.isClosed) return { code: 'campaign_unusable', field: 'campaignId' }
  if (!drives.includes(campaign.drive)) return { code: 'campaign_of_other_money', field: 'campaignId' }
  if (collectionMethodId === undefined) return { code: 'collection_method_missing', field: 'collectionMethodId' }
  return null
}

function problemOfDetails(
  { areaId, collectionMethodId, duesKindId, fundId, fundingSourceId }: Contribution,
  ground: GroundData,
): { code: ContributionProblem; field: keyof Contribution } | null {
  const isUsable = (item: { isClosed: boolean } | undefined) => item !== undefined && !item.isClosed
  if (collectionMethodId !== undefined && !isUsable(ground.methods.get(collectionMethodId))) {
    return { code: 'collection_method_unusable', field: 'collectionMethodId' }
  }
  const isDues = ground.sources.get(fundingSourceId)?.category === 'membership_dues'
  if (isDues !== (duesKindId !== undefined)) {
    return { code: isDues ? 'dues_kind_missing' : 'dues_kind_of_other_money', field: 'duesKindId' }
  }
  if (duesKindId !== undefined && !isUsable(ground.duesKinds.get(duesKindId))) {
    return { code: 'dues_kind_unusable', field: 'duesKindId' }
  }
  if (fundId !== undefined && !isUsable(ground.funds.get(fundId))) return { code: 'fund_unusable', field: 'fundId' }
  if (areaId !== undefined && !isUsable(ground.areas.get(areaId))) return { code: 'area_unusable', field: 'areaId' }
  return null
}
