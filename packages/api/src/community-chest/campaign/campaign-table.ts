import type { Db } from '@sasaeai/db/database'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { id } from '@sasaeai/domain/ids'
import { mayHoldCustody, mayPayOut } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import type { GroundChange, SavedTable } from '../../council/ground-table.ts'

const columns = {
  fiscalYear: true,
  code: true,
  name: true,
  drive: true,
  opensOn: true,
  closesOn: true,
  custodyAccountId: true,
  cashAccountId: true,
  groupId: true,
  remittanceMode: true,
  goalYen: true,
  goalPublishedOn: true,
  suggestedYen: true,
  revision: true,
} as const

type CampaignProblem = 'custody_account_unusable' | 'campaign_cash_unusable' | 'campaign_in_use'

/** 運動. It is closed and reopened by commands of its own. */
export const campaignTable: SavedTable<CampaignDetails, CampaignProblem> = {
  subjectKind: 'campaign',
  async read(tx, campaignId) {
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: columns })
    return campaign === null ? null : { details: detailsOf(campaign), revision: campaign.revision }
  },
  insert: (tx, campaignId, campaign) => tx.campaign.create({ data: { id: campaignId, ...columnsOf(campaign) } }),
  update: (tx, campaignId, campaign) => tx.campaign.update({ where: { id: campaignId }, data: columnsOf(campaign) }),
  remove: (tx, campaignId) => tx.campaign.delete({ where: { id: campaignId } }),
  problemOfSaving: async (tx, change) => (await problemOfUse(tx, change)) ?? problemOfAccounts(tx, change.after),
}

const unchanging = ['drive', 'fiscalYear', 'custodyAccountId', 'cashAccountId'] as const

/** What is in the books keeps its meaning: whose money it is, of which year, and where it is held. */
async function problemOfUse(
  tx: Tx,
  { id: campaignId, before, after }: GroundChange<CampaignDetails>,
): Promise<Failure<CampaignProblem> | null> {
  const changed = unchanging.find((field) => before !== null && before[field] !== after[field])
  if (changed === undefined) return null
  const posting = await tx.posting.findFirst({ where: { campaignId }, select: { entryId: true } })
  return posting === null ? null : fail('campaign_in_use', { field: changed })
}

/** What is held and where it lies stand in one book; only the 支会 book has a cash account of its own. */
async function problemOfAccounts(
  tx: Tx,
  { custodyAccountId, cashAccountId }: CampaignDetails,
): Promise<Failure<CampaignProblem> | null> {
  const custody = await tx.ledgerAccount.findUnique({ where: { id: custodyAccountId } })
  if (custody === null || !mayHoldCustody(custody)) return fail('custody_account_unusable', { field: 'custodyAccountId' })
  const cash = cashAccountId === null ? null : await tx.ledgerAccount.findUnique({ where: { id: cashAccountId } })
  const isUsable =
    custody.book === 'council' ? cashAccountId === null : cash !== null && cash.book === 'branch' && mayPayOut(cash)
  return isUsable ? null : fail('campaign_cash_unusable', { field: 'cashAccountId' })
}

/** Every campaign, closed ones included: the newest year first, then in the order of their codes. */
export async function listCampaigns({ prisma }: Db) {
  const campaigns = await prisma.campaign.findMany({
    orderBy: [{ fiscalYear: 'desc' }, { code: 'asc' }],
    include: { custodyAccount: { select: { name: true } }, group: { select: { name: true, number: true } } },
  })
  return campaigns.map(({ custodyAccount, group, ...campaign }) => ({
    ...detailsOf(campaign),
    id: id<'CampaignId'>(campaign.id),
    custodyAccountName: custodyAccount.name,
    group,
    revision: campaign.revision,
    closedOn: fromNullableDateColumn(campaign.closedOn),
  }))
}

/** The details as the table has them. */
type CampaignColumns = Pick<CampaignDetails, 'code' | 'name' | 'drive' | 'remittanceMode'> & {
  readonly fiscalYear: number
  readonly opensOn: Date
  readonly closesOn: Date
  readonly custodyAccountId: string
  readonly cashAccountId: string | null
  readonly groupId: string | null
  readonly goalYen: bigint | null
  readonly goalPublishedOn: Date | null
  readonly suggestedYen: bigint | null
}

function detailsOf({ code, name, drive, remittanceMode, ...campaign }: CampaignColumns): CampaignDetails {
  const yenOf = (column: bigint | null) => (column === null ? null : yenFromColumn(column))
  return {
    fiscalYear: fiscalYear(campaign.fiscalYear),
    code,
    name,
    drive,
    opensOn: fromDateColumn(campaign.opensOn),
    closesOn: fromDateColumn(campaign.closesOn),
    custodyAccountId: id(campaign.custodyAccountId),
    cashAccountId: campaign.cashAccountId === null ? null : id(campaign.cashAccountId),
    groupId: campaign.groupId === null ? null : id(campaign.groupId),
    remittanceMode,
    goalYen: yenOf(campaign.goalYen),
    goalPublishedOn: fromNullableDateColumn(campaign.goalPublishedOn),
    suggestedYen: yenOf(campaign.suggestedYen),
  }
}

function columnsOf(campaign: CampaignDetails): CampaignColumns {
  const { goalYen, goalPublishedOn, suggestedYen } = campaign
  return {
    ...campaign,
    opensOn: toDateColumn(campaign.opensOn),
    closesOn: toDateColumn(campaign.closesOn),
    goalYen: goalYen === null ? null : BigInt(goalYen),
    goalPublishedOn: goalPublishedOn === null ? null : toDateColumn(goalPublishedOn),
    suggestedYen: suggestedYen === null ? null : BigInt(suggestedYen),
  }
}
