import type { Db } from '@sasaeai/db/database'
import { groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear as fiscalYearOfNumber, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DonationChannelId, OutreachEventId, SupporterId } from '@sasaeai/domain/ids'
import type { OutreachKind } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import type { OutreachListInput } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { duesTotalsAt } from '../../ledger/kept-totals-at.ts'
import { readAt } from '../../ledger/read-at.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { wasPosted } from '../../ledger/stands-sql.ts'
import { idsOfSupporters, survivorOf } from '../../supporter/merged-supporter-sql.ts'

interface OutreachRow {
  readonly outreachId: OutreachEventId
  readonly heldOn: LocalDate
  readonly kind: OutreachKind
  readonly title: string
  readonly areaId: AreaId | null
  readonly areaName: string | null
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly place: string
  readonly staff: string
  readonly attendees: number | null
  readonly channelId: DonationChannelId | null
  readonly channelName: string | null
  readonly costYen: Yen | null
  readonly summary: string
  readonly revision: number
}

export interface OutreachEvent extends OutreachRow {
  /**
   * Dues of the year in which it was held and of the next one, from the area with all below it or from the
   * organization; null where it was for neither, or where the year has no dues at all yet.
   */
  readonly dues: { readonly yearYen: Yen; readonly nextYen: Yen | null } | null
}

export interface OutreachList {
  readonly fiscalYear: FiscalYear
  readonly nextYear: FiscalYear
  /** The newest first. */
  readonly events: readonly OutreachEvent[]
}

/** 説明・広報の記録 of a fiscal year, with what came in from where the council had explained itself, by now or by a moment. The records are of now. */
export async function listOutreach({ db }: Pick<Deps, 'db'>, { fiscalYear }: Pick<OutreachListInput, 'fiscalYear'>, at: ReportMoment = ofNow): Promise<OutreachList> {
  const nextYear = fiscalYearOfNumber(fiscalYear + 1)
  const { rows } = await groundAt(db, groundMomentOf(at)).pool.query<OutreachRow>(
    `SELECT e.id AS "outreachId", e.held_on AS "heldOn", e.kind::text AS kind, e.title, e.area_id AS "areaId", a.name AS "areaName",
        e.supporter_id AS "supporterId", s.name AS "supporterName", e.place, e.staff, e.attendees, e.channel_id AS "channelId", c.name AS "channelName", e.cost_yen AS "costYen", e.summary, e.revision
      FROM outreach_event e LEFT JOIN area a ON a.id = e.area_id LEFT JOIN supporter s ON s.id = e.supporter_id LEFT JOIN donation_channel c ON c.id = e.channel_id
      WHERE e.held_on BETWEEN $1::date AND $2::date ORDER BY e.held_on DESC, e.id DESC`,
    [firstDayOf(fiscalYear), lastDayOf(fiscalYear)],
  )
  const dues = await readDuesAfter({ db, at }, rows, { fiscalYear, nextYear })
  return { fiscalYear, nextYear, events: rows.map((row) => ({ ...row, dues: dues(row) })) }
}

interface DuesAfter {
  readonly key: string
  readonly duesYear: FiscalYear
  readonly receivedYen: number
}

/** Answers for each event; the next year is null until the first dues of it are in the books. */
async function readDuesAfter(
  { db, at }: { readonly db: Db; readonly at: ReportMoment },
  events: readonly OutreachRow[],
  { fiscalYear, nextYear }: Pick<OutreachList, 'fiscalYear' | 'nextYear'>,
): Promise<(event: OutreachRow) => OutreachEvent['dues']> {
  const [areas, supporters, begun] = await Promise.all([
    readAt(db, at, (books, since) => books.query<DuesAfter>(
      `WITH RECURSIVE within (top, id) AS (
         SELECT t, t FROM unnest($1::uuid[]) t UNION SELECT w.top, a.id FROM area a JOIN within w ON a.parent_id = w.id)
       SELECT w.top AS key, t.dues_year AS "duesYear", (-sum(t.amount_yen))::bigint AS "receivedYen"
         FROM within w JOIN ${duesTotalsAt(since)} t ON t.area_id = w.id
         WHERE t.dues_year IN ($2, $3) AND t.funding_source_id IS NOT NULL GROUP BY 1, 2`,
      [[...new Set(events.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))], fiscalYear, nextYear],
    )),
    readAt(db, at, (books, since) => books.query<DuesAfter>(
      `SELECT ${survivorOf('p.supporter_id')} AS key, p.dues_year AS "duesYear", (-sum(p.amount_yen))::bigint AS "receivedYen"
         FROM posting p WHERE p.supporter_id = ANY ${idsOfSupporters('$1::uuid[]')} AND p.dues_year IN ($2, $3) AND p.funding_source_id IS NOT NULL${wasPosted('p.entry_id', since)}
         GROUP BY 1, 2`,
      [events.flatMap(({ supporterId }) => (supporterId === null ? [] : [supporterId])), fiscalYear, nextYear],
    )),
    readAt(db, at, (books, since) => books.query(`SELECT 1 FROM ${duesTotalsAt(since)} t WHERE t.dues_year = $1${since.length === 0 ? '' : ' HAVING sum(t.postings) > 0'} LIMIT 1`, [nextYear])),
  ])
  const sums = new Map([...areas.rows, ...supporters.rows].map(({ key, duesYear, receivedYen }) => [`${key}/${duesYear}`, yenFromColumn(receivedYen)]))
  const sumOf = (key: string, year: FiscalYear) => sums.get(`${key}/${year}`) ?? yen(0)
  return ({ areaId, supporterId }) => {
    // The organization is the narrower of the two.
    const key = supporterId ?? areaId
    if (key === null) return null
    return { yearYen: sumOf(key, fiscalYear), nextYen: begun.rows.length === 0 ? null : sumOf(key, nextYear) }
  }
}
