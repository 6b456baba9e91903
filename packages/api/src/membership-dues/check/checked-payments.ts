import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, SupporterId } from '@sasaeai/domain/ids'
import type { CheckedPayment } from '@sasaeai/domain/membership-dues/check/dues-finding'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A payment that stands in the books, with who paid. */
export interface PaymentRow extends CheckedPayment {
  readonly supporterId: SupporterId | null
  readonly number: number | null
  readonly name: string | null
  readonly areaId: AreaId | null
  /** The area of the bundle, or of the slip where it came in no bundle and the payer is no direct member. */
  readonly throughId: AreaId | null
}

/** The most that one page of checks looks at. */
const mostRows = 5_000

/** Payments of those who paid more than once in the year, by payer and day. */
export async function readRepeatedPayments(db: Db, year: FiscalYear): Promise<PaymentRow[]> {
  return readPayments(db, year, `s.id IN (SELECT coalesce(o.merged_into_id, q.supporter_id)
    FROM posting q LEFT JOIN supporter o ON o.id = q.supporter_id AND o.merged_into_id IS NOT NULL
    WHERE q.dues_year = $1::int AND q.supporter_id IS NOT NULL AND q.funding_source_id IS NOT NULL AND q.amount_yen < 0
    GROUP BY 1 HAVING count(*) > 1)`)
}

/** Payments that came after March 31 of the dues' own year. */
export async function readLatePayments(db: Db, year: FiscalYear): Promise<PaymentRow[]> {
  return readPayments(db, year, 'p.entry_date > make_date($1::int + 1, 3, 31)')
}

/** Payments of members whose membership, or whose address, names another area than the payment or the membership. */
export async function readPaymentsOfMembersThrough(db: Db, year: FiscalYear): Promise<PaymentRow[]> {
  return readPayments(db, year, `p.area_id IS NOT NULL AND EXISTS (SELECT 1 FROM membership m
    WHERE m.supporter_id = s.id AND m.dues_kind_id = p.dues_kind_id AND m.route = 'association' AND m.area_id <> p.area_id
      AND m.joined_on <= make_date($1::int + 1, 3, 31) AND (m.left_on IS NULL OR m.left_on >= make_date($1::int, 4, 1)))`)
}

async function readPayments(db: Db, year: FiscalYear, condition: string): Promise<PaymentRow[]> {
  const { rows } = await db.pool.query<PaymentRow>(
    `SELECT p.entry_id AS "entryId", e.entry_number AS "entryNumber", p.entry_date AS "entryDate", (-p.amount_yen)::bigint AS "amountYen",
        p.dues_kind_id AS "duesKindId", k.name AS "duesKind", s.id AS "supporterId", s.number, s.name, p.area_id AS "areaId",
        t.id AS "throughId", t.name AS through
      FROM posting p JOIN journal_entry e ON e.id = p.entry_id JOIN dues_kind k ON k.id = p.dues_kind_id
        LEFT JOIN supporter s ON s.id = ${survivorOf('p.supporter_id')} LEFT JOIN intake_batch b ON b.id = e.intake_batch_id
        LEFT JOIN area t ON t.id = CASE WHEN b.id IS NOT NULL THEN b.area_id
          WHEN NOT EXISTS (SELECT 1 FROM membership m WHERE m.supporter_id = s.id AND m.dues_kind_id = p.dues_kind_id
            AND m.route = 'direct') THEN p.area_id END
      WHERE p.dues_year = $1::int AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0 AND e.kind <> 'reversal'
        AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id) AND ${condition}
      ORDER BY s.number, p.entry_date, e.entry_number LIMIT ${mostRows}`,
    [year],
  )
  return rows
}

/** A member who pays through an area and lives, as the register says, in another. */
export interface MovedMember {
  readonly supporterId: SupporterId
  readonly number: number
  readonly name: string
  readonly throughId: AreaId
  readonly livesInId: AreaId
}

export async function readMovedMembers(db: Db, year: FiscalYear): Promise<MovedMember[]> {
  const { rows } = await db.pool.query<MovedMember>(
    `SELECT s.id AS "supporterId", s.number, s.name, m.area_id AS "throughId", s.area_id AS "livesInId"
      FROM membership m JOIN supporter s ON s.id = m.supporter_id
      WHERE m.route = 'association' AND s.area_id IS NOT NULL AND s.area_id <> m.area_id
        AND m.joined_on <= make_date($1::int + 1, 3, 31) AND (m.left_on IS NULL OR m.left_on >= make_date($1::int, 4, 1))
      ORDER BY s.number LIMIT ${mostRows}`,
    [year],
  )
  return rows
}
