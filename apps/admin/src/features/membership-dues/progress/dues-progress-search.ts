import { type HouseholdBasis, householdBases } from '@sasaeai/domain/area/household-basis'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DuesKindId, idIn } from '@sasaeai/domain/ids'
import { type DuesStatus, duesStatuses } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

export interface DuesProgressSearch extends MomentSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
  /** All kinds together where the address names none. */
  readonly kind?: DuesKindId | undefined
  readonly status?: DuesStatus | undefined
  /** What 加入率 divides by. */
  readonly basis?: HouseholdBasis | undefined
}

/** What the address of 納入状況 asks for; what is mistyped is left out. */
export function duesProgressSearchOf(search: Readonly<Record<string, unknown>>): DuesProgressSearch {
  return {
    until: dayIn(search['until']),
    ...momentSearchOf(search),
    kind: idIn(search['kind']),
    status: choiceIn(duesStatuses, search['status']),
    basis: choiceIn(householdBases, search['basis']),
  }
}
