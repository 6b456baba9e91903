import { createHash } from 'node:crypto'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { SumsQuestion } from '../../ledger/kept-sums.ts'

/** What one method brought. */
export interface CollectedByMethod {
  amountYen: number
  count: number
}

/** What one area brought itself, and 戸別 of that. */
export interface CollectedInArea {
  amountYen: number
  householdYen: number
  households: number
}

/** The two margins of method × area: the cells between them would be a hundred times as many. */
export interface CollectedOfCampaign {
  readonly methods: Map<CollectionMethodId | null, CollectedByMethod>
  readonly areas: Map<AreaId | null, CollectedInArea>
}
export type CollectedSums = Map<CampaignId, CollectedOfCampaign>

export interface CollectedAsked {
  readonly campaignIds: readonly CampaignId[]
  readonly until: LocalDate
  /** The methods that count as 戸別. */
  readonly householdMethods: ReadonlySet<CollectionMethodId>
}

/** What was collected for some campaigns up to a day, whichever year it came in. Money that is passed on carries no source and is not in it. */
export function collectedSums(asked: CollectedAsked): SumsQuestion<CollectedSums> {
  const { campaignIds, until, householdMethods } = asked
  const ours = new Set(campaignIds)
  return {
    name: `collected/${digest([...campaignIds, '/', ...householdMethods])}/${until}`,
    years: {},
    count: (books) => countCollected(books, asked),
    add: (sums, posting) => {
      const { campaign_id: campaignId, collection_method_id: methodId, area_id: areaId, amount_yen: amountYen, count } = posting
      if (campaignId === null || posting.funding_source_id === null || posting.entry_date > until || !ours.has(campaignId)) return
      const isHousehold = methodId !== null && householdMethods.has(methodId)
      const sum = sumOf(sums, campaignId)
      raiseMethod(sum, methodId, { amountYen: -amountYen, count })
      raiseArea(sum, areaId, { amountYen: -amountYen, householdYen: isHousehold ? -amountYen : 0, households: isHousehold ? count : 0 })
    },
    rowsIn: (sums) => [...sums.values()].reduce((rows, { methods, areas }) => rows + methods.size + areas.size, 0),
  }
}

/** A list of ids in a few characters. */
export function digest(ids: readonly string[]): string {
  return createHash('md5').update(ids.toSorted().join()).digest('base64url')
}

function sumOf(sums: CollectedSums, campaignId: CampaignId): CollectedOfCampaign {
  const known = sums.get(campaignId)
  if (known !== undefined) return known
  const sum = { methods: new Map(), areas: new Map() }
  sums.set(campaignId, sum)
  return sum
}

function raiseMethod({ methods }: CollectedOfCampaign, methodId: CollectionMethodId | null, added: CollectedByMethod): void {
  const sum = methods.get(methodId)
  if (sum === undefined) return void methods.set(methodId, added)
  sum.amountYen += added.amountYen
  sum.count += added.count
}

function raiseArea({ areas }: CollectedOfCampaign, areaId: AreaId | null, added: CollectedInArea): void {
  const sum = areas.get(areaId)
  if (sum === undefined) return void areas.set(areaId, added)
  sum.amountYen += added.amountYen
  sum.householdYen += added.householdYen
  sum.households += added.households
}

interface MarginRow extends CollectedByMethod, CollectedInArea {
  readonly isMethod: 0 | 1
  readonly campaignId: CampaignId
  readonly methodId: CollectionMethodId | null
  readonly areaId: AreaId | null
}

async function countCollected(books: BooksState, { campaignIds, until, householdMethods }: CollectedAsked): Promise<CollectedSums> {
  const values = [campaignIds, fiscalYearOf(until), until, [...householdMethods]]
  const { rows } = await books.query<MarginRow>({ name: 'chest-collected', text: marginsSql, values })
  const sums: CollectedSums = new Map()
  for (const { isMethod, campaignId, methodId, areaId, amountYen, count, householdYen, households } of rows) {
    const sum = sumOf(sums, campaignId)
    if (isMethod === 1) sum.methods.set(methodId, { amountYen, count })
    else sum.areas.set(areaId, { amountYen, householdYen, households })
  }
  return sums
}

/** Whole years, which are kept as such, less the days of the last one that come after: of the present year there are none. */
const marginsSql = `
  SELECT GROUPING(area_id) AS "isMethod", campaign_id AS "campaignId", collection_method_id AS "methodId", area_id AS "areaId",
      (-sum(amount_yen))::bigint AS "amountYen", sum(count)::bigint AS count,
      coalesce(-sum(amount_yen) FILTER (WHERE collection_method_id = ANY($4::uuid[])), 0)::bigint AS "householdYen",
      coalesce(sum(count) FILTER (WHERE collection_method_id = ANY($4::uuid[])), 0)::bigint AS households
    FROM (
      SELECT campaign_id, collection_method_id, area_id, amount_yen, count FROM funding_year_total
        WHERE campaign_id = ANY($1::uuid[]) AND fiscal_year <= $2 AND funding_source_id IS NOT NULL
      UNION ALL
      SELECT campaign_id, collection_method_id, area_id, -amount_yen, -count FROM funding_total
        WHERE campaign_id = ANY($1::uuid[]) AND fiscal_year = $2 AND entry_date > $3::date AND funding_source_id IS NOT NULL
    ) kept
    GROUP BY GROUPING SETS ((campaign_id, collection_method_id), (campaign_id, area_id))`
