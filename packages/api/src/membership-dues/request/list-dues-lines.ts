import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { eraYearOfFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AreaId, MembershipId, SupporterId } from '@sasaeai/domain/ids'
import type { DuesLinesInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { readSlipNumber } from '@sasaeai/domain/membership-dues/request/slip-number'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { supporterCondition } from '../../supporter/supporter-condition.ts'
import { idsOfSupporter } from '../../supporter/merged-supporter-sql.ts'

/** What one payer is asked for, beside last year. */
export interface DuesLine {
  readonly payerKey: string
  readonly areaId: AreaId | null
  readonly areaCode: string | null
  readonly areaName: string | null
  /** The member; null on the line of an area. */
  readonly member: {
    readonly membershipId: MembershipId
    readonly supporterId: SupporterId
    readonly number: number
    readonly name: string
  } | null
  readonly isWithinArea: boolean
  readonly households: number | null
  readonly units: number | null
  readonly unitYen: Yen | null
  readonly expectedYen: Yen
  readonly slipNumber: number | null
  readonly adjustmentReason: string
  readonly revision: number
  /** Last year's line of the same payer; null where there was none. */
  readonly lastExpectedYen: Yen | null
  /** What came in from the payer as last year's dues of the kind. */
  readonly lastReceivedYen: Yen
}

export interface DuesLinePage {
  readonly rows: readonly DuesLine[]
  readonly next: DuesLinesInput['cursor']
  /** Over all pages; only the first page counts. Named households within an association are not added to the yen. */
  readonly totals: { readonly count: number; readonly expectedYen: Yen } | null
}

/** A line with what the list is sorted by: an area's code or a member's reading, and the area or supporter itself. */
type PlacedLine = DuesLine & NonNullable<DuesLinesInput['cursor']>

/** One page of the lines of a request: areas by their codes, or members by their readings. */
export async function listDuesLines(deps: Deps, asked: DuesLinesInput): Promise<DuesLinePage> {
  const input = { ...asked, slipNumber: await slipNumberIn(deps, asked) }
  const [rows, totals] = await Promise.all([readPage(deps, input), input.cursor === null ? readTotals(deps, input) : null])
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return {
    rows: shown,
    next: goesOn ? { sortKey: last.sortKey, sortId: last.sortId } : null,
    totals,
  }
}

interface LinesAsked extends DuesLinesInput {
  /** The running number that the text stands for as a 納入番号, 0 for one of another request; null for other words. */
  readonly slipNumber: number | null
}

async function slipNumberIn({ db }: Deps, { requestId, text }: DuesLinesInput): Promise<number | null> {
  const typed = readSlipNumber(text)
  if (typed === null) return null
  const request = await db.prisma.duesRequest.findUnique({ where: { id: requestId }, include: { duesKind: { select: { code: true } } } })
  const isOfRequest =
    request !== null && request.duesKind.code === typed.kindCode && eraYearOfFiscalYear(fiscalYear(request.fiscalYear)) === typed.eraYear
  return isOfRequest ? typed.number : 0
}

async function readTotals({ db }: Deps, input: LinesAsked) {
  // Without a search nobody's name has to be looked at.
  const { from, values } = linesAsked(input, input.text.trim() === '' ? 'lines' : 'names')
  const { rows } = await db.pool.query<{ count: number; expectedYen: Yen }>(
    `SELECT count(*) AS count, coalesce(sum(e.expected_yen) FILTER (WHERE NOT e.is_within_area), 0)::bigint AS "expectedYen" ${from}`,
    values,
  )
  return rows[0] ?? null
}

/** What costs a look-up per line is asked only of those on the page. */
async function readPage({ db }: Deps, input: LinesAsked): Promise<PlacedLine[]> {
  const { from, values, place } = linesAsked(input, 'names')
  const [sortKey, sortId] = input.payer === 'member' ? ['s.kana', 's.id'] : ['a.code', 'a.id']
  const after =
    input.cursor === null ? '' : ` AND (${sortKey}, ${sortId}) > (${place(input.cursor.sortKey)}, ${place(input.cursor.sortId)}::uuid)`
  const page = `SELECT e.*, ${sortKey} AS sort_key, ${sortId} AS sort_id ${from}${after} ORDER BY ${sortKey}, ${sortId} LIMIT ${place(input.limit + 1)}`
  const { rows } = await db.pool.query<PlacedLine>(`WITH page AS (${page}) ${linesInWords}`, values)
  return rows
}

/** `FROM … WHERE …` for the lines `e` that are asked for, with or without the tables that they are searched and sorted by. */
function linesAsked({ requestId, payer, slipNumber, adjustedOnly, ...asked }: LinesAsked, tables: 'lines' | 'names') {
  const isOfMembers = payer === 'member'
  const text = slipNumber === null ? asked.text : ''
  const supporters = supporterCondition({ text: isOfMembers ? text : '', kind: null, areaId: null, withClosed: true, withMerged: true })
  const { values } = supporters
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    `e.request_id = ${place(requestId)}::uuid`,
    `e.membership_id IS ${isOfMembers ? 'NOT NULL' : 'NULL'}`,
    ...(slipNumber === null ? [] : [`e.slip_number = ${place(slipNumber)}::int`]),
    ...(adjustedOnly ? [`e.adjustment_reason <> ''`] : []),
    ...(isOfMembers ? [supporters.sql] : []),
    ...(isOfMembers || text.trim() === '' ? [] : [`strpos(a.code || ' ' || a.name || ' ' || a.kana, ${place(text.trim())}) > 0`]),
  ]
  const named = isOfMembers
    ? ' JOIN membership m ON m.id = e.membership_id JOIN supporter s ON s.id = m.supporter_id'
    : ' JOIN area a ON a.id = e.area_id'
  return { from: `FROM dues_expectation e${tables === 'names' ? named : ''} WHERE ${conditions.join(' AND ')}`, values, place }
}

/** The lines of `page` with names and last year. An area's dues are those booked to it, a member's those in their name. */
const linesInWords = `
  SELECT e.payer_key AS "payerKey", e.sort_key AS "sortKey", e.sort_id AS "sortId", a.id AS "areaId", a.code AS "areaCode", a.name AS "areaName",
    CASE WHEN s.id IS NOT NULL THEN json_build_object('membershipId', m.id, 'supporterId', s.id, 'number', s.number,
      'name', s.name) END AS member,
    e.is_within_area AS "isWithinArea", e.households, e.units, e.unit_yen AS "unitYen", e.expected_yen AS "expectedYen",
    e.slip_number AS "slipNumber", e.adjustment_reason AS "adjustmentReason", e.revision,
    (SELECT l.expected_yen FROM dues_request b JOIN dues_expectation l ON l.request_id = b.id AND l.payer_key = e.payer_key
      WHERE b.dues_kind_id = r.dues_kind_id AND b.fiscal_year = r.fiscal_year - 1) AS "lastExpectedYen",
    coalesce(CASE WHEN m.id IS NULL THEN
      (SELECT -sum(f.amount_yen) FROM funding_year_total f WHERE f.area_id = e.area_id AND f.dues_year = r.fiscal_year - 1
        AND f.dues_kind_id = r.dues_kind_id AND f.funding_source_id IS NOT NULL)
    ELSE
      (SELECT -sum(p.amount_yen) FROM posting p WHERE p.supporter_id = ANY ${idsOfSupporter('s.id')} AND p.dues_year = r.fiscal_year - 1
        AND p.dues_kind_id = r.dues_kind_id AND p.funding_source_id IS NOT NULL)
    END, 0)::bigint AS "lastReceivedYen"
  FROM page e JOIN dues_request r ON r.id = e.request_id
    LEFT JOIN area a ON a.id = e.area_id
    LEFT JOIN membership m ON m.id = e.membership_id
    LEFT JOIN supporter s ON s.id = m.supporter_id
  ORDER BY e.sort_key, e.sort_id`
