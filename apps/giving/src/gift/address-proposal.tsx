import { Button } from '@sasaeai/ui/button'
import { useEffect, useState } from 'react'
import { withReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useSite } from '../site/site-context.ts'
import { postalDigits } from './find-mistakes.ts'

interface AddressProposalProps {
  readonly postalCode: string
  readonly address: string
  /** The id of the box that a proposal is put into. */
  readonly into: string
  readonly onTake: (address: string) => void
}

/** How an address of the postal code begins, to be taken by a press: only while nothing is typed there, and said without interrupting. */
export function AddressProposal({ postalCode, address, into, onTake }: AddressProposalProps) {
  const { words } = useSite()
  const [found, setFound] = useState<{ readonly of: string; readonly places: readonly string[] }>()
  const digits = postalDigits(postalCode)
  useEffect(() => {
    let isOver = false
    // Without an answer the address is typed, as it always can be.
    if (digits !== null) siteApi.addresses({ postalCode: digits }).then((places) => isOver || setFound({ of: digits, places }), () => undefined)
    return () => { isOver = true }
  }, [digits])
  const take = (place: string) => {
    const box = document.getElementById(into)
    if (!(box instanceof HTMLInputElement)) return
    box.value = place
    onTake(place)
    box.focus()
  }
  const places = found !== undefined && found.of === digits && address.trim() === '' ? found.places : []
  return (
    <div role="status">
      {places.length > 0 && <p className="mt-3">{withReadings(words.addressFound)}</p>}
      {places.map((place) => <Button key={place} className="mt-2 mr-3" onClick={() => take(place)}><span lang="ja">{place}</span></Button>)}
    </div>
  )
}
