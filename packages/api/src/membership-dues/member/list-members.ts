import { groundAt } from '@sasaeai/db/ground-at'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, MembershipId, SupporterId } from '@sasaeai/domain/ids'
import type { MembershipPayment } from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import type { MembershipFilter, MembershipListInput } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import type { MembershipRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { MembershipState } from '@sasaeai/domain/membership-dues/member/membership-state'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, readPageMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { dayOfMembers } from './day-of-members.ts'
import { isWithinArea, type MemberSelection, memberSelection, newestUnits, receivedColumn, stateColumn, unitsColumn } from './member-condition.ts'

/** A membership as the list shows it, seen on a day of the year in view. */
export interface MemberRow {
  readonly membershipId: MembershipId
  readonly supporterId: SupporterId
  readonly supporterNumber: number
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly address: string
  readonly duesKindId: DuesKindId
  readonly duesKindName: string
  readonly route: MembershipRoute
  readonly areaCode: string | null
  readonly areaId: AreaId | null
  readonly areaName: string | null
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
  readonly units: number
  /** Null only for who left in an earlier year. */
  readonly state: MembershipState | null
  /** What the year asks: of the request's own line, or else 口 × 目安; null where nothing is suggested. */
  readonly expectedYen: Yen | null
  /** What came in by name for the dues year. */
  readonly receivedYen: Yen
  readonly payment: MembershipPayment
}

export interface MemberPage {
  readonly rows: readonly MemberRow[]
  /** Where the next page goes on; null on the last one. */
  readonly next: { readonly kana: string; readonly membershipId: MembershipId } | null
  /** Over all pages; only the first page counts them. */
  readonly totals: MemberTotals | null
  /** The day that states and 口 are told of. */
  readonly day: LocalDate
}

export interface MemberTotals {
  readonly count: number
  readonly units: number
}

/** One page of the members that answer to the filters, in the order of their readings; of a past moment, with the names of today. */
export async function listMembers(deps: Deps, input: MembershipListInput): Promise<MemberPage> {
  const at = await readPageMoment(deps, input.postedUntil)
  const day = dayOfMembers(input, at, localDateInTokyo(deps.now()))
  const [rows, totals] = await Promise.all([
    readMembers(deps, input, { at, day, after: input.cursor, limit: input.limit + 1 }),
    input.cursor === null ? totalMembers(deps, input, { at, day }) : null,
  ])
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { kana: last.kana, membershipId: last.membershipId } : null, totals, day }
}

interface SeenMembers {
  readonly at: ReportMoment
  readonly day: LocalDate
}

interface MembersAsked extends SeenMembers {
  readonly after: MembershipListInput['cursor']
  readonly limit: number
}

/** The members themselves; what costs a look-up per member is asked only of those on the page. */
export async function readMembers({ db }: Deps, filter: MembershipFilter, asked: MembersAsked): Promise<MemberRow[]> {
  const { rows } = await readAt(db, asked.at, (books, since) => {
    const { sql, values } = membersSql(filter, asked, since)
    return books.query<MemberRow>(sql, values)
  })
  return rows
}

function membersSql(filter: MembershipFilter, asked: MembersAsked, since: readonly YearSince[]): { sql: string; values: unknown[] } {
  const { prelude, tables, where, values, place, day, firstDay, duesYear } = memberSelection(filter, asked.day, since)
  const { after } = asked
  // The reading by itself, too, because an index knows nothing of a pair over two tables.
  const position = after === null ? '' : ` AND s.kana >= ${place(after.kana)} AND (s.kana, m.id) > (${place(after.kana)}, ${place(after.membershipId)}::uuid)`
  const page = `page AS (SELECT m.* FROM ${tables} WHERE ${where}${position} ORDER BY s.kana, m.id LIMIT ${place(asked.limit)})`
  const sql =
    `WITH ${[...prelude, page].join(', ')}, told AS (
       SELECT m.*, ${unitsColumn(day())} AS units, ${stateColumn({ day, firstDay })} AS state,
         ${receivedColumn(duesYear(), since)} AS received_yen, ${isWithinArea(duesYear())} AS is_within_area FROM page m)
     SELECT m.id AS "membershipId", s.id AS "supporterId", s.number AS "supporterNumber", s.name, s.kana, s.phone, s.address,
       k.id AS "duesKindId", k.name AS "duesKindName", m.route, a.code AS "areaCode", a.id AS "areaId", a.name AS "areaName",
       m.joined_on AS "joinedOn", m.left_on AS "leftOn", m.units, m.state, m.received_yen AS "receivedYen",
       coalesce(x.expected_yen, t.unit_yen * CASE t.unit WHEN 'unit' THEN m.units ELSE 1 END) AS "expectedYen",
       CASE WHEN m.received_yen > 0 THEN 'paid' WHEN m.is_within_area THEN 'within_area' ELSE 'unpaid' END AS payment
     FROM told m JOIN supporter s ON s.id = m.supporter_id JOIN dues_kind k ON k.id = m.dues_kind_id
     LEFT JOIN area a ON a.id = m.area_id
     LEFT JOIN dues_terms t ON t.dues_kind_id = m.dues_kind_id AND t.fiscal_year = ${duesYear()}
     LEFT JOIN dues_request r ON r.dues_kind_id = m.dues_kind_id AND r.fiscal_year = ${duesYear()}
     LEFT JOIN dues_expectation x ON x.request_id = r.id AND x.payer_key = m.id
     ORDER BY s.kana, m.id`
  return { sql, values }
}

/** Kept while no membership changes, unless the filters look at supporters or payments, which change by themselves. */
async function totalMembers(deps: Deps, filter: MembershipFilter, seen: SeenMembers): Promise<MemberTotals> {
  const { state, duesKindId, route, areaId, payment, text } = filter
  if (areaId !== null || payment !== null || text.trim() !== '') return countTotals(deps, filter, seen)
  const { dues } = await readVersions(deps.db)
  const question = ['member totals', seen.day, state, duesKindId ?? '', route ?? '']
  return keptAnswer(groundAt(deps.db, groundMomentOf(seen.at)), { question, version: dues }, () => countTotals(deps, filter, seen))
}

async function countTotals({ db }: Deps, filter: MembershipFilter, seen: SeenMembers): Promise<MemberTotals> {
  const { rows } = await readAt(db, seen.at, (books, since) => {
    const { sql, values } = totalsSql(filter, memberSelection(filter, seen.day, since))
    return books.query<MemberTotals>(sql, values)
  })
  return rows[0] ?? { count: 0, units: 0 }
}

function totalsSql(filter: MembershipFilter, { prelude, countedTables, where, values, day }: MemberSelection): { sql: string; values: unknown[] } {
  // Found by what was typed, or left or to come: few. Their 口 are looked up, and those who left have them of another day.
  const isFew = filter.text.trim() !== '' || filter.state === 'left' || filter.state === 'upcoming'
  const found = isFew
    ? `SELECT ${unitsColumn(day())} AS units FROM ${countedTables} WHERE ${where}`
    : `SELECT ${newestUnits(day())} AS units FROM ${countedTables} JOIN membership_units u ON u.membership_id = m.id AND u.effective_on <= ${day()}
        WHERE ${where} GROUP BY m.id`
  const sql = `${prelude.length === 0 ? '' : `WITH ${prelude.join(', ')} `}SELECT count(*) AS count, coalesce(sum(units), 0)::bigint AS units FROM (${found}) found`
  return { sql, values }
}
