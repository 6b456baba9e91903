import type { Tx } from '@sasaeai/db/in-transaction'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { MembershipId } from '@sasaeai/domain/ids'
import type { EditMembershipInput } from '@sasaeai/domain/membership-dues/member/membership-input'
import { unitsFromJoining } from '@sasaeai/domain/membership-dues/member/membership-units'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { changeMembership } from './change-membership.ts'

/** Puts the day of joining right, with which the 口 begin, and the note. */
export function editMembership(deps: Deps, actor: Actor, { joinedOn, note, ...change }: EditMembershipInput) {
  return changeMembership<'joined_after_leaving'>(deps, actor, {
    change,
    decide: async (tx, before) => {
      if (before.leftOn !== null && joinedOn > before.leftOn) {
        return fail('joined_after_leaving', { field: 'joinedOn', about: formatLocalDate(before.leftOn) })
      }
      if (joinedOn !== before.joinedOn) await moveFirstUnits(tx, change.membershipId, joinedOn)
      return {
        action: 'membership.update',
        columns: { joinedOn: toDateColumn(joinedOn), note },
        ...changedFields({ joinedOn: before.joinedOn, note: before.note }, { joinedOn, note }),
      }
    },
  })
}

async function moveFirstUnits(tx: Tx, membershipId: MembershipId, joinedOn: LocalDate): Promise<void> {
  const rows = await tx.membershipUnits.findMany({ where: { membershipId } })
  const history = rows.map(({ effectiveOn, units }) => ({ effectiveOn: fromDateColumn(effectiveOn), units }))
  await tx.membershipUnits.deleteMany({ where: { membershipId } })
  await tx.membershipUnits.createMany({
    data: unitsFromJoining(history, joinedOn).map(({ effectiveOn, units }) => ({
      membershipId,
      effectiveOn: toDateColumn(effectiveOn),
      units,
    })),
  })
}
