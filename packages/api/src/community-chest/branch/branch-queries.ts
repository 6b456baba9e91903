import type { Db } from '@sasaeai/db/database'
import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { householdsByArea } from '@sasaeai/domain/area/households-of-area'
import { householdsOfYear } from '@sasaeai/domain/area/households-of-year'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { branchFigures, type BranchFigures, type BranchMethod } from '@sasaeai/domain/community-chest/branch/branch-figures'
import type { BranchListInput } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import type { AreaId, BranchOfficerId, CampaignId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { listHouseholds } from '../../area/area-queries.ts'
import { type BooksState, inOneState } from '../../ledger/in-one-state.ts'
import { keptTotalsAt } from '../../ledger/kept-totals-at.ts'
import { isAmong, type YearSince, yearsSince } from '../../ledger/posted-since.ts'
import { readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'

export interface BranchOfficerRow {
  readonly officerId: BranchOfficerId
  readonly areaId: AreaId
  readonly role: string
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly note: string
  readonly revision: number
}

/** A 校区分会: what its area set out to collect for the drive, what came in so far, and who answers for it. In yen. */
export interface BranchRow extends BranchFigures {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  readonly households: number | null
  /** How many bundles were handed in for it. */
  readonly batches: number
  /** 資材 of the drive, all items together. */
  readonly issued: number
  readonly returned: number
  readonly officers: readonly BranchOfficerRow[]
}

export interface BranchSheet {
  readonly campaign: BranchCampaign | null
  readonly campaigns: readonly BranchCampaign[]
  readonly branches: readonly BranchRow[]
}

export interface BranchCampaign {
  readonly campaignId: CampaignId
  readonly name: string
  readonly fiscalYear: FiscalYear
}

/**
 * The 校区 of the council with what they are for one drive of the year: the one asked for, or the first. Of a past moment the money,
 * goals, households, 資材 and names of areas are of then, and officers are those of now.
 */
export async function branchSheet({ db }: Pick<Deps, 'db'>, { fiscalYear, campaignId }: Pick<BranchListInput, 'fiscalYear' | 'campaignId'>, at: ReportMoment = ofNow): Promise<BranchSheet> {
  const households = await householdsOfBranches(db, groundAt(db, groundMomentOf(at)), fiscalYear)
  return inOneState(db, async (books) => {
    const since = at.position === null ? [] : await yearsSince(books, {}, at.position)
    const { rows: campaigns } = await books.query<BranchCampaign>(
      `SELECT id AS "campaignId", name, fiscal_year AS "fiscalYear" FROM campaign WHERE fiscal_year = $1 ORDER BY drive = 'other', code`,
      [fiscalYear],
    )
    const campaign = campaigns.find((each) => each.campaignId === campaignId) ?? campaigns[0] ?? null
    const { rows } = await books.query<BranchAsRead>(branchesSql(since), [campaign?.campaignId ?? null])
    const officers = Map.groupBy(await officersOf(books, fiscalYear), ({ areaId }) => areaId)
    const branches = rows.map(({ methods, ...row }) => ({
      ...row, ...branchFigures(methods), households: households.get(row.areaId) ?? null, officers: officers.get(row.areaId) ?? [],
    }))
    return { campaign, campaigns, branches }
  }, groundMomentOf(at))
}

/** Of a 校区 itself where they were recorded for it, else of what lies below it, each household once. */
async function householdsOfBranches(db: Db, tables: GroundDb, fiscalYear: FiscalYear): Promise<ReadonlyMap<AreaId, number>> {
  const { ground: version } = await readVersions(db)
  const [{ areas }, counts] = await Promise.all([readGroundData(tables, version), listHouseholds({ db: tables }, fiscalYear)])
  return householdsByArea(areas, householdsOfYear(counts)?.counts ?? new Map())
}

type BranchAsRead = Omit<BranchRow, 'officers' | 'households' | keyof BranchFigures> & { readonly methods: readonly BranchMethod[] }

async function officersOf(books: BooksState, year: FiscalYear): Promise<BranchOfficerRow[]> {
  const { rows } = await books.query<BranchOfficerRow>(
    `SELECT id AS "officerId", area_id AS "areaId", role, name, kana, phone, note, revision FROM branch_officer WHERE fiscal_year = $1 ORDER BY id`,
    [year],
  )
  return rows
}

/** Every area with the 校区 that it lies in: the areas right below the root stand for themselves and all below them. */
export const areasOfBranches = `
  branch_area AS (
    SELECT a.id, a.id AS branch_id FROM area a JOIN area root ON root.id = a.parent_id AND root.parent_id IS NULL
    UNION ALL
    SELECT a.id, b.branch_id FROM area a JOIN branch_area b ON a.parent_id = b.id)`

/** One basis for all areas of the year, as `householdsOfYear` chooses it: 自治会加入世帯 is the last of them. */
export const householdsOfAreas = `
  household AS (SELECT area_id, households FROM area_household
    WHERE fiscal_year = $1 AND basis = (SELECT max(basis) FROM area_household WHERE fiscal_year = $1))`

const branchesSql = (since: readonly YearSince[]) => `
  WITH RECURSIVE ${areasOfBranches},
  goal AS (
    SELECT b.branch_id, g.collection_method_id AS method_id, sum(g.target_yen)::bigint AS yen FROM campaign_goal g JOIN branch_area b ON b.id = g.area_id
    WHERE g.campaign_id = $1 GROUP BY 1, 2),
  money AS (
    SELECT b.branch_id, t.collection_method_id AS method_id, (-sum(t.amount_yen) FILTER (WHERE t.campaign_id = $1))::bigint AS this_year,
      (-sum(t.amount_yen) FILTER (WHERE t.campaign_id <> $1))::bigint AS last_year
    FROM ${keptTotalsAt({ table: 'funding_year_total', columns: ['area_id', 'collection_method_id', 'campaign_id', 'funding_source_id'] }, since)} t JOIN branch_area b ON b.id = t.area_id
    WHERE t.funding_source_id IS NOT NULL AND t.campaign_id IN (
      SELECT $1::uuid UNION SELECT old.id FROM campaign c JOIN campaign old ON old.fiscal_year = c.fiscal_year - 1 AND old.code = c.code AND old.drive = c.drive WHERE c.id = $1)
    GROUP BY 1, 2),
  of_method AS (
    SELECT branch_id, json_agg(json_build_object('goalYen', coalesce(goal.yen, 0), 'collectedYen', coalesce(money.this_year, 0),
      'lastYearYen', coalesce(money.last_year, 0))) AS methods, bool_or(goal.yen > 0 OR money.this_year <> 0) AS takes_part
    FROM goal FULL JOIN money USING (branch_id, method_id) GROUP BY 1),
  handed_in AS (
    SELECT b.branch_id, count(DISTINCT e.intake_batch_id)::int AS batches FROM posting p JOIN branch_area b ON b.id = p.area_id JOIN journal_entry e ON e.id = p.entry_id
    WHERE p.campaign_id = $1 AND e.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id AND NOT ${isAmong(since, 'x')})
      AND NOT ${isAmong(since, 'e')} GROUP BY 1),
  material AS (
    SELECT b.branch_id, sum(m.issued)::int AS issued, sum(m.returned)::int AS returned FROM campaign_material m JOIN branch_area b ON b.id = m.area_id
    WHERE m.campaign_id = $1 GROUP BY 1)
  SELECT a.id AS "areaId", a.code, a.name,
    coalesce(of_method.methods, '[]') AS methods, coalesce(handed_in.batches, 0) AS batches,
    coalesce(material.issued, 0) AS issued, coalesce(material.returned, 0) AS returned
  FROM area a JOIN area root ON root.id = a.parent_id AND root.parent_id IS NULL
  LEFT JOIN of_method ON of_method.branch_id = a.id LEFT JOIN handed_in ON handed_in.branch_id = a.id LEFT JOIN material ON material.branch_id = a.id
  WHERE a.closed_on IS NULL OR of_method.takes_part ORDER BY a.code`
