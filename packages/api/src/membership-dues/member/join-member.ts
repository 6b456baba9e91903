import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type DuesKindId, id, type MembershipId, type SupporterId } from '@sasaeai/domain/ids'
import type { JoinInput, Joining } from '@sasaeai/domain/membership-dues/member/membership-input'
import { openProspectStages } from '@sasaeai/domain/membership-dues/prospect/prospect-stage'
import { fail, succeed, type Failure, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { areaOfRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { membershipRefusalOf, type MembershipRefusal } from './membership-refusal.ts'

export interface JoinedMember {
  readonly membershipId: MembershipId
}

export type JoinFailure = MembershipRefusal | 'membership_kind_closed'

/** 入会: a supporter becomes a member of a kind from a day on. Rejoining is joining again: a new membership. */
export async function joinMember(deps: Deps, actor: Actor, input: JoinInput): Promise<Outcome<JoinedMember, JoinFailure>> {
  const { supporterId, duesKindId, ...joining } = input
  try {
    return await inTransaction(deps.db, async (tx) => {
      const joined = await insertMembership(deps, tx, { actor, member: { supporterId, duesKindId }, joining })
      if (!joined.ok) return joined
      // Who joins at the desk is no prospect any more.
      await tx.membershipProspect.updateMany({
        where: { supporterId, duesKindId, stage: { in: [...openProspectStages] } },
        data: { stage: 'joined', revision: { increment: 1 } },
      })
      return joined
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    return membershipRefusalOf(error)
  }
}

interface NewMembership {
  readonly actor: Actor
  readonly member: { readonly supporterId: SupporterId; readonly duesKindId: DuesKindId }
  readonly joining: Joining
}

/** Writes a membership with its first 口 and its audit event inside a command's transaction. */
export async function insertMembership(
  deps: Deps,
  tx: Tx,
  { actor, member, joining }: NewMembership,
): Promise<{ ok: true; value: JoinedMember } | Failure<'membership_kind_closed' | 'reference_gone'>> {
  const kind = await tx.duesKind.findUnique({ where: { id: member.duesKindId } })
  if (kind === null) return fail('reference_gone', { field: 'duesKindId' })
  if (kind.closedOn !== null) return fail('membership_kind_closed', { field: 'duesKindId' })
  const membershipId = id<'MembershipId'>(deps.newId())
  const { units, joinedOn, ...details } = joining
  await tx.membership.create({
    data: {
      id: membershipId,
      ...member,
      ...details,
      areaId: areaOfRoute(joining),
      joinedOn: toDateColumn(joinedOn),
      units: { create: { effectiveOn: toDateColumn(joinedOn), units } },
    },
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'membership.join',
    subjectKind: 'membership',
    subjectId: membershipId,
    after: { ...member, ...joining, areaId: areaOfRoute(joining) },
  })
  return succeed({ membershipId })
}
