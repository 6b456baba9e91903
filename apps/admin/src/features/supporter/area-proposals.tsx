import { Button } from '@sasaeai/ui/button'
import type { ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

interface AreaProposalsProps {
  /** As typed and left. */
  readonly address: string
  readonly onChoose: (area: ComboBoxOption) => void
}

/** Areas that the address names, to be taken by a press. Nothing is chosen by itself: an address only hints at an area. */
export function AreaProposals({ address, onChoose }: AreaProposalsProps) {
  const proposals = useQuery({ ...trpc.supporter.proposeAreas.queryOptions({ address }), enabled: address.trim() !== '' })
  if (proposals.data === undefined || proposals.data.length === 0) return null
  return (
    <div role="group" aria-label="住所から考えられる地域" className="flex flex-wrap items-center gap-2">
      <span className="text-[0.875rem] text-ink-sub">住所から考えられる地域：</span>
      {proposals.data.map(({ areaId, name, parentName }) => (
        <Button key={areaId} size="small" onClick={() => onChoose({ id: areaId, label: name })}>
          {parentName === null ? name : `${name}（${parentName}）`}
        </Button>
      ))}
    </div>
  )
}
