import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { areaLookup, areaOption, lookupSupporters } from './ground-options.ts'
import type { LedgerGround } from './use-ground.ts'

interface PlaceAndPayerFilterProps {
  readonly filter: PostingFilter
  readonly ground: LedgerGround
  readonly onChoose: (change: { areaId?: string; supporterId?: string }) => void
}

/** 地域 (with everything below it) and, for those who may read the register, 支援者. */
export function PlaceAndPayerFilter({ filter, ground, onChoose }: PlaceAndPayerFilterProps) {
  const mayReadSupporters = useMayDo('supporter.read')
  const [area, setArea] = useState(filter.areaId === undefined ? null : areaOption(ground, filter.areaId))
  const load = useMemo(() => areaLookup(ground, { withClosed: true }), [ground])
  return (
    <>
      <ComboBoxField
        label="地域（その下も含む）"
        width="medium"
        value={area}
        load={load}
        onChange={(option) => {
          setArea(option)
          onChoose({ areaId: option?.id ?? '' })
        }}
      />
      {mayReadSupporters && <PayerFilter supporterId={filter.supporterId} onChoose={(supporterId) => onChoose({ supporterId })} />}
    </>
  )
}

function PayerFilter({ supporterId, onChoose }: { supporterId: PostingFilter['supporterId']; onChoose: (id: string) => void }) {
  const asked = useQuery({ ...trpc.supporter.get.queryOptions({ supporterId: supporterId ?? emptyId }), enabled: supporterId !== undefined })
  const [chosen, setChosen] = useState<ComboBoxOption | null>()
  const known = asked.data === undefined ? null : { id: asked.data.supporterId, label: asked.data.name, detail: String(asked.data.number) }
  return (
    <ComboBoxField
      label="支援者"
      width="medium"
      value={chosen === undefined ? known : chosen}
      load={lookupSupporters}
      onChange={(option) => {
        setChosen(option)
        onChoose(option?.id ?? '')
      }}
    />
  )
}

/** Never asked: the query stays off without a supporter. */
const emptyId = '00000000-0000-7000-8000-000000000000'
