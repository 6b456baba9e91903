import type { Db } from '@sasaeai/db/database'
import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import type { AreaId } from '@sasaeai/domain/ids'
import { normalSign } from '@sasaeai/domain/ledger/account-category'
import type { DuesRoute } from '@sasaeai/domain/ledger/dues-route'
import type { GroundData, GroundSource } from '@sasaeai/domain/ledger/ground-data'
import { campaignsHeld, holdingOf } from '@sasaeai/domain/ledger/money-holding'
import { type DayRange, daysOf, type PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { type BooksPosition, readBooksPosition } from './books-position.ts'
import { readGroundData } from './read-ground-data.ts'

/** The dimensions that the kept totals know, by the name of their column there and in `posting`. */
export type DimensionColumn =
  | 'account_id'
  | 'funding_source_id'
  | 'campaign_id'
  | 'collection_method_id'
  | 'area_id'
  | 'fund_id'
  | 'dues_kind_id'
  | 'dues_year'

export interface Dimension {
  readonly column: DimensionColumn
  /** A posting carries one of these; of an empty list, none does. */
  readonly ids: readonly string[]
  /** Or it carries none at all. */
  readonly orNone?: boolean
}

/** A filter made ready for SQL: areas with everything below them, categories as their sources. */
export interface PostingSelection {
  readonly days: DayRange
  readonly dimensions: readonly Dimension[]
  /** Only postings that carry a funding source, as no account was asked for. */
  readonly onlyFunding: boolean
  /** What the kept totals do not know; null when nothing of it is asked for. */
  readonly search: PostingSearch | null
  /** Between which positions of the books they were posted. */
  readonly booked: BookedSpan
  /** +1 where the figure is the debit side of an account (資産・支出), −1 where it is the money that came in. */
  readonly sign: 1 | -1
}

/** After one position of the books, and not after another; null for an open side. */
export interface BookedSpan {
  readonly after: BooksPosition | null
  readonly until: BooksPosition | null
}

const anyTime: BookedSpan = { after: null, until: null }

export interface PostingSearch {
  readonly duesRoute?: DuesRoute | undefined
  readonly supporterId?: string | undefined
  readonly batchId?: string | undefined
  readonly received?: ReceivedMoney | undefined
  readonly minYen?: number | undefined
  readonly maxYen?: number | undefined
  readonly text?: SearchedText | undefined
}

/** What was received as 配分金: entries, and beside each the funding source whose money it is. */
export interface ReceivedMoney {
  readonly entryIds: readonly string[]
  readonly sourceIds: readonly string[]
}

export interface SearchedText {
  /** In the form in which search texts are stored. */
  readonly wanted: string
  readonly pieces: readonly string[]
  /** The 伝票番号 that the text may also be. */
  readonly entryNumber: number | null
  /** How common it is, which text-condition finds out: about how many entries have it, */
  readonly entries: number
  /** and the payers who have it; null where they are too many to be named. */
  readonly payers: readonly string[] | null
}

/** What a filter asks of the books, and the council's own tables by which it was made ready. */
export interface BookedSelection {
  readonly selection: PostingSelection
  readonly ground: GroundData
}

/**
 * With the moments that a filter names found in the books. Areas, drives and 配分金 are those of the moment up to which it asks, by
 * which the figure was made that it is behind.
 */
export async function selectBookedPostings(db: Db, filter: PostingFilter): Promise<BookedSelection> {
  const { postedAfter, postedUntil } = filter
  const tables = groundAt(db, postedUntil === undefined ? null : new Date(postedUntil))
  const [after, until, ground, received] = await Promise.all([
    positionAt(db, postedAfter), positionAt(db, postedUntil), readGroundData(tables), readReceived(tables, filter),
  ])
  const selection = selectPostings(filter, ground)
  const search = received === undefined ? selection.search : { ...selection.search, received }
  return { ground, selection: { ...selection, search, booked: { after, until } } }
}

async function readReceived({ pool }: GroundDb, { allocationId, allocationYear }: PostingFilter): Promise<ReceivedMoney | undefined> {
  if (allocationId === undefined && allocationYear === undefined) return undefined
  const { rows } = await pool.query<{ entryId: string; sourceId: string }>(
    `SELECT r.entry_id AS "entryId", a.funding_source_id AS "sourceId" FROM allocation_receipt r JOIN allocation a ON a.id = r.allocation_id
      WHERE ($1::uuid IS NULL OR a.id = $1) AND ($2::int IS NULL OR a.fiscal_year = $2)`,
    [allocationId, allocationYear],
  )
  return { entryIds: rows.map(({ entryId }) => entryId), sourceIds: rows.map(({ sourceId }) => sourceId) }
}

async function positionAt(db: Db, moment: PostingMoment | undefined): Promise<BooksPosition | null> {
  return moment === undefined ? null : readBooksPosition(db.pool, new Date(moment))
}

/** What a filter asks of the books, with the council's own tables consulted; whenever it was posted. */
export function selectPostings(filter: PostingFilter, ground: GroundData): PostingSelection {
  const account = filter.accountId === undefined ? undefined : ground.accounts.get(filter.accountId)
  return {
    days: daysOf(filter),
    dimensions: dimensionsOf(filter, ground),
    onlyFunding: filter.accountId === undefined,
    search: searchOf(filter),
    booked: anyTime,
    sign: account === undefined ? -1 : normalSign(account.category),
  }
}

function dimensionsOf(filter: PostingFilter, ground: GroundData): Dimension[] {
  const asked: { column: DimensionColumn; ids: readonly string[] | undefined; orNone?: boolean }[] = [
    { column: 'area_id', ...areasAsked(filter, ground) },
    { column: 'fund_id', ids: single(filter.fundId) },
    { column: 'dues_kind_id', ids: single(filter.duesKindId) },
    { column: 'dues_year', ids: single(filter.duesYear?.toString()) },
    { column: 'campaign_id', ids: single(filter.campaignId) },
    { column: 'campaign_id', ids: campaignsAsked(filter, ground) },
    { column: 'campaign_id', ids: drivesAsked(filter, ground) },
    { column: 'collection_method_id', ids: single(filter.methodId) },
    { column: 'funding_source_id', ids: sourcesOf(filter, ground) },
    { column: 'account_id', ids: single(filter.accountId) },
  ]
  return asked.flatMap(({ ids, ...dimension }) => (ids === undefined ? [] : [{ ...dimension, ids }]))
}

function single(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id]
}

/** Money of a drive carries its campaign, so whose money it is can be told by the campaign. */
function campaignsAsked({ holding }: PostingFilter, { campaigns }: GroundData): readonly string[] | undefined {
  return holding === undefined || holding === 'own' ? undefined : campaignsHeld(campaigns, holding)
}

function drivesAsked({ driveYear, drive }: PostingFilter, { campaigns }: GroundData): readonly string[] | undefined {
  if (driveYear === undefined && drive === undefined) return undefined
  return [...campaigns].flatMap(([id, campaign]) => {
    const isOfKind = drive === undefined ? campaign.drive !== 'other' : campaign.drive === drive
    return isOfKind && (driveYear === undefined || campaign.fiscalYear === driveYear) ? [id] : []
  })
}

function areasAsked({ areaId, areaOnly }: PostingFilter, ground: GroundData): Pick<Dimension, 'orNone'> & { ids: readonly string[] | undefined } {
  if (areaId === undefined) return { ids: undefined }
  if (areaOnly === undefined) return { ids: areasWithin(areaId, ground) }
  return { ids: [areaId], orNone: ground.areas.get(areaId)?.parentId === null }
}

function sourcesOf({ category, fundingSourceId, holding }: PostingFilter, ground: GroundData): readonly string[] | undefined {
  if (category === undefined && holding !== 'own') return single(fundingSourceId)
  const isAsked = (source: GroundSource) =>
    (category === undefined || source.category === category) &&
    (holding !== 'own' || holdingOf(source.category, undefined) === 'own')
  const ofCategory = [...ground.sources].flatMap(([id, source]) => (isAsked(source) ? [id] : []))
  return fundingSourceId === undefined ? ofCategory : ofCategory.filter((id) => id === fundingSourceId)
}

/** The area and everything below it; an unknown area is asked for as it is and found nowhere. */
function areasWithin(top: AreaId, { areas }: GroundData): AreaId[] {
  const children = Map.groupBy(areas, ([, area]) => area.parentId)
  const within: AreaId[] = [top]
  for (const areaId of within) within.push(...(children.get(areaId) ?? []).map(([childId]) => childId))
  return within
}

function searchOf({ duesRoute, supporterId, batchId, minYen, maxYen, text }: PostingFilter): PostingSearch | null {
  const wanted = normalizeForSearch(text ?? '')
  const asked = { duesRoute, supporterId, batchId, minYen, maxYen }
  if (Object.values(asked).every((each) => each === undefined) && wanted === '') return null
  return { ...asked, text: wanted === '' ? undefined : searchedText(wanted) }
}

function searchedText(wanted: string): SearchedText {
  const entryNumber = /^\d{1,9}$/.test(wanted) ? Number(wanted) : null
  return { wanted, pieces: bigramsOf(wanted), entryNumber, entries: 0, payers: [] }
}
