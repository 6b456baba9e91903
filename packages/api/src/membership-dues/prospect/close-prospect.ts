import { inTransaction } from '@sasaeai/db/in-transaction'
import { id, type ProspectId } from '@sasaeai/domain/ids'
import type { DeclineProspectInput, JoinProspectInput } from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { insertMembership, type JoinedMember, type JoinFailure } from '../member/join-member.ts'
import { membershipRefusalOf } from '../member/membership-refusal.ts'
import { takeProspect, type ProspectRefusal } from './take-prospect.ts'

/** 入会: the prospect becomes a member in the same act, or neither happens. */
export async function joinProspect(
  deps: Deps,
  actor: Actor,
  { joining, ...change }: JoinProspectInput,
): Promise<Outcome<JoinedMember, ProspectRefusal | JoinFailure>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const taken = await takeProspect(tx, change)
      if (!taken.ok) return taken
      const member = { supporterId: id<'SupporterId'>(taken.value.supporterId), duesKindId: id<'DuesKindId'>(taken.value.duesKindId) }
      const joined = await insertMembership(deps, tx, { actor, member, joining })
      if (!joined.ok) return joined
      await tx.membershipProspect.update({
        where: { id: change.prospectId },
        data: { stage: 'joined', nextAction: '', nextActionOn: null, revision: change.revision + 1 },
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'membership_prospect.join',
        subjectKind: 'membership_prospect',
        subjectId: change.prospectId,
        before: { stage: taken.value.stage },
        after: { stage: 'joined', units: joining.units },
      })
      return joined
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    return membershipRefusalOf(error)
  }
}

/** 見送り: kept with its reason, so that nobody asks again too soon. */
export function declineProspect(
  deps: Deps,
  actor: Actor,
  { reason, ...change }: DeclineProspectInput,
): Promise<Outcome<{ prospectId: ProspectId }, ProspectRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const taken = await takeProspect(tx, change)
    if (!taken.ok) return taken
    const note = [taken.value.note, reason === '' ? '' : `見送り：${reason}`].filter((part) => part !== '').join('\n')
    await tx.membershipProspect.update({
      where: { id: change.prospectId },
      data: { stage: 'declined', nextAction: '', nextActionOn: null, note, revision: change.revision + 1 },
    })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'membership_prospect.decline',
      subjectKind: 'membership_prospect',
      subjectId: change.prospectId,
      before: { stage: taken.value.stage },
      after: { stage: 'declined' },
      reason,
    })
    return succeed({ prospectId: change.prospectId })
  }, { isolation: 'ReadCommitted' })
}
