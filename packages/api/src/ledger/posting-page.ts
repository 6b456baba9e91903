import type { Db } from '@sasaeai/db/database'
import { preparedName } from '@sasaeai/db/prepared-name'
import type { EntryKind } from '@sasaeai/domain/ledger/entry-draft'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { dimensionCondition, type Place, postingConditions, statementValues } from './posting-condition.ts'
import { afterCondition, type ListOrder, orderBy, type PostingPosition } from './posting-order.ts'
import type { Dimension, PostingSelection } from './select-postings.ts'
import { textOnTheWay, textParts } from './text-condition.ts'
import { survivorOf } from '../supporter/merged-supporter-sql.ts'

/** A posting as the database has it, with the entry and the payer that it belongs to. Amounts as booked. */
export interface ListedPosting {
  readonly entryId: JournalEntryId
  readonly lineNumber: number
  readonly entryDate: LocalDate
  readonly fiscalYear: FiscalYear
  readonly accountId: string
  readonly amountYen: number
  readonly fundingSourceId: string | null
  readonly campaignId: string | null
  readonly methodId: string | null
  readonly areaId: string | null
  readonly fundId: string | null
  readonly duesKindId: string | null
  readonly count: number
  readonly entryNumber: number
  readonly kind: EntryKind
  readonly description: string
  readonly reason: string
  readonly isReversed: boolean
  readonly supporterNumber: number | null
  readonly supporterName: string | null
}

export interface PageAsked {
  readonly order: ListOrder
  readonly after: PostingPosition | null
  readonly limit: number
  /** How many postings the whole list holds: decides from which side it is read. */
  readonly expected: number
}

/** Fewer than this are found first and sorted then; more are walked in the order of the list until a page is full. */
const fewPostings = 2_000

/** More areas than this are not asked one by one. */
const manyIds = 64

/** A page of the list. */
export async function readPostingPage(
  db: Db,
  selection: PostingSelection,
  asked: PageAsked,
): Promise<ListedPosting[]> {
  if (asked.expected === 0) return []
  const { rows } = await db.pool.query<ListedPosting>(
    asked.expected < fewPostings ? sortingStatement(selection, asked) : walkingStatement(selection, asked),
  )
  return rows
}

/** Planned anew each time: which filter is the narrow one depends on the values. */
function sortingStatement(selection: PostingSelection, { order, after, limit }: PageAsked) {
  const { values, place } = statementValues()
  const parts = textParts(selection, place).map((part) => `SELECT p.* FROM posting p${where([...postingConditions(selection, place), ...part])}`)
  const found = `found AS MATERIALIZED (${parts.join(' UNION ALL ')})`
  const page = `SELECT p.* FROM found p${where(afterCondition(order, after, place))} ${orderBy(order)} LIMIT ${place(limit)}`
  return {
    text: `WITH ${found}, page AS (${page}) ${pageInWords(order)}`,
    values,
  }
}

function walkingStatement(selection: PostingSelection, { order, after, limit }: PageAsked) {
  const { values, place } = statementValues()
  const lists = selection.dimensions.filter(({ ids }) => ids.length > 1)
  // By amount, only the whole journal has an index in the order of the list.
  const leading = order.isByAmount ? undefined : lists.find(({ ids }) => ids.length <= manyIds)
  const wide = lists.filter(({ ids }) => ids.length > manyIds)
  const narrow = selection.dimensions.filter((dimension) => dimension !== leading && !wide.includes(dimension))
  const searched = textOnTheWay(selection, place)
  const conditions = [
    ...postingConditions({ ...selection, dimensions: narrow }, place),
    // Not asked of an index, which would bring all of their postings out of order: the walk meets them soon.
    ...wide.map((dimension) => `(${dimensionCondition(dimension, place)}) IS TRUE`),
    ...searched.conditions,
    ...afterCondition(order, after, place),
  ]
  const inOrder = `${orderBy(order)} LIMIT ${place(limit)}`
  const page =
    leading === undefined
      ? `SELECT p.* FROM posting p${where(conditions)} ${inOrder}`
      : eachInTurn(leading, { conditions, inOrder, place })
  const text = `WITH ${[...searched.tables, `page AS (${page})`].join(', ')} ${pageInWords(order)}`
  // By amount it depends on the values whether the index is walked or the postings are found first.
  // Positions in the books stand in the text, which would be prepared once for each.
  const isOnce = order.isByAmount || selection.booked.after !== null || selection.booked.until !== null
  return isOnce ? { text, values } : { name: preparedName(text), text, values }
}

/**
 * A list of areas or sources has no index in the order of the list, but each of its members has: the first of each
 * are taken and merged.
 */
function eachInTurn(
  { column, ids }: Dimension,
  { conditions, inOrder, place }: { conditions: readonly string[]; inOrder: string; place: Place },
): string {
  const ofOne = where([`p.${column} = one.id`, ...conditions])
  return `SELECT p.* FROM unnest(${place(ids)}::uuid[]) AS one(id)
    CROSS JOIN LATERAL (SELECT p.* FROM posting p${ofOne} ${inOrder}) p ${inOrder}`
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
}

/** The postings of `page` with the entry and the payer that they belong to. */
function pageInWords(order: ListOrder): string {
  return `SELECT p.entry_id AS "entryId", p.line_number AS "lineNumber", p.entry_date AS "entryDate",
    p.fiscal_year AS "fiscalYear", p.account_id AS "accountId", p.amount_yen AS "amountYen",
    p.funding_source_id AS "fundingSourceId", p.campaign_id AS "campaignId", p.collection_method_id AS "methodId",
    p.area_id AS "areaId", p.fund_id AS "fundId", p.dues_kind_id AS "duesKindId", p.count,
    e.entry_number AS "entryNumber", e.kind, e.description, e.reason,
    EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id) AS "isReversed",
    s.number AS "supporterNumber", s.name AS "supporterName"
  FROM page p JOIN journal_entry e ON e.id = p.entry_id
  LEFT JOIN supporter s ON s.id = ${survivorOf('coalesce(p.supporter_id, e.payer_id)')}
  ${orderBy(order)}`
}
