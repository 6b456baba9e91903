import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { type LocalDate } from '../../calendar/local-date.ts'
import { donationKindNames } from '../../donation/gift/donation-kind.ts'
import type { DonationKind } from '../../donation/gift/donation-kind.ts'
import type {
  AreaId, CampaignId, CollectionMethodId, DonationChannelId, DuesKindId, FundId, FundingSourceId, JournalEntryId, LedgerAccountId, SupporterId,
} from '../../ids.ts'
import { type Contribution, postingsOfContribution, problemOfContribution } from '../../ledger/contribution.ts'
import { describeContribution } from '../../ledger/describe-contribution.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import type { GroundData } from '../../ledger/ground-data.ts'
import type { Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { programUserId } from '../../user/program-user.ts'
import type { EventReason } from '../event/quarantine-reason.ts'

/** What an online gift says about how its payments are booked: the 受付項目 and what was filled in. */
export interface BookedGift {
  readonly accountCode: string
  /** 未収金 of the 支払いの受け口. */
  readonly receivableAccountId: LedgerAccountId
  readonly fundingSourceId: FundingSourceId
  readonly campaignId: CampaignId | null
  readonly collectionMethodId: CollectionMethodId | null
  readonly fundId: FundId | null
  readonly duesKindId: DuesKindId | null
  readonly duesYear: FiscalYear | null
  readonly areaId: AreaId | null
  readonly channelId: DonationChannelId | null
  readonly frequency: 'once' | 'monthly'
  readonly donationKind: DonationKind
}

/** A payment that is to be booked. */
export interface BookedPayment {
  /** pi_… of a single gift, in_… of a month. */
  readonly moneyId: string
  readonly amountYen: Yen
  readonly entryDate: LocalDate
  readonly supporterId: SupporterId | null
}

/** What keeps the payments of a gift from being booked; null when nothing does. */
export function problemOfOnlineGift(gift: BookedGift, { entryDate, amountYen }: Pick<BookedPayment, 'entryDate' | 'amountYen'>, ground: GroundData): EventReason | null {
  const receivable = ground.accounts.get(gift.receivableAccountId)
  if (receivable === undefined || receivable.isClosed || receivable.isHeading || receivable.category !== 'asset') return 'receivable_unusable'
  const problem = problemOfContribution(contributionOf(gift, { moneyId: '', entryDate, amountYen, supporterId: null }, ground), ground)
  if (problem !== null) return 'target_unusable'
  return receivable.book === bookOf(gift, ground) ? null : 'receivable_of_other_book'
}

/**
 * The entry of a payment: 未収金, because the gateway holds the money until it sends it, against what the gift is for. The
 * money's own id is the entry's source, so that the books themselves refuse the same money a second time.
 * @throws Error if the gift has a problem: check it first.
 */
export function entryOfOnlinePayment(gift: BookedGift, payment: BookedPayment, { entryId, ground }: { entryId: JournalEntryId; ground: GroundData }): EntryDraft {
  const contribution = contributionOf(gift, payment, ground)
  const description = describeContribution(contribution, ground)
  const [, credit] = postingsOfContribution(contribution, ground)
  if (credit === undefined) throw new Error('a contribution has two sides')
  return {
    id: entryId,
    sourceKind: 'online_payment',
    sourceId: `${gift.accountCode}:${payment.moneyId}`,
    postedById: programUserId,
    entryDate: payment.entryDate,
    kind: 'receipt',
    payerId: payment.supporterId ?? undefined,
    description,
    searchText: normalizeForSearch(`${description} ${payment.moneyId}`),
    // Whichever book the drive lies in: what is held at the gateway is no cash of it yet.
    postings: [{ accountId: gift.receivableAccountId, amountYen: payment.amountYen }, credit],
  }
}

function contributionOf(gift: BookedGift, { entryDate, amountYen, supporterId }: BookedPayment, ground: GroundData): Contribution {
  const campaign = gift.campaignId === null ? undefined : ground.campaigns.get(gift.campaignId)
  return {
    entryDate,
    // Of a drive in the 支会 book the rules ask for an account of that book; which one it is does not matter to them.
    cashAccountId: campaign?.cashAccountId ?? gift.receivableAccountId,
    fundingSourceId: gift.fundingSourceId,
    campaignId: gift.campaignId ?? undefined,
    collectionMethodId: gift.collectionMethodId ?? undefined,
    areaId: gift.areaId ?? undefined,
    fundId: gift.fundId ?? undefined,
    duesKindId: gift.duesKindId ?? undefined,
    duesYear: gift.duesKindId === null ? undefined : (gift.duesYear ?? undefined),
    supporterId: supporterId ?? undefined,
    amountYen,
    count: 1,
    note: [kindWord(gift), 'オンライン'].filter((word) => word !== '').join(' '),
  }
}

/** Said where the purpose does not say it already. */
function kindWord(gift: BookedGift): string {
  const kind = donationKindOf(gift)
  return kind === 'general' || kind === 'designated' || gift.campaignId !== null || gift.duesKindId !== null ? '' : donationKindNames[kind]
}

/** 寄附の種類 of a gift's payments: every month is マンスリー, whatever it is for. */
export function donationKindOf({ frequency, donationKind, fundId }: Pick<BookedGift, 'frequency' | 'donationKind' | 'fundId'>): DonationKind {
  if (frequency === 'monthly') return 'monthly'
  return donationKind === 'general' && fundId !== null ? 'designated' : donationKind
}

function bookOf({ campaignId }: BookedGift, ground: GroundData) {
  const cash = campaignId === null ? undefined : ground.campaigns.get(campaignId)?.cashAccountId
  return cash === undefined || cash === null ? 'council' : ground.accounts.get(cash)?.book
}
