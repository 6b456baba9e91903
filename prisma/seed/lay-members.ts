import type { Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { DemoMember } from './demo-members.ts'
import type { DemoOffice } from './demo-ground.ts'

/** So many rows go to the database in one statement. */
const mostRows = 2_000

/** Writes memberships with the history of their 口. */
export async function layMembers(tx: Tx, office: DemoOffice, members: readonly DemoMember[]): Promise<void> {
  for (let at = 0; at < members.length; at += mostRows) {
    const share = members.slice(at, at + mostRows)
    await tx.membership.createMany({
      data: share.map(({ membershipId, supporter, duesKind, route, areaId, joinedOn, leftOn, leavingReason, note }) => ({
        id: membershipId,
        supporterId: supporter.supporterId,
        duesKindId: office.duesKind(duesKind),
        route,
        areaId: route === 'direct' ? null : areaId,
        joinedOn: toDateColumn(joinedOn),
        leftOn: leftOn === null ? null : toDateColumn(leftOn),
        leavingReason,
        note,
      })),
    })
    await tx.membershipUnits.createMany({
      data: share.flatMap(({ membershipId, units }) =>
        units.map((each) => ({ membershipId, units: each.units, effectiveOn: toDateColumn(each.effectiveOn) })),
      ),
    })
  }
}
