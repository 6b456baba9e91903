import { createHash } from 'node:crypto'
import { fiscalMonths, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

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
export function collectedSums(asked: CollectedAsked): PastSumsQuestion<CollectedSums> {
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
    copy: structuredClone,
    dropEmpty: ({ methods, areas }) => {
      for (const [methodId, { amountYen, count }] of methods) if (amountYen === 0 && count === 0) methods.delete(methodId)
      for (const [areaId, sum] of areas) if (Object.values(sum).every((figure) => figure === 0)) areas.delete(areaId)
    },
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

type MethodRow = CollectedByMethod & { readonly methodId: CollectionMethodId | null }
type AreaRow = CollectedInArea & { readonly areaId: AreaId | null }

async function countCollected(books: BooksState, { campaignIds, until, householdMethods }: CollectedAsked): Promise<CollectedSums> {
  const methods = await books.query<MethodRow>({ name: 'chest-methods', text: methodsSql, values: [campaignIds, until] })
  const fiscalYear = fiscalYearOf(until)
  const month = fiscalMonths(fiscalYear).find(({ lastDay }) => until <= lastDay)
  if (month === undefined) throw new Error(`${until} is in no month of its fiscal year`)
  const values = [campaignIds, until, [...householdMethods], fiscalYear, month.month, month.firstDay, month.lastDay]
  // Not prepared: how much a list of drives and methods brings is known only from their ids.
  const areas = await books.query<AreaRow>(areasSql, values)
  return {
    methods: new Map(methods.rows.map(({ methodId, ...sum }) => [methodId, sum])),
    areas: new Map(areas.rows.map(({ areaId, ...sum }) => [areaId, sum])),
  }
}

const methodsSql = `
  SELECT collection_method_id AS "methodId", (-sum(amount_yen))::bigint AS "amountYen", sum(count)::bigint AS count
    FROM campaign_day_total WHERE campaign_id = ANY($1::uuid[]) AND entry_date <= $2::date GROUP BY collection_method_id`

/** The place of a month in the fiscal year, 0 for April. */
const placeOf = (month: string) => `mod(${month} + 8, 12)`

/**
 * Whole months, of which only the areas are told apart, and the days of the month in which the result ends: those up to the
 * day, or the whole month less those after it, whichever are fewer. 戸別 is a tenth of the cells and is read by its methods.
 */
const areasSql = `
  WITH rest AS MATERIALIZED (
    SELECT coalesce(sum(postings) FILTER (WHERE entry_date > $2::date), 0) <= coalesce(sum(postings) FILTER (WHERE entry_date <= $2::date), 0) AS is_less
      FROM campaign_day_total WHERE campaign_id = ANY($1::uuid[]) AND entry_date BETWEEN $6::date AND $7::date)
  SELECT area_id AS "areaId", (-sum(amount_yen))::bigint AS "amountYen", (-sum(household_yen))::bigint AS "householdYen",
      sum(households)::bigint AS households
    FROM (
      SELECT area_id, amount_yen, 0 AS household_yen, 0 AS households FROM funding_month_total
        WHERE campaign_id = ANY($1::uuid[]) AND funding_source_id IS NOT NULL
          AND (fiscal_year < $4::int OR fiscal_year = $4::int AND ${placeOf('month')} < ${placeOf('$5::int')} + (SELECT is_less::int FROM rest))
      UNION ALL
      SELECT area_id, amount_yen, 0, 0 FROM funding_total
        WHERE (SELECT NOT is_less FROM rest) AND fiscal_year = $4::int AND entry_date BETWEEN $6::date AND $2::date
          AND campaign_id = ANY($1::uuid[]) AND funding_source_id IS NOT NULL
      UNION ALL
      SELECT area_id, -amount_yen, 0, 0 FROM funding_total
        WHERE (SELECT is_less FROM rest) AND fiscal_year = $4::int AND entry_date > $2::date AND entry_date <= $7::date
          AND campaign_id = ANY($1::uuid[]) AND funding_source_id IS NOT NULL
      UNION ALL
      SELECT area_id, 0, amount_yen, count FROM funding_total
        WHERE campaign_id = ANY($1::uuid[]) AND collection_method_id = ANY($3::uuid[]) AND entry_date <= $2::date
          AND funding_source_id IS NOT NULL
    ) kept
    GROUP BY area_id`
