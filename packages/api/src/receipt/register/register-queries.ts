import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ReceiptId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { ReceiptDeedKind } from '@sasaeai/domain/receipt/receipt-deed'
import type { ReceiptRegisterInput, WholeRegisterInput } from '@sasaeai/domain/receipt/receipt-input'
import type { RegisterState } from '@sasaeai/domain/receipt/register-state'
import type { Deps } from '../../deps.ts'

/** A number of a series, and what became of it. */
export interface RegisterRow {
  readonly number: number
  /** As it was printed; null for a number that nothing is known of. */
  readonly printed: string | null
  readonly state: RegisterState
  readonly receiptId: ReceiptId | null
  readonly issuedOn: LocalDate | null
  readonly payer: string
  readonly amountYen: Yen | null
  /** Why it is void or was spoiled. */
  readonly reason: string
  readonly byName: string
  readonly reissues: number
  /** What was done with its paper last. */
  readonly deed: ReceiptDeedKind | null
  readonly deedOn: LocalDate | null
}

export interface RegisterCounts {
  /** The last number that was given out. */
  readonly last: number
  readonly live: number
  readonly voided: number
  readonly spoiled: number
  readonly gaps: number
  /** What the live ones say, in yen. */
  readonly liveYen: Yen
}

export interface RegisterPage {
  readonly rows: readonly RegisterRow[]
  /** The last number of the page, where there are more. */
  readonly next: number | null
  readonly counts: RegisterCounts
}

/** 番号簿: every number of a series in a fiscal year, from 1 to the last one that was given out. */
export async function readRegister(deps: Deps, { fiscalYear, seriesId, cursor, limit }: ReceiptRegisterInput): Promise<RegisterPage> {
  const [rows, counts] = await Promise.all([rowsOf(deps, { fiscalYear, seriesId }, { after: cursor, upTo: cursor + limit }), countsOf(deps, { fiscalYear, seriesId })])
  const shown = rows.at(-1)?.number
  return { rows, next: shown !== undefined && shown < counts.last ? shown : null, counts }
}

/** The whole of it, to be written down. */
export async function readWholeRegister(deps: Deps, asked: WholeRegisterInput): Promise<Omit<RegisterPage, 'next'>> {
  const counts = await countsOf(deps, asked)
  return { rows: await rowsOf(deps, asked, { after: 0, upTo: counts.last }), counts }
}

async function rowsOf({ db }: Deps, { fiscalYear, seriesId }: WholeRegisterInput, { after, upTo }: { after: number; upTo: number }): Promise<RegisterRow[]> {
  const { rows } = await db.pool.query<RegisterRow>(
    `SELECT n.number, coalesce(r.printed_number, p.printed_number) AS printed,
       CASE WHEN r.id IS NOT NULL AND r.voided_at IS NULL THEN 'live' WHEN r.id IS NOT NULL THEN 'void' WHEN p.series_id IS NOT NULL THEN 'spoiled' ELSE 'gap' END AS state,
       r.id AS "receiptId", coalesce(r.issued_on, p.spoiled_on) AS "issuedOn", coalesce(r.content ->> 'payer', '') AS payer, r.amount_yen::float8 AS "amountYen",
       coalesce(nullif(r.void_reason, ''), p.reason, '') AS reason, coalesce(u.name, '') AS "byName",
       (SELECT count(*)::int FROM receipt_reissue i WHERE i.receipt_id = r.id) AS reissues, d.kind AS deed, d.done_on AS "deedOn"
     FROM generate_series($3::int + 1, least($4::int, coalesce((SELECT last_number FROM number_counter WHERE series = 'receipt:' || $1::uuid AND fiscal_year = $2), 0))) AS n(number)
     LEFT JOIN receipt r ON r.series_id = $1 AND r.fiscal_year = $2 AND r.receipt_number = n.number
     LEFT JOIN receipt_spoil p ON p.series_id = $1 AND p.fiscal_year = $2 AND p.receipt_number = n.number
     LEFT JOIN user_account u ON u.id = coalesce(r.voided_by_id, r.issued_by_id, p.recorded_by_id)
     LEFT JOIN LATERAL (SELECT kind, done_on FROM receipt_deed x WHERE x.receipt_id = r.id ORDER BY recorded_at DESC LIMIT 1) d ON true
     ORDER BY n.number`,
    [seriesId, fiscalYear, after, upTo],
  )
  return rows
}

async function countsOf({ db }: Deps, { fiscalYear, seriesId }: WholeRegisterInput): Promise<RegisterCounts> {
  const { rows } = await db.pool.query<Omit<RegisterCounts, 'gaps'>>(
    `SELECT coalesce((SELECT last_number FROM number_counter WHERE series = 'receipt:' || $1::uuid AND fiscal_year = $2), 0) AS last,
       count(*) FILTER (WHERE voided_at IS NULL)::int AS live, count(voided_at)::int AS voided,
       (SELECT count(*)::int FROM receipt_spoil WHERE series_id = $1 AND fiscal_year = $2) AS spoiled,
       coalesce(sum(amount_yen) FILTER (WHERE voided_at IS NULL), 0)::float8 AS "liveYen"
     FROM receipt WHERE series_id = $1 AND fiscal_year = $2`,
    [seriesId, fiscalYear],
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('no counts of the register')
  return { ...counts, gaps: counts.last - counts.live - counts.voided - counts.spoiled }
}
