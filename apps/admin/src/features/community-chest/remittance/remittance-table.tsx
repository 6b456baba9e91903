import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'
import type { CustodyAccount } from './custody-account-page.tsx'

type Remittance = CustodyAccount['remittances'][number]

/** 送金 of a drive, the latest first; one that was undone stays, with the day of its 取消. */
export function RemittanceTable({ remittances, isNow }: Pick<CustodyAccount, 'remittances'> & { readonly isNow: boolean }) {
  const mayUndo = useMayDo('ledger.post') && isNow
  const [toUndo, setToUndo] = useState<Remittance>()
  return (
    <section aria-labelledby="remittances">
      <h2 id="remittances" className="mb-1 text-[1.125rem] font-bold">送金</h2>
      <DataTable
        caption="送金"
        columns={columnsWith(mayUndo ? setToUndo : undefined)}
        rows={remittances}
        rowKey={({ remittanceId }) => remittanceId}
        phone="cards"
        empty={<EmptyState title="まだ送金していません" icon="yen">{isNow ? '預り金があると、上の「送金する」から記帳できます。' : undefined}</EmptyState>}
      />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsWith(onUndo: ((remittance: Remittance) => void) | undefined): Column<Remittance>[] {
  return [
    { id: 'sequence', header: '回', isRowHeader: true, cell: ({ sequence }) => `第${sequence}回` },
    { id: 'day', header: '送金日', cell: ({ remittedOn }) => <span className="figures">{formatLocalDateShort(remittedOn)}</span> },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen, undoneOn }) => (undoneOn === null ? formatYen(amountYen) : <s>{formatYen(amountYen)}</s>) },
    { id: 'cash', header: '送金元', isWideOnly: true, cell: ({ cashAccount }) => cashAccount },
    {
      id: 'entry',
      header: '伝票',
      cell: ({ entryId, entryNumber }) => (
        <AppLink to="/entries/$entryId" params={{ entryId }}>
          {entryNumber}番
        </AppLink>
      ),
    },
    { id: 'note', header: '備考', isWideOnly: true, cell: ({ note }) => note },
    { id: 'state', header: '状態', cell: ({ undoneOn }) => <RemittanceChip undoneOn={undoneOn} /> },
    { id: 'acts', header: '操作', isActs: true, cell: (row) => <RemittanceActs remittance={row} onUndo={onUndo} /> },
  ]
}

function RemittanceChip({ undoneOn }: Pick<Remittance, 'undoneOn'>) {
  if (undoneOn === null) return <StatusChip tone="success">送金済み</StatusChip>
  return <StatusChip tone="warning">{`${formatLocalDateShort(undoneOn)}に取消済み`}</StatusChip>
}

function RemittanceActs({ remittance, onUndo }: { remittance: Remittance; onUndo: ((remittance: Remittance) => void) | undefined }) {
  const { remittanceId, sequence, undoneOn } = remittance
  return (
    <span className="flex flex-wrap gap-1 print-hidden sm:-my-1.5">
      <OrderPapersButton size="small" order={{ kind: 'remittance_slip', remittanceId }}>送金書</OrderPapersButton>
      {onUndo !== undefined && undoneOn === null && (
        <Button size="small" variant="quiet" aria-label={`第${sequence}回の送金を取り消す`} onClick={() => onUndo(remittance)}>取り消す</Button>
      )}
    </span>
  )
}
