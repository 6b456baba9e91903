import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { MembershipChange } from '@sasaeai/domain/membership-dues/member/membership-input'
import type { MembershipRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import { fail, succeed, type Failure, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type AuditRecord, recordAuditEvent } from '../../user/record-audit-event.ts'
import { membershipRefusalOf, type MembershipRefusal } from './membership-refusal.ts'

/** A membership as it stands before a change. */
export interface MembershipBefore {
  readonly route: MembershipRoute
  readonly areaId: string | null
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
  readonly leavingReason: string
  readonly note: string
}

/** What a change does to the row itself, and what the audit trail says of it. */
export interface MembershipAct {
  /** `membership.leave` … */
  readonly action: string
  readonly columns: {
    readonly route?: MembershipRoute
    readonly areaId?: string | null
    readonly joinedOn?: Date
    readonly leftOn?: Date | null
    readonly leavingReason?: string
    readonly note?: string
  }
  readonly before: AuditRecord
  readonly after: AuditRecord
}

interface MembershipWork<Code extends string> {
  readonly change: MembershipChange
  /** Decides from the row as it stands; may write the 口 of the membership itself. */
  readonly decide: (tx: Tx, before: MembershipBefore) => Promise<MembershipAct | Failure<Code>>
}

export type MembershipChangeOutcome<Code extends string> = Outcome<
  { readonly revision: number },
  Code | MembershipRefusal | 'changed_meanwhile' | 'membership_not_found'
>

/**
 * One change of a membership in one transaction: refused when somebody else has changed it since the form was opened.
 * Every change raises the revision, those of the 口 too.
 */
export async function changeMembership<Code extends string>(
  deps: Deps,
  actor: Actor,
  { change: { membershipId, revision }, decide }: MembershipWork<Code>,
): Promise<MembershipChangeOutcome<Code>> {
  try {
    return await inTransaction(deps.db, async (tx): Promise<MembershipChangeOutcome<Code>> => {
      // First of all the row is taken, so that of two changes at once the second sees the first.
      const { count } = await tx.membership.updateMany({ where: { id: membershipId, revision }, data: { revision: revision + 1 } })
      const row = await tx.membership.findUnique({ where: { id: membershipId } })
      if (row === null) return fail('membership_not_found')
      if (count === 0) return fail('changed_meanwhile')
      const act = await decide(tx, { ...row, joinedOn: fromDateColumn(row.joinedOn), leftOn: fromNullableDateColumn(row.leftOn) })
      if ('ok' in act) return act
      await tx.membership.update({ where: { id: membershipId }, data: act.columns })
      const { action, before, after } = act
      await recordAuditEvent(deps, tx, { actor, action, subjectKind: 'membership', subjectId: membershipId, before, after })
      return succeed({ revision: revision + 1 })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    return membershipRefusalOf(error)
  }
}
