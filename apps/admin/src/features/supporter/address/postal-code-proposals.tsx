import { addressOfPlace } from '@sasaeai/domain/supporter/address/postal-place'
import { formatPostalCode } from '@sasaeai/domain/text/postal-code'
import { Button } from '@sasaeai/ui/button'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'

interface PostalCodeProposalsProps {
  /** As typed and left. */
  readonly address: string
  /** Told the code as it is typed: 830-0029. */
  readonly onChoose: (postalCode: string) => void
}

/** The postal codes that an address may have, to be taken by a press. */
export function PostalCodeProposals({ address, onChoose }: PostalCodeProposalsProps) {
  const proposals = useQuery({ ...trpc.supporter.postalCode.ofAddress.queryOptions({ address }), enabled: address.trim() !== '' })
  if (proposals.data === undefined || proposals.data.length === 0) return null
  return (
    <div role="group" aria-label="住所から考えられる郵便番号" className="flex flex-wrap items-center gap-2">
      <span className="text-[0.875rem] text-ink-sub">住所から考えられる郵便番号：</span>
      {proposals.data.slice(0, mostProposals).map((place) => (
        <Button key={place.postalCode} size="small" onClick={() => onChoose(formatPostalCode(place.postalCode))}>
          {`${formatPostalCode(place.postalCode)}（${addressOfPlace(place)}）`}
        </Button>
      ))}
    </div>
  )
}

const mostProposals = 6
