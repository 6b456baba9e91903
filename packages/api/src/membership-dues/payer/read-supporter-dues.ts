import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { HeldMembership, PaidDues, SupporterDues } from '@sasaeai/domain/membership-dues/payer/supporter-dues'
import type { Deps } from '../../deps.ts'
import { paidDirectly } from '../../ledger/posting-condition.ts'
import { idsOfSupporters, survivorOf } from '../../supporter/merged-supporter-sql.ts'

type OfSupporter<Row> = Row & { readonly supporterId: SupporterId }

/**
 * What supporters have paid of dues (this fiscal year, the one before and the next) and what they are members of today.
 * Every supporter asked for is in the answer.
 */
export async function readSupporterDues(
  { db, now }: Deps,
  supporterIds: readonly SupporterId[],
): Promise<ReadonlyMap<SupporterId, SupporterDues>> {
  if (supporterIds.length === 0) return new Map()
  const today = localDateInTokyo(now())
  const [paid, memberships] = await Promise.all([
    db.pool.query<OfSupporter<PaidDues>>(paidSql, [supporterIds, yearsAround(fiscalYearOf(today))]),
    db.pool.query<OfSupporter<HeldMembership>>(membershipsSql, [supporterIds, today]),
  ])
  return new Map(
    supporterIds.map((wanted) => [wanted, { paid: ofSupporter(paid.rows, wanted), memberships: ofSupporter(memberships.rows, wanted) }]),
  )
}

function yearsAround(year: FiscalYear): number[] {
  return [year - 1, year, year + 1]
}

function ofSupporter<Row>(rows: readonly OfSupporter<Row>[], wanted: SupporterId): OfSupporter<Row>[] {
  return rows.filter(({ supporterId }) => supporterId === wanted)
}

/** Entries that were taken back, and those that took them back, are left out. */
const paidSql = `
  SELECT ${survivorOf('p.supporter_id')} AS "supporterId", p.dues_kind_id AS "duesKindId", p.dues_year AS "duesYear", e.entry_number AS "entryNumber",
    e.entry_date AS "entryDate", CASE WHEN ${paidDirectly} THEN NULL ELSE a.name END AS "areaName"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN area a ON a.id = p.area_id
  WHERE p.supporter_id = ANY ${idsOfSupporters('$1::uuid[]')} AND p.dues_year = ANY($2::int[]) AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0
    AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_entry_id = e.id)
  ORDER BY e.entry_date DESC, e.entry_number DESC`

const membershipsSql = `
  SELECT m.supporter_id AS "supporterId", m.dues_kind_id AS "duesKindId",
    (SELECT u.units FROM membership_units u WHERE u.membership_id = m.id AND u.effective_on <= $2
      ORDER BY u.effective_on DESC LIMIT 1) AS units
  FROM membership m
  WHERE m.supporter_id = ANY($1::uuid[]) AND m.joined_on <= $2 AND (m.left_on IS NULL OR m.left_on >= $2)`
