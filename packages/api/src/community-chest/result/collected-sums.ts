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
export interface CollectedSums {
  readonly methods: Map<CollectionMethodId | null, CollectedByMethod>
  readonly areas: Map<AreaId | null, CollectedInArea>
}

export interface CollectedAsked {
  readonly campaignIds: readonly CampaignId[]
  readonly until: LocalDate
  /** The methods that count as 戸別. */
  readonly householdMethods: ReadonlySet<CollectionMethodId>
}

/**
 * What was collected for some campaigns together up to a day, whichever year it came in. Money that is passed on carries no
 * source and is not in it. Each choice of campaigns is a question of its own: with the campaigns as a third margin the
 * first answer would take twice as long, and ten times the memory.
 */
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
      raiseMethod(sums, methodId, { amountYen: -amountYen, count })
      raiseArea(sums, areaId, { amountYen: -amountYen, householdYen: isHousehold ? -amountYen : 0, households: isHousehold ? count : 0 })
    },
    rowsIn: ({ methods, areas }) => methods.size + areas.size,
  }
}

/** A list of ids in a few characters. */
export function digest(ids: readonly string[]): string {
  return createHash('md5').update(ids.toSorted().join()).digest('base64url')
}

function raiseMethod({ methods }: CollectedSums, methodId: CollectionMethodId | null, added: CollectedByMethod): void {
  const sum = methods.get(methodId)
  if (sum === undefined) return void methods.set(methodId, added)
  sum.amountYen += added.amountYen
  sum.count += added.count
}

function raiseArea({ areas }: CollectedSums, areaId: AreaId | null, added: CollectedInArea): void {
  const sum = areas.get(areaId)
  if (sum === undefined) return void areas.set(areaId, added)
  sum.amountYen += added.amountYen
  sum.householdYen += added.householdYen
  sum.households += added.households
}

interface MarginRow extends CollectedByMethod {
  readonly isMethod: 0 | 1
  readonly methodId: CollectionMethodId | null
  readonly areaId: AreaId | null
  /** Null where no method was given. */
  readonly isHousehold: boolean | null
}

async function countCollected(books: BooksState, { campaignIds, until, householdMethods }: CollectedAsked): Promise<CollectedSums> {
  const values = [campaignIds, fiscalYearOf(until), until, [...householdMethods]]
  const { rows } = await books.query<MarginRow>({ name: 'chest-collected', text: marginsSql, values })
  const sums: CollectedSums = { methods: new Map(), areas: new Map() }
  for (const { isMethod, methodId, areaId, isHousehold, amountYen, count } of rows) {
    if (isMethod === 1) raiseMethod(sums, methodId, { amountYen, count })
    else raiseArea(sums, areaId, { amountYen, householdYen: isHousehold === true ? amountYen : 0, households: isHousehold === true ? count : 0 })
  }
  return sums
}

/**
 * Whole years, which are kept as such, less the days of the last one that come after: of the present year there are none.
 * 戸別 is told apart by a key of its own, which costs half of what filtered sums would.
 */
const marginsSql = `
  SELECT GROUPING(area_id) AS "isMethod", collection_method_id AS "methodId", area_id AS "areaId", is_household AS "isHousehold",
      (-sum(amount_yen))::bigint AS "amountYen", sum(count)::bigint AS count
    FROM (
      SELECT collection_method_id, area_id, collection_method_id = ANY($4::uuid[]) AS is_household, amount_yen, count FROM funding_year_total
        WHERE campaign_id = ANY($1::uuid[]) AND fiscal_year <= $2 AND funding_source_id IS NOT NULL
      UNION ALL
      SELECT collection_method_id, area_id, collection_method_id = ANY($4::uuid[]), -amount_yen, -count FROM funding_total
        WHERE campaign_id = ANY($1::uuid[]) AND fiscal_year = $2 AND entry_date > $3::date AND funding_source_id IS NOT NULL
    ) kept
    GROUP BY GROUPING SETS ((collection_method_id), (area_id, is_household))`
