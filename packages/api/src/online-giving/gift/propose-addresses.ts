import { addressOfPlace, sharedAddress } from '@sasaeai/domain/supporter/address/postal-place'
import type { PostalCode } from '@sasaeai/domain/text/postal-code'
import type { Deps } from '../../deps.ts'
import { findPlacesOfCode } from '../../supporter/address/find-postal-places.ts'
import { countAddressAsked } from '../abuse/giving-limits.ts'

/** More than these are a list to search through on a phone: what they share is proposed instead. */
const most = 6

/** How an address of a postal code begins, from the public dictionary. None where it does not know the code, or for who asks too often. */
export async function proposeAddresses(deps: Deps, { address, postalCode }: { readonly address: string; readonly postalCode: PostalCode }): Promise<string[]> {
  if ((await countAddressAsked(deps, { address })) !== null) return []
  const places = await findPlacesOfCode(postalCode)
  const found = [...new Set(places.map(addressOfPlace))]
  return found.length > most ? [sharedAddress(places)] : found
}
