import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, SupporterId } from '@sasaeai/domain/ids'
import type { DuesCut } from '@sasaeai/domain/membership-dues/dues-cut'
import type { BooksState } from '../ledger/in-one-state.ts'
import type { SumsQuestion } from '../ledger/kept-sums.ts'
import type { NewPosting } from '../ledger/read-new-postings.ts'

/** Dues of one kind that came in for this year or the last one. The amount has the sign of the books: minus is income. */
interface ReceivedSum {
  readonly isLastYear: boolean
  readonly areaId: AreaId | null
  readonly duesKindId: DuesKindId
  /** `<area>/<kind>`, written once instead of at every asking. */
  readonly placeKey: string
  amountYen: number
  /** 件数: households, of a 世帯 kind. */
  count: number
}

/** What somebody paid by name; it is part of the sum by area as well. */
interface NamedSum extends ReceivedSum {
  readonly supporterId: SupporterId
  /** `<supporter>/<kind>` */
  readonly payerKey: string
}

export interface ReceivedDues {
  readonly byArea: Map<string, ReceivedSum>
  readonly byName: Map<string, NamedSum>
}

/**
 * This year's dues and last year's, each up to its day, by area and, where a payer is named, by name. Whose route is
 * direct is looked up later: so these sums change with the entries alone.
 */
export function receivedDues(cut: DuesCut): SumsQuestion<ReceivedDues> {
  return {
    name: `dues received/${cut.fiscalYear}/${cut.until}`,
    // Dues of a year come in during any year: late slips, and some in advance.
    years: {},
    count: (books) => countReceived(books, cut),
    add: (sums, posting) => addPosting(sums, posting, cut),
    rowsIn: ({ byArea, byName }) => byArea.size + byName.size,
  }
}

async function countReceived(books: BooksState, { fiscalYear, until, lastYear, lastUntil }: DuesCut): Promise<ReceivedDues> {
  const values = [fiscalYear, until, lastYear, lastUntil]
  const areas = await books.query<AreaRow>({ name: 'dues-by-area', text: byAreaSql, values })
  const names = await books.query<NameRow>({ name: 'dues-by-name', text: byNameSql, values })
  return {
    byArea: new Map(areas.rows.map((row) => [areaKey(row), { ...row, placeKey: placeKeyOf(row) }])),
    byName: new Map(names.rows.map((row) => [nameKey(row), { ...row, placeKey: placeKeyOf(row), payerKey: payerKeyOf(row) }])),
  }
}

function addPosting({ byArea, byName }: ReceivedDues, posting: NewPosting, cut: DuesCut): void {
  const { area_id: areaId, dues_kind_id: duesKindId, supporter_id: supporterId } = posting
  if (duesKindId === null || posting.funding_source_id === null) return
  const isLastYear = isOfLastYear(posting.dues_year, posting.entry_date, cut)
  if (isLastYear === null) return
  const place = { isLastYear, areaId, duesKindId, placeKey: placeKeyOf({ areaId, duesKindId }) }
  raise(sumAt(byArea, areaKey(place), { ...place, amountYen: 0, count: 0 }), posting)
  if (supporterId === null) return
  const payerKey = payerKeyOf({ supporterId, duesKindId })
  const named = { ...place, supporterId, payerKey, amountYen: 0, count: 0 }
  raise(sumAt(byName, nameKey(named), named), posting)
}

/** Null where the posting counts for neither year. */
function isOfLastYear(duesYear: string | null, day: LocalDate, cut: DuesCut): boolean | null {
  if (duesYear === String(cut.fiscalYear)) return day <= cut.until ? false : null
  if (duesYear === String(cut.lastYear)) return day <= cut.lastUntil ? true : null
  return null
}

function sumAt<Sum>(sums: Map<string, Sum>, key: string, nothing: Sum): Sum {
  const known = sums.get(key)
  if (known !== undefined) return known
  sums.set(key, nothing)
  return nothing
}

function raise(sum: ReceivedSum, { amount_yen: amountYen, count }: NewPosting): void {
  sum.amountYen += amountYen
  sum.count += count
}

type AreaRow = Omit<ReceivedSum, 'placeKey'>
type NameRow = Omit<NamedSum, 'placeKey' | 'payerKey'>

function areaKey({ isLastYear, ...place }: Pick<ReceivedSum, 'isLastYear' | 'areaId' | 'duesKindId'>): string {
  return `${isLastYear}/${placeKeyOf(place)}`
}

function nameKey(sum: Pick<NamedSum, 'isLastYear' | 'areaId' | 'duesKindId' | 'supporterId'>): string {
  return `${areaKey(sum)}/${sum.supporterId}`
}

/** An area and a kind in one word. */
export function placeKeyOf({ areaId, duesKindId }: Pick<ReceivedSum, 'areaId' | 'duesKindId'>): string {
  return `${areaId}/${duesKindId}`
}

/** A payer and a kind in one word. */
export function payerKeyOf({ supporterId, duesKindId }: Pick<NamedSum, 'supporterId' | 'duesKindId'>): string {
  return `${supporterId}/${duesKindId}`
}

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
