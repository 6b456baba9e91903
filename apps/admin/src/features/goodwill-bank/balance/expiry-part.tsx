import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { expiryStateNames, expiryStateOn } from '@sasaeai/domain/goodwill-bank/stock/expiry-state'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { lazy, Suspense, useState } from 'react'
import { useMayDo } from '../../../app/use-may-do.ts'
import { expiryText } from '../act/act-words.ts'
import type { StockLot } from './goodwill-balance-page.tsx'

const WriteOffDialog = lazy(async () => ({ default: (await import('./write-off-dialog.tsx')).WriteOffDialog }))

const horizons = [{ value: '0', label: '期限切れだけ' }, { value: '30', label: '30日以内' }, { value: '60', label: '60日以内' }, { value: '90', label: '90日以内' }, { value: '36500', label: 'すべて' }]

/** What has expired and what expires next, the first first; what is thrown away is chosen here. */
export function ExpiryPart({ lots, asOf, isPast }: { lots: readonly StockLot[] | undefined; asOf: LocalDate; isPast: boolean }) {
  const mayWrite = useMayDo('goodwill.write') && !isPast
  const [horizon, setHorizon] = useState('30')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isWritingOff, setWritingOff] = useState(false)
  const shown = lots
    ?.filter(({ expiresOn }) => expiresOn !== null && daysBetween(asOf, expiresOn) <= (horizon === '0' ? -1 : Number(horizon)))
    .toSorted((left, right) => (`${left.expiresOn} ${left.itemCode}` < `${right.expiresOn} ${right.itemCode}` ? -1 : 1))
  const toggle = (lotId: string) => {
    const changed = new Set(chosen)
    if (!changed.delete(lotId)) changed.add(lotId)
    setChosen(changed)
  }
  const chosenLots = (shown ?? []).filter(({ lotId }) => chosen.has(lotId))
  const choice: Column<StockLot> = {
    id: 'choice', header: '選ぶ', cell: ({ lotId, itemName, expiresOn }) => <CheckboxField label="廃棄" aria-label={`${itemName} ${expiryText(expiresOn)}を廃棄に選ぶ`} checked={chosen.has(lotId)} onChange={() => toggle(lotId)} />,
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-4 print-hidden">
        <SelectField label="期限" width="short" options={horizons} value={horizon} onChange={(event) => setHorizon(event.currentTarget.value)} />
        {chosenLots.length > 0 && <Button variant="primary" onClick={() => setWritingOff(true)}>選んだ{chosenLots.length}件を廃棄として記録する</Button>}
      </div>
      <DataTable caption="期限のある在庫" columns={[...(mayWrite ? [choice] : []), ...columnsOf(asOf)]} rows={shown} rowKey={({ lotId }) => lotId} phone="cards"
        empty={<EmptyState title="この期間に期限が来るものはありません" icon="success" />} />
      {isWritingOff && (
        <Suspense>
          <WriteOffDialog lots={chosenLots} onClose={() => setWritingOff(false)} onDone={() => setChosen(new Set())} />
        </Suspense>
      )}
    </>
  )
}

function columnsOf(asOf: LocalDate): Column<StockLot>[] {
  return [
    { id: 'item', header: '品目', isRowHeader: true, cell: ({ itemName }) => itemName },
    { id: 'expires', header: '期限', cell: ({ expiresOn }) => <span className="figures">{expiryText(expiresOn)}</span> },
    {
      id: 'state', header: '状態', cell: ({ expiresOn }) => {
        const state = expiryStateOn(asOf, { expiresOn, soonDays: 30 })
        return <StatusChip tone={state === 'expired' ? 'error' : state === 'soon' ? 'warning' : 'neutral'}>{expiryStateNames[state]}</StatusChip>
      },
    },
    { id: 'purpose', header: '目的', isWideOnly: true, cell: ({ purposeName }) => purposeName },
    { id: 'quantity', header: '在庫', align: 'end', cell: ({ quantity, measure, unit }) => `${goodsFigure(quantity, measure)}${unit}` },
  ]
}
