import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AreaId, type DuesKindId, idIn } from '@sasaeai/domain/ids'
import {
  type MembershipListState,
  membershipListStates,
  type MembershipPayment,
  membershipPayments,
} from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import { type MembershipRoute, membershipRoutes } from '@sasaeai/domain/membership-dues/member/membership-route'
import { choiceIn, dayIn, wordsIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** The filters of the list of members, as they stand in the address; what cannot be read is left out. */
export interface MemberSearch extends MomentSearch {
  /** 基準日 that a figure was asked for; today where the address names none. */
  readonly asOf?: LocalDate | undefined
  readonly text?: string | undefined
  readonly duesKindId?: DuesKindId | undefined
  readonly route?: MembershipRoute | undefined
  readonly state?: MembershipListState | undefined
  readonly areaId?: AreaId | undefined
  readonly payment?: MembershipPayment | undefined
}

export function memberSearchOf(search: Readonly<Record<string, unknown>>): MemberSearch {
  return {
    asOf: dayIn(search['asOf']),
    text: wordsIn(search['text'], 100),
    duesKindId: idIn(search['duesKindId']),
    route: choiceIn(membershipRoutes, search['route']),
    state: choiceIn(membershipListStates, search['state']),
    areaId: idIn(search['areaId']),
    payment: choiceIn(membershipPayments, search['payment']),
    ...momentSearchOf(search),
  }
}
