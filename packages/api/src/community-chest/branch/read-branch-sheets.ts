import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CountMeaning } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { AreaId, CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { inOneState } from '../../ledger/in-one-state.ts'
import { areasOfBranches, householdsOfAreas } from './branch-queries.ts'

export interface PrintedCampaign {
  readonly name: string
  readonly fiscalYear: FiscalYear
  readonly opensOn: LocalDate
  readonly closesOn: LocalDate
  /** 1世帯当たりの目安; null where nothing is suggested. */
  readonly suggestedYen: Yen | null
  readonly branchName: string
}

/** What is printed of one branch. Amounts in yen; a goal that was not set is null. */
export interface PrintedBranch {
  readonly areaId: AreaId
  readonly name: string
  readonly methods: readonly { readonly name: string; readonly countMeaning: CountMeaning; readonly goalYen: Yen | null }[]
  readonly associations: readonly { readonly name: string; readonly households: number | null; readonly goalYen: Yen | null }[]
  /** Of the branch itself; null where they are to be summed up or unknown. */
  readonly households: number | null
  readonly officers: readonly { readonly role: string; readonly name: string }[]
}

/** The drive and its branches, or one of them; null when there is no such drive. */
export function readBranchSheets({ db }: Deps, { campaignId, areaId }: { campaignId: CampaignId; areaId?: AreaId | undefined }) {
  return inOneState(db, async (books): Promise<{ campaign: PrintedCampaign; branches: PrintedBranch[] } | null> => {
    const campaigns = await books.query<PrintedCampaign>(campaignSql, [campaignId])
    const [campaign] = campaigns.rows
    if (campaign === undefined) return null
    const branches = await books.query<PrintedBranch>(branchSql, [campaign.fiscalYear, campaignId, areaId ?? null])
    return { campaign, branches: branches.rows }
  })
}

const campaignSql = `
  SELECT c.name, c.fiscal_year AS "fiscalYear", c.opens_on AS "opensOn", c.closes_on AS "closesOn", c.suggested_yen AS "suggestedYen",
    k.branch_name AS "branchName" FROM campaign c, community_chest_rules k WHERE c.id = $1`

/** Goals of 班 count for their 自治会; a goal that was set for the whole 校区 stands in the methods only. */
const branchSql = `
  WITH RECURSIVE ${areasOfBranches}, ${householdsOfAreas},
  in_association AS (
    SELECT a.id, a.id AS association_id FROM area a JOIN area b ON b.id = a.parent_id JOIN area root ON root.id = b.parent_id AND root.parent_id IS NULL
    UNION ALL
    SELECT a.id, i.association_id FROM area a JOIN in_association i ON a.parent_id = i.id),
  of_method AS (
    SELECT b.branch_id, g.collection_method_id, sum(g.target_yen)::bigint AS yen FROM campaign_goal g JOIN branch_area b ON b.id = g.area_id
    WHERE g.campaign_id = $2 GROUP BY 1, 2),
  of_association AS (
    SELECT i.association_id, sum(g.target_yen)::bigint AS yen FROM campaign_goal g JOIN in_association i ON i.id = g.area_id WHERE g.campaign_id = $2 GROUP BY 1)
  SELECT a.id AS "areaId", a.name, own.households,
    (SELECT coalesce(json_agg(json_build_object('name', m.name, 'countMeaning', m.count_meaning, 'goalYen', o.yen) ORDER BY m.code), '[]')
      FROM collection_method m LEFT JOIN of_method o ON o.collection_method_id = m.id AND o.branch_id = a.id WHERE m.closed_on IS NULL OR o.yen > 0) AS methods,
    (SELECT coalesce(json_agg(json_build_object('name', s.name, 'households', h.households, 'goalYen', o.yen) ORDER BY s.code), '[]')
      FROM area s LEFT JOIN household h ON h.area_id = s.id LEFT JOIN of_association o ON o.association_id = s.id
      WHERE s.parent_id = a.id AND (s.closed_on IS NULL OR o.yen > 0)) AS associations,
    (SELECT coalesce(json_agg(json_build_object('role', f.role, 'name', f.name) ORDER BY f.id), '[]')
      FROM branch_officer f WHERE f.area_id = a.id AND f.fiscal_year = $1) AS officers
  FROM area a JOIN area root ON root.id = a.parent_id AND root.parent_id IS NULL LEFT JOIN household own ON own.area_id = a.id
  WHERE a.closed_on IS NULL AND ($3::uuid IS NULL OR a.id = $3) ORDER BY a.code`
