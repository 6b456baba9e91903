import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AcknowledgmentOrder, acknowledgmentOrders } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'

/** Of which days and in which order names are shown, as it stands in the address. */
export interface AcknowledgmentSearch {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly order?: AcknowledgmentOrder | undefined
}

export function acknowledgmentSearchOf(search: Readonly<Record<string, unknown>>): AcknowledgmentSearch {
  return { from: dayIn(search['from']), to: dayIn(search['to']), order: choiceIn(acknowledgmentOrders, search['order']) }
}
