import type { Db } from '@sasaeai/db/database'
import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { id } from '@sasaeai/domain/ids'
import { mayHoldCustody } from '@sasaeai/domain/ledger/ledger-account-details'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { GroundTable } from '../../council/ground-table.ts'

const columns = {
  fiscalYear: true,
  code: true,
  name: true,
  drive: true,
  opensOn: true,
  closesOn: true,
  custodyAccountId: true,
  revision: true,
} as const

/** 運動. */
export const campaignTable: GroundTable<CampaignDetails, 'custody_account_unusable' | 'campaign_in_use'> = {
  subjectKind: 'campaign',
  async read(tx, campaignId) {
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId }, select: columns })
    return campaign === null ? null : { details: detailsOf(campaign), revision: campaign.revision }
  },
  insert: (tx, campaignId, campaign) => tx.campaign.create({ data: { id: campaignId, ...columnsOf(campaign) } }),
  update: (tx, campaignId, campaign) => tx.campaign.update({ where: { id: campaignId }, data: columnsOf(campaign) }),
  setClosedOn: (tx, campaignId, closedOn) => tx.campaign.update({ where: { id: campaignId }, data: { closedOn } }),
  remove: (tx, campaignId) => tx.campaign.delete({ where: { id: campaignId } }),
  /** What is in the books keeps its meaning: whose money it is, of which year, and where it is held. */
  async problemOfSaving(tx, { id: campaignId, before, after }) {
    const changed = (['drive', 'fiscalYear', 'custodyAccountId'] as const).find((field) => before !== null && before[field] !== after[field])
    if (changed !== undefined) {
      const posting = await tx.posting.findFirst({ where: { campaignId }, select: { entryId: true } })
      if (posting !== null) return fail('campaign_in_use', { field: changed })
    }
    const account = await tx.ledgerAccount.findUnique({ where: { id: after.custodyAccountId } })
    const isUsable = account !== null && mayHoldCustody(account)
    return isUsable ? null : fail('custody_account_unusable', { field: 'custodyAccountId' })
  },
}

/** Every campaign, closed ones included: the newest year first, then in the order of their codes. */
export async function listCampaigns({ prisma }: Db) {
  const campaigns = await prisma.campaign.findMany({
    orderBy: [{ fiscalYear: 'desc' }, { code: 'asc' }],
    include: { custodyAccount: { select: { name: true } } },
  })
  return campaigns.map(({ custodyAccount, ...campaign }) => ({
    ...detailsOf(campaign),
    id: id<'CampaignId'>(campaign.id),
    custodyAccountName: custodyAccount.name,
    revision: campaign.revision,
    closedOn: fromNullableDateColumn(campaign.closedOn),
  }))
}

interface CampaignColumns {
  readonly fiscalYear: number
  readonly code: string
  readonly name: string
  readonly drive: CampaignDetails['drive']
  readonly opensOn: Date
  readonly closesOn: Date
  readonly custodyAccountId: string
}

function detailsOf({ code, name, drive, ...campaign }: CampaignColumns): CampaignDetails {
  return {
    fiscalYear: fiscalYear(campaign.fiscalYear),
    code,
    name,
    drive,
    opensOn: fromDateColumn(campaign.opensOn),
    closesOn: fromDateColumn(campaign.closesOn),
    custodyAccountId: id(campaign.custodyAccountId),
  }
}

function columnsOf(campaign: CampaignDetails): CampaignColumns {
  return { ...campaign, opensOn: toDateColumn(campaign.opensOn), closesOn: toDateColumn(campaign.closesOn) }
}
