import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DuesKindId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { DuesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { SummedPosting } from '../../ledger/read-new-postings.ts'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'

/** What came in of one kind for one year's dues, in yen and by count. */
export interface SumOfDuesYear {
  readonly duesYear: FiscalYear
  readonly duesKindId: DuesKindId
  receivedYen: number
  count: number
  /** Of last year only, up to the same day. */
  sameDayYen: number
  sameDayCount: number
}

export interface DuesYearSums {
  /** By year and kind. */
  readonly received: Map<string, SumOfDuesYear>
  /** 還元金 that was paid, in yen. */
  readonly shareBack: Map<LedgerAccountId, { nowYen: number; lastYen: number }>
}

/**
 * The five years of dues up to the cut's: this one until its day, the others whole; and 還元金 of this year and the last.
 * Share-back carries the dues year and no funding source, which is how it is told from what came in.
 */
export function duesYearSums(cut: DuesCut): PastSumsQuestion<DuesYearSums> {
  return {
    name: `years of dues/${cut.fiscalYear}/${cut.until}`,
    // Dues of a year come in during any year: late slips, and some in advance.
    years: {},
    count: (books) => countSums(books, cut),
    add: (sums, posting) => addPosting(sums, posting, cut),
    isByDay: true,
    copy: structuredClone,
    rowsIn: ({ received, shareBack }) => received.size + shareBack.size,
    dropEmpty: ({ received, shareBack }) => {
      for (const [key, { receivedYen, count }] of received) if (receivedYen === 0 && count === 0) received.delete(key)
      for (const [key, { nowYen, lastYen }] of shareBack) if (nowYen === 0 && lastYen === 0) shareBack.delete(key)
    },
  }
}

/** The sums of received dues, the oldest year first. */
export function sumsOfYears({ received }: DuesYearSums): SumOfDuesYear[] {
  return [...received.values()].toSorted((left, right) => left.duesYear - right.duesYear)
}

async function countSums(books: BooksState, cut: DuesCut): Promise<DuesYearSums> {
  const { rows } = await books.query<DuesPart>({
    name: 'dues-of-years',
    text: `
      SELECT dues_year::text AS dues_year, dues_kind_id, funding_source_id IS NOT NULL AS "isReceived", account_id,
          entry_date <= $2::date AS "isByDay", entry_date <= $3::date AS "isBySameDay", sum(amount_yen)::bigint AS amount_yen, sum(count)::bigint AS count
        FROM funding_total WHERE dues_year BETWEEN $1::int - 4 AND $1::int GROUP BY 1, 2, 3, 4, 5, 6`,
    values: [cut.fiscalYear, cut.until, cut.lastUntil],
  })
  const sums: DuesYearSums = { received: new Map(), shareBack: new Map() }
  for (const row of rows) add(sums, row, cut)
  return sums
}

/** Postings of one year's dues that fall on the same side of both days. */
interface DuesPart {
  readonly dues_year: string | null
  readonly dues_kind_id: DuesKindId | null
  readonly account_id: LedgerAccountId
  /** Whether it came in; else it was shared back. */
  readonly isReceived: boolean
  /** Whether it was until the cut's day, and until the same day of the year before. */
  readonly isByDay: boolean
  readonly isBySameDay: boolean
  /** As booked. */
  readonly amount_yen: number
  readonly count: number
}

function addPosting(sums: DuesYearSums, posting: SummedPosting, cut: DuesCut): void {
  const day = posting.entry_date
  add(sums, { ...posting, isReceived: posting.funding_source_id !== null, isByDay: day <= cut.until, isBySameDay: day <= cut.lastUntil }, cut)
}

function add(sums: DuesYearSums, part: DuesPart, cut: DuesCut): void {
  if (part.dues_year === null) return
  const duesYear = fiscalYear(Number(part.dues_year))
  if (duesYear > cut.fiscalYear || duesYear < cut.fiscalYear - 4) return
  if (part.isReceived) addReceived(sums, { ...part, duesYear }, cut)
  else addShareBack(sums, { ...part, duesYear }, cut)
}

interface PartOfYear extends DuesPart {
  readonly duesYear: FiscalYear
}

function addReceived({ received }: DuesYearSums, { duesYear, dues_kind_id: duesKindId, ...part }: PartOfYear, cut: DuesCut): void {
  if (duesKindId === null || (duesYear === cut.fiscalYear && !part.isByDay)) return
  const key = `${duesYear}/${duesKindId}`
  const sum = received.get(key) ?? { duesYear, duesKindId, receivedYen: 0, count: 0, sameDayYen: 0, sameDayCount: 0 }
  received.set(key, sum)
  sum.receivedYen -= part.amount_yen
  sum.count += part.count
  if (duesYear !== cut.lastYear || !part.isBySameDay) return
  sum.sameDayYen -= part.amount_yen
  sum.sameDayCount += part.count
}

function addShareBack({ shareBack }: DuesYearSums, { duesYear, account_id: accountId, ...part }: PartOfYear, cut: DuesCut): void {
  const isNow = duesYear === cut.fiscalYear && part.isByDay
  const isLast = duesYear === cut.lastYear && part.isBySameDay
  if (!isNow && !isLast) return
  const sum = shareBack.get(accountId) ?? { nowYen: 0, lastYen: 0 }
  shareBack.set(accountId, sum)
  sum[isNow ? 'nowYen' : 'lastYen'] += part.amount_yen
}
