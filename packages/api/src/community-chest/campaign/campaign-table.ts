import type { GroundDb } from '@sasaeai/db/ground-at'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { type CampaignId, id } from '@sasaeai/domain/ids'
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

/** A 運動 as it is listed. */
export interface Campaign extends CampaignDetails {
  readonly id: CampaignId
  readonly custodyAccountName: string
  /** The 団体 of a テーマ型募金, by the register of now. */
  readonly group: { readonly name: string; readonly number: number } | null
  readonly revision: number
  /** 締め; null while the drive is open. */
  readonly closedOn: LocalDate | null
}

/** Every campaign, closed ones included: the newest year first, then in the order of their codes. */
export async function listCampaigns({ pool }: GroundDb): Promise<Campaign[]> {
  const { rows } = await pool.query<Campaign>({ name: 'campaigns', text: campaignsSql })
  return rows
}

const campaignsSql = `
  SELECT c.id, c.fiscal_year AS "fiscalYear", c.code, c.name, c.drive, c.opens_on AS "opensOn", c.closes_on AS "closesOn",
    c.custody_account_id AS "custodyAccountId", c.cash_account_id AS "cashAccountId", c.group_id AS "groupId", c.remittance_mode AS "remittanceMode",
    c.goal_yen AS "goalYen", c.goal_published_on AS "goalPublishedOn", c.suggested_yen AS "suggestedYen", c.revision, c.closed_on AS "closedOn",
    a.name AS "custodyAccountName", CASE WHEN s.id IS NOT NULL THEN json_build_object('name', s.name, 'number', s.number) END AS group
  FROM campaign c JOIN ledger_account a ON a.id = c.custody_account_id LEFT JOIN supporter s ON s.id = c.group_id
  ORDER BY c.fiscal_year DESC, c.code`

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
