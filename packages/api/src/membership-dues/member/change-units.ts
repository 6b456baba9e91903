import { toDateColumn } from '@sasaeai/db/local-date-column'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { ChangeUnitsInput } from '@sasaeai/domain/membership-dues/member/membership-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changeMembership } from './change-membership.ts'

/** 口数 of a membership from a day on; the same day again puts the number right. */
export function changeUnits(deps: Deps, actor: Actor, { effectiveOn, units, ...change }: ChangeUnitsInput) {
  return changeMembership<'membership_ended' | 'units_before_joining'>(deps, actor, {
    change,
    decide: async (tx, { joinedOn, leftOn }) => {
      if (effectiveOn < joinedOn) return fail('units_before_joining', { field: 'effectiveOn', about: formatLocalDate(joinedOn) })
      if (leftOn !== null && leftOn < effectiveOn) return fail('membership_ended', { field: 'effectiveOn' })
      const day = toDateColumn(effectiveOn)
      const { membershipId } = change
      const before = await tx.membershipUnits.findFirst({
        where: { membershipId, effectiveOn: { lte: day } },
        orderBy: { effectiveOn: 'desc' },
      })
      await tx.membershipUnits.upsert({
        where: { membershipId_effectiveOn: { membershipId, effectiveOn: day } },
        create: { membershipId, effectiveOn: day, units },
        update: { units },
      })
      return {
        action: 'membership.change_units',
        columns: {},
        before: { units: before?.units ?? null },
        after: { units, effectiveOn },
      }
    },
  })
}
