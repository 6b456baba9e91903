import type { ChangeRouteInput } from '@sasaeai/domain/membership-dues/member/membership-input'
import { areaOfRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { changeMembership } from './change-membership.ts'

/** Whether dues come directly or through a 自治会, and through which; what was asked and paid before stays as it was. */
export function changeRoute(deps: Deps, actor: Actor, { route, areaId: chosenId, ...change }: ChangeRouteInput) {
  const areaId = areaOfRoute({ route, areaId: chosenId })
  return changeMembership<never>(deps, actor, {
    change,
    decide: (_tx, before) =>
      Promise.resolve({
        action: 'membership.change_route',
        columns: { route, areaId },
        ...changedFields({ route: before.route, areaId: before.areaId }, { route, areaId }),
      }),
  })
}
