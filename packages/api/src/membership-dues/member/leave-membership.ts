import { toDateColumn } from '@sasaeai/db/local-date-column'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LeaveInput, MembershipChange } from '@sasaeai/domain/membership-dues/member/membership-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changeMembership } from './change-membership.ts'

/** 退会 with its last day and reason; of a membership that has ended already the day and the reason are put right. */
export function leaveMembership(deps: Deps, actor: Actor, { leftOn, reason, ...change }: LeaveInput) {
  return changeMembership<'left_before_joining'>(deps, actor, {
    change,
    decide: (_tx, before) => {
      if (leftOn < before.joinedOn) {
        const about = formatLocalDate(before.joinedOn)
        return Promise.resolve(fail('left_before_joining', { field: 'leftOn', about }))
      }
      return Promise.resolve({
        action: 'membership.leave',
        columns: { leftOn: toDateColumn(leftOn), leavingReason: reason },
        before: { leftOn: before.leftOn },
        after: { leftOn, leavingReason: reason },
      })
    },
  })
}

/** Takes a 退会 back, as if it had not been; refused where the supporter has rejoined meanwhile. */
export function undoLeaving(deps: Deps, actor: Actor, change: MembershipChange) {
  return changeMembership<'membership_not_ended'>(deps, actor, {
    change,
    decide: (_tx, { leftOn, leavingReason }) =>
      Promise.resolve(
        leftOn === null
          ? fail('membership_not_ended')
          : {
              action: 'membership.undo_leave',
              columns: { leftOn: null, leavingReason: '' },
              before: { leftOn, leavingReason },
              after: { leftOn: null },
            },
      ),
  })
}
