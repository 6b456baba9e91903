import { type PostalPlace, sharedAddress } from '@sasaeai/domain/supporter/address/postal-place'
import { parsePostalCode } from '@sasaeai/domain/text/postal-code'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'

/**
 * Follows a postal code while it is typed: once it has its seven digits, asks where it leads and proposes that. What the
 * server cannot be asked is not said: an address can always be typed.
 */
export function usePostalPlaces(propose: (place: string) => void) {
  const [places, setPlaces] = useState<readonly PostalPlace[] | null>(null)
  const awaited = useRef<string | null>(null)
  const follow = async (text: string) => {
    const postalCode = parsePostalCode(text)
    if (postalCode === awaited.current) return
    awaited.current = postalCode
    setPlaces(null)
    if (postalCode === null) return
    const found = await queryClient.fetchQuery(trpc.supporter.postalCode.places.queryOptions({ postalCode })).catch(() => null)
    if (awaited.current !== postalCode || found === null) return
    setPlaces(found)
    const shared = sharedAddress(found)
    if (shared !== '') propose(shared)
  }
  return { places, follow }
}
