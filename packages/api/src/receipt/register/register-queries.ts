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

/** 番号簿: every number of a series in a fiscal year, from 1 to the last one that was given out; by a moment, where one is named. */
export async function readRegister(deps: Pick<Deps, 'db'>, { cursor, limit, ...asked }: ReceiptRegisterInput): Promise<RegisterPage> {
  const [rows, counts] = await Promise.all([rowsOf(deps, asked, { after: cursor, upTo: cursor + limit }), countsOf(deps, asked)])
  const shown = rows.at(-1)?.number
  return { rows, next: shown !== undefined && shown < counts.last ? shown : null, counts }
}

/** The whole of it, to be written down. */
export async function readWholeRegister(deps: Pick<Deps, 'db'>, asked: WholeRegisterInput): Promise<Omit<RegisterPage, 'next'>> {
  const counts = await countsOf(deps, asked)
  return { rows: await rowsOf(deps, asked, { after: 0, upTo: counts.last }), counts }
}

/** Whether something had been recorded by the moment in `$3`, which is null for now. What is recorded of receipts is never changed. */
const byThen = (recorded: string) => `($3::timestamptz IS NULL OR ${recorded} <= $3)`
const isVoid = `(r.voided_at IS NOT NULL AND ${byThen('r.voided_at')})`

/** The last number that was given out: the counter tells it of now, receipts and spoiled numbers of a moment. */
const lastNumber = `coalesce(CASE WHEN $3::timestamptz IS NULL THEN (SELECT last_number FROM number_counter WHERE series = 'receipt:' || $1::uuid AND fiscal_year = $2)
  ELSE (SELECT max(n) FROM (
    SELECT max(receipt_number) AS n FROM receipt WHERE series_id = $1 AND fiscal_year = $2 AND issued_at <= $3
    UNION ALL SELECT max(receipt_number) FROM receipt_spoil WHERE series_id = $1 AND fiscal_year = $2 AND recorded_at <= $3) given) END, 0)`

async function rowsOf({ db }: Pick<Deps, 'db'>, { fiscalYear, seriesId, postedUntil }: WholeRegisterInput, { after, upTo }: { after: number; upTo: number }): Promise<RegisterRow[]> {
  const { rows } = await db.pool.query<RegisterRow>(
    `SELECT n.number, coalesce(r.printed_number, p.printed_number) AS printed,
       CASE WHEN ${isVoid} THEN 'void' WHEN r.id IS NOT NULL THEN 'live' WHEN p.series_id IS NOT NULL THEN 'spoiled' ELSE 'gap' END AS state,
       r.id AS "receiptId", coalesce(r.issued_on, p.spoiled_on) AS "issuedOn", coalesce(r.content ->> 'payer', '') AS payer, r.amount_yen::float8 AS "amountYen",
       coalesce(CASE WHEN ${isVoid} THEN nullif(r.void_reason, '') END, p.reason, '') AS reason, coalesce(u.name, '') AS "byName",
       (SELECT count(*)::int FROM receipt_reissue i WHERE i.receipt_id = r.id AND ${byThen('i.reissued_at')}) AS reissues, d.kind AS deed, d.done_on AS "deedOn"
     FROM generate_series($4::int + 1, least($5::int, ${lastNumber})) AS n(number)
     LEFT JOIN receipt r ON r.series_id = $1 AND r.fiscal_year = $2 AND r.receipt_number = n.number AND ${byThen('r.issued_at')}
     LEFT JOIN receipt_spoil p ON p.series_id = $1 AND p.fiscal_year = $2 AND p.receipt_number = n.number AND ${byThen('p.recorded_at')}
     LEFT JOIN user_account u ON u.id = coalesce(CASE WHEN ${isVoid} THEN r.voided_by_id END, r.issued_by_id, p.recorded_by_id)
     LEFT JOIN LATERAL (SELECT kind, done_on FROM receipt_deed x WHERE x.receipt_id = r.id AND ${byThen('x.recorded_at')} ORDER BY recorded_at DESC LIMIT 1) d ON true
     ORDER BY n.number`,
    [seriesId, fiscalYear, postedUntil ?? null, after, upTo],
  )
  return rows
}

async function countsOf({ db }: Pick<Deps, 'db'>, { fiscalYear, seriesId, postedUntil }: WholeRegisterInput): Promise<RegisterCounts> {
  const { rows } = await db.pool.query<Omit<RegisterCounts, 'gaps'>>(
    `SELECT ${lastNumber} AS last, count(*) FILTER (WHERE NOT ${isVoid})::int AS live, count(*) FILTER (WHERE ${isVoid})::int AS voided,
       (SELECT count(*)::int FROM receipt_spoil p WHERE p.series_id = $1 AND p.fiscal_year = $2 AND ${byThen('p.recorded_at')}) AS spoiled,
       coalesce(sum(r.amount_yen) FILTER (WHERE NOT ${isVoid}), 0)::float8 AS "liveYen"
     FROM receipt r WHERE r.series_id = $1 AND r.fiscal_year = $2 AND ${byThen('r.issued_at')}`,
    [seriesId, fiscalYear, postedUntil ?? null],
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('no counts of the register')
  return { ...counts, gaps: counts.last - counts.live - counts.voided - counts.spoiled }
}
