import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { EntryKind } from '@sasaeai/domain/ledger/entry-draft'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import {
  postingCursorSchema,
  postingFilterSchema,
  postingOrderSchema,
} from '@sasaeai/domain/ledger/posting-filter-schema'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listOrder, type PostingPosition } from './posting-order.ts'
import { type ListedPosting, readPostingPage } from './posting-page.ts'
import { lastKnownTotals, type PostingTotals, totalPostings } from './posting-totals.ts'
import { type PostingSelection, selectBookedPostings } from './select-postings.ts'
import { weighText } from './text-condition.ts'

export const postingListSchema = z.object({
  filter: postingFilterSchema,
  order: postingOrderSchema.optional(),
  cursor: postingCursorSchema.nullish(),
})
type PostingListInput = z.infer<typeof postingListSchema>

/** A posting with everything named, as a person reads it. */
export interface PostingRow {
  readonly entryId: JournalEntryId
  readonly lineNumber: number
  readonly entryNumber: number
  readonly fiscalYear: FiscalYear
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly isReversed: boolean
  readonly description: string
  readonly reason: string
  /** By its meaning: money that came in is positive, what a reversal takes back is negative. */
  readonly amountYen: Yen
  /** 件数 as the collection method counts: 世帯, 回 or 件. */
  readonly count: number
  readonly account: string
  readonly source: string | null
  readonly campaign: string | null
  readonly method: string | null
  readonly area: string | null
  readonly fund: string | null
  readonly duesKind: string | null
  readonly supporter: { readonly number: number; readonly name: string } | null
}

export interface PostingList {
  readonly rows: readonly PostingRow[]
  /** Over all pages. */
  readonly count: number
  readonly totalYen: Yen
  /** Where the next page goes on; null on the last one. */
  readonly nextCursor: string | null
}

const pageLength = 50

/**
 * One page of 明細, the newest first unless asked otherwise, with the exact count and total of the whole list. They are
 * found with the first page; further pages say what the first one said.
 */
export async function listPostings(deps: Deps, { filter, order = 'newest', cursor }: PostingListInput): Promise<PostingList> {
  const { ground, selection: booked } = await selectBookedPostings(deps.db, filter)
  const selection = await weighText(deps.db, booked)
  const { after, totals } = cursor === null || cursor === undefined ? firstPage : placeAfter(cursor)
  const page = (expected: number) =>
    readPostingPage(deps.db, selection, { order: listOrder(order, selection.sign), after, limit: pageLength + 1, expected })
  // How long the list was a moment ago says well enough how to read it, so the page need not wait for the count.
  const expected = (totals ?? lastKnownTotals(deps.db, selection))?.count ?? 0
  const early = expected === 0 ? null : page(expected)
  const counted = totals === null ? totalPostings(deps.db, selection) : Promise.resolve(totals)
  const [{ count, totalYen }, found] = await Promise.all([counted, early ?? counted.then((known) => page(known.count))])
  const shown = found.slice(0, pageLength)
  const last = shown.at(-1)
  return {
    rows: shown.map((posting) => namedPosting(posting, selection, ground)),
    count,
    totalYen,
    nextCursor: found.length > pageLength && last !== undefined ? cursorAt(last, { count, totalYen }) : null,
  }
}

/** A posting in words, its amount with the sign of its meaning. */
export function namedPosting(posting: ListedPosting, { sign }: Pick<PostingSelection, 'sign'>, ground: GroundData): PostingRow {
  const { supporterNumber, supporterName } = posting
  return {
    entryId: posting.entryId,
    lineNumber: posting.lineNumber,
    entryNumber: posting.entryNumber,
    fiscalYear: posting.fiscalYear,
    entryDate: posting.entryDate,
    kind: posting.kind,
    isReversed: posting.isReversed,
    description: posting.description,
    reason: posting.reason,
    amountYen: yenFromColumn(sign * posting.amountYen),
    count: posting.count,
    account: nameIn(ground.accounts, posting.accountId) ?? '',
    source: nameIn(ground.sources, posting.fundingSourceId),
    campaign: nameIn(ground.campaigns, posting.campaignId),
    method: nameIn(ground.methods, posting.methodId),
    area: nameIn(ground.areas, posting.areaId),
    fund: nameIn(ground.funds, posting.fundId),
    duesKind: nameIn(ground.duesKinds, posting.duesKindId),
    supporter: supporterNumber === null || supporterName === null ? null : { number: supporterNumber, name: supporterName },
  }
}

function nameIn(items: { get(key: string): { readonly name: string } | undefined }, key: string | null): string | null {
  return key === null ? null : (items.get(key)?.name ?? null)
}

/** Where a page begins, and what the list holds if that has been counted. */
interface PagePlace {
  readonly after: PostingPosition | null
  readonly totals: PostingTotals | null
}

const firstPage: PagePlace = { after: null, totals: null }

function cursorAt({ amountYen, entryDate, entryId, lineNumber }: PostingPosition, { count, totalYen }: PostingTotals): string {
  return [amountYen, entryDate, entryId, lineNumber, count, totalYen].join('.')
}

function placeAfter(cursor: string): PagePlace {
  const [amountYen = '', entryDate = '', entryId = '', lineNumber = '', count = '', totalYen = ''] = cursor.split('.')
  return {
    after: { amountYen: Number(amountYen), entryDate, entryId, lineNumber: Number(lineNumber) },
    totals: { count: Number(count), totalYen: yen(Number(totalYen)) },
  }
}
