import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import type { BooksState } from '../../ledger/in-one-state.ts'
import type { SummedPosting } from '../../ledger/read-new-postings.ts'
import type { PastSumsQuestion } from '../../ledger/sums-at.ts'
import { type DuesFold, foldIn, foldOfAsked, type ReceivedDuesPart } from './dues-fold.ts'
import type { AskedOfYear } from '../request/read-asked-dues.ts'

/** Dues of one kind that came in for this year or the last one in an area, from one payer or from nobody named. */
interface ReceivedSum extends ReceivedDuesPart {
  amountYen: number
  count: number
}

export interface ReceivedDues {
  readonly sums: Map<string, ReceivedSum>
  /** The sums brought together with what was asked, once somebody has asked for that; kept up to date with them. */
  fold: DuesFold | null
}

/**
 * This year's dues and last year's, each up to its day, by area and, where a payer is named, by name. Whose route is
 * direct is looked up later: so these sums change with the entries alone.
 */
export function receivedDues(cut: DuesCut): PastSumsQuestion<ReceivedDues> {
  return {
    name: `dues received/${cut.fiscalYear}/${cut.until}`,
    // Dues of a year come in during any year: late slips, and some in advance.
    years: {},
    count: (books) => countReceived(books, cut),
    add: (sums, posting) => addPosting(sums, posting, cut),
    rowsIn: ({ sums }) => sums.size,
    copy: ({ sums }) => ({ sums: structuredClone(sums), fold: null }),
    dropEmpty: ({ sums }) => {
      for (const [key, { amountYen, count }] of sums) if (amountYen === 0 && count === 0) sums.delete(key)
    },
  }
}

/** The sums together with what was asked. Made anew when that has changed; until then each payment is added to it. */
export function duesFoldOf(received: ReceivedDues, asked: AskedOfYear): DuesFold {
  if (received.fold?.asked === asked) return received.fold
  const fold = foldOfAsked(asked)
  for (const sum of received.sums.values()) foldIn(fold, sum)
  received.fold = fold
  return fold
}

async function countReceived(books: BooksState, { fiscalYear, until, lastYear, lastUntil }: DuesCut): Promise<ReceivedDues> {
  const values = [fiscalYear, until, lastYear, lastUntil]
  const areas = await books.query<AreaRow>({ name: 'dues-by-area', text: byAreaSql, values })
  const names = await books.query<ReceivedSum>({ name: 'dues-by-name', text: byNameSql, values })
  const sums: ReceivedDues['sums'] = new Map()
  for (const row of areas.rows) raise(sums, { ...row, supporterId: null })
  for (const row of names.rows) {
    raise(sums, row)
    // The sum of the area holds it as well.
    raise(sums, { ...row, supporterId: null, amountYen: -row.amountYen, count: -row.count })
  }
  return { sums, fold: null }
}

function addPosting({ sums, fold }: ReceivedDues, posting: SummedPosting, cut: DuesCut): void {
  const { area_id: areaId, dues_kind_id: duesKindId, supporter_id: supporterId, amount_yen: amountYen, count } = posting
  if (duesKindId === null || posting.funding_source_id === null) return
  const isLastYear = isOfLastYear(posting.dues_year, posting.entry_date, cut)
  if (isLastYear === null) return
  const part = { isLastYear, areaId, duesKindId, supporterId, amountYen, count }
  raise(sums, part)
  if (fold !== null) foldIn(fold, part)
}

function raise(sums: ReceivedDues['sums'], part: ReceivedSum): void {
  const key = `${part.isLastYear}/${part.areaId}/${part.duesKindId}/${part.supporterId}`
  const sum = sums.get(key)
  if (sum === undefined) return void sums.set(key, part)
  sum.amountYen += part.amountYen
  sum.count += part.count
}

/** Null where the posting counts for neither year. */
function isOfLastYear(duesYear: string | null, day: LocalDate, cut: DuesCut): boolean | null {
  if (duesYear === String(cut.fiscalYear)) return day <= cut.until ? false : null
  if (duesYear === String(cut.lastYear)) return day <= cut.lastUntil ? true : null
  return null
}

type AreaRow = Omit<ReceivedSum, 'supporterId'>

const ofBothYears = `funding_source_id IS NOT NULL
  AND (dues_year = $1::int AND entry_date <= $2::date OR dues_year = $3::int AND entry_date <= $4::date)`

const byAreaSql = `
  SELECT dues_year = $3::int AS "isLastYear", area_id AS "areaId", dues_kind_id AS "duesKindId", sum(amount_yen)::bigint AS "amountYen",
      sum(count)::bigint AS count
    FROM funding_total WHERE ${ofBothYears} GROUP BY 1, 2, 3`

const byNameSql = `
  SELECT dues_year = $3::int AS "isLastYear", area_id AS "areaId", dues_kind_id AS "duesKindId", supporter_id AS "supporterId",
      sum(amount_yen)::bigint AS "amountYen", sum(count)::bigint AS count
    FROM posting WHERE supporter_id IS NOT NULL AND ${ofBothYears} GROUP BY 1, 2, 3, 4`
