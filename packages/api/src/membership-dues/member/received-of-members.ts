import { sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { MemberRow } from './list-members.ts'

/**
 * What came in from the members of a list, in yen. Who left and joined again in one year stands in it twice, with all
 * dues of that year in both lines: they are counted once.
 */
export function receivedOfMembers(members: readonly MemberRow[]): Yen {
  const payers = new Map(members.map(({ supporterId, duesKindId, receivedYen }) => [`${supporterId}/${duesKindId}`, receivedYen]))
  return sumYen([...payers.values()])
}
