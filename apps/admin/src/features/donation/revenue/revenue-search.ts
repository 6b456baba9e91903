import { type RevenueStreamKind, revenueStreamKinds } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type MomentSearch, momentSearchOf } from '../../../app/moment-search.ts'

/** Which kind an address shows: machines, where it names none. */
export function revenueSearchOf(search: Readonly<Record<string, unknown>>): MomentSearch & { readonly kind?: RevenueStreamKind } {
  const kind = choiceIn(revenueStreamKinds, search['kind'])
  return { ...(kind === undefined ? {} : { kind }), ...momentSearchOf(search) }
}
