import { type DriveKind, driveKinds } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface GrantReviewSearch extends MomentSearch {
  /** Calls that a drive of this kind pays, or all of them. */
  readonly drive?: DriveKind | 'all' | undefined
  readonly years?: number | undefined
}

/** What the address of the review asks for; what is mistyped is left out. */
export function grantReviewSearchOf(search: Readonly<Record<string, unknown>>): GrantReviewSearch {
  return { drive: choiceIn([...driveKinds, 'all'], search['drive']), years: [2, 3, 4, 5].find((years) => years === search['years']), ...momentSearchOf(search) }
}
