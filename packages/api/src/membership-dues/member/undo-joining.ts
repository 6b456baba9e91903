import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { MembershipId } from '@sasaeai/domain/ids'
import type { MembershipChange } from '@sasaeai/domain/membership-dues/member/membership-input'
import { fail, succeed, type Failure, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type UndoJoiningFailure = 'membership_not_found' | 'changed_meanwhile' | 'membership_paid' | 'membership_asked'

/**
 * Takes a membership that was entered by mistake out of the register, with its 口 and its lines in requests that are
 * still being prepared; a prospect that had become this member is one again. Refused once there is a payment, a
 * receipt or a fixed request: from then on 退会 is the way.
 */
export async function undoJoining(
  deps: Deps,
  actor: Actor,
  { membershipId, revision }: MembershipChange,
): Promise<Outcome<{ readonly membershipId: MembershipId }, UndoJoiningFailure>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const taken = await takeMembership(tx, membershipId)
      if (taken === null) return fail('membership_not_found')
      if (taken.revision !== revision) return fail('changed_meanwhile')
      if (await hasPaid(tx, taken)) return fail('membership_paid')
      await removeMembership(tx, taken)
      const { supporterId, duesKindId, route, areaId, joinedOn, leftOn, note } = taken
      const before = { supporterId, duesKindId, route, areaId, joinedOn: fromDateColumn(joinedOn), leftOn: fromNullableDateColumn(leftOn), note }
      await recordAuditEvent(deps, tx, { actor, action: 'membership.undo_join', subjectKind: 'membership', subjectId: membershipId, before })
      return succeed({ membershipId })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    return refusalOf(error)
  }
}

type TakenMembership = NonNullable<Awaited<ReturnType<typeof takeMembership>>>

/**
 * The membership, and its supporter in a lock that whatever is booked by name waits for: each posting holds a share of
 * its supporter's row until it is committed. What has been booked before is seen after, what is booked later is a
 * payment of somebody who is no member.
 */
async function takeMembership(tx: Tx, membershipId: MembershipId) {
  await tx.$queryRaw`SELECT 1 FROM membership WHERE id = ${membershipId}::uuid FOR UPDATE`
  const membership = await tx.membership.findUnique({ where: { id: membershipId } })
  if (membership !== null) await tx.$queryRaw`SELECT 1 FROM supporter WHERE id = ${membership.supporterId}::uuid FOR UPDATE`
  return membership
}

/**
 * Dues by this name for this kind, or a receipt for them, a void one too. Dues of a year without this membership are
 * those of an earlier or later one, where there is any.
 */
async function hasPaid(tx: Tx, { id, supporterId, duesKindId, joinedOn, leftOn }: TakenMembership): Promise<boolean> {
  const firstYear = fiscalYearOf(fromDateColumn(joinedOn))
  const lastYear = leftOn === null ? null : fiscalYearOf(fromDateColumn(leftOn))
  const [found] = await tx.$queryRaw<{ hasPaid: boolean }[]>`
    WITH payer AS (SELECT s.id FROM supporter s WHERE s.id = ${supporterId}::uuid OR s.merged_into_id = ${supporterId}::uuid), own AS (
      SELECT p.entry_id, p.amount_yen, p.dues_year FROM posting p JOIN payer ON payer.id = p.supporter_id
      WHERE p.dues_kind_id = ${duesKindId}::uuid AND p.funding_source_id IS NOT NULL
        AND (p.dues_year >= ${firstYear}::int AND p.dues_year <= coalesce(${lastYear}::int, p.dues_year) OR NOT EXISTS (
          SELECT 1 FROM membership o WHERE o.supporter_id = ${supporterId}::uuid AND o.dues_kind_id = p.dues_kind_id AND o.id <> ${id}::uuid)))
    SELECT EXISTS (SELECT 1 FROM own GROUP BY dues_year HAVING sum(amount_yen) <> 0)
      OR EXISTS (SELECT 1 FROM own JOIN receipt_entry e USING (entry_id)) AS "hasPaid"`
  return found?.hasPaid ?? false
}

/** A line that a fixed request keeps holds the membership by its foreign key. */
async function removeMembership(tx: Tx, { id, supporterId, duesKindId }: TakenMembership): Promise<void> {
  await tx.duesExpectation.deleteMany({ where: { membershipId: id, request: { status: 'draft' } } })
  await tx.membershipUnits.deleteMany({ where: { membershipId: id } })
  await tx.membership.delete({ where: { id } })
  const others = await tx.membership.count({ where: { supporterId, duesKindId } })
  if (others > 0) return
  await tx.membershipProspect.updateMany({
    where: { supporterId, duesKindId, stage: 'joined' },
    data: { stage: 'considering', revision: { increment: 1 } },
  })
}

/** The line of a request is still there, or the request was fixed while its line was being taken out (SA001). */
function refusalOf(error: unknown): Failure<'membership_asked'> {
  if (isForeignKeyViolation(error) || sqlStateOf(error) === 'SA001') return fail('membership_asked')
  throw error
}
