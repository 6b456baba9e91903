import { type HouseholdBasis, householdBases } from '@sasaeai/domain/area/household-basis'
import { isLocalDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DuesKindId, idIn } from '@sasaeai/domain/ids'
import { isPostingMoment, type PostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import { type DuesStatus, duesStatuses } from '@sasaeai/domain/membership-dues/progress/dues-status'
import { choiceIn } from '@sasaeai/domain/text/address-value'

export interface DuesProgressSearch {
  /** 基準日; today where the address names none. */
  readonly until?: LocalDate | undefined
  /** As the books stood at a moment; now where the address names none. */
  readonly postedUntil?: PostingMoment | undefined
  /** All kinds together where the address names none. */
  readonly kind?: DuesKindId | undefined
  readonly status?: DuesStatus | undefined
  /** What 加入率 divides by. */
  readonly basis?: HouseholdBasis | undefined
}

/** What the address of 納入状況 asks for; what is mistyped is left out. */
export function duesProgressSearchOf(search: Readonly<Record<string, unknown>>): DuesProgressSearch {
  const { until, postedUntil } = search
  return {
    until: isLocalDate(until) ? until : undefined,
    postedUntil: isPostingMoment(postedUntil) ? postedUntil : undefined,
    kind: idIn(search['kind']),
    status: choiceIn(duesStatuses, search['status']),
    basis: choiceIn(householdBases, search['basis']),
  }
}
