import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'
import type { FundInFull } from './fund-page.tsx'

type FundMovement = FundInFull['movements'][number]

/** What was spent in the year, and what was carried to or from other funds, each with its entry. */
export function FundMovements({ full: { movements, fiscalYear }, isNow }: { full: FundInFull; isNow: boolean }) {
  const mayUndo = useMayDo('ledger.post') && isNow
  const [toUndo, setToUndo] = useState<FundMovement>()
  return (
    <section id="movements" aria-labelledby="movements-heading">
      <h2 id="movements-heading" className="mb-1 text-[1.125rem] font-bold">{formatFiscalYear(fiscalYear)}の使用と振替</h2>
      <DataTable caption="使用と振替" columns={columnsOf(movements, mayUndo ? setToUndo : undefined)} rows={movements} rowKey={({ entryId, usedYen, transferredYen }) => `${entryId}${usedYen}${transferredYen}`}
        phone="cards" empty={<EmptyState title="この年度の使用はまだありません" icon="yen">使ったときは「使用を記帳する」から記帳します。残高を超えては使えません。</EmptyState>} />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsOf(movements: readonly FundMovement[], onUndo: ((movement: FundMovement) => void) | undefined): Column<FundMovement>[] {
  const acts: Column<FundMovement> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (movement) =>
      !movement.isReversed && !movement.isReversal && (
        <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${movement.entryNumber}番を取り消す`} onClick={() => onUndo?.(movement)}>取り消す</Button>
      ),
  }
  const total = (figure: 'usedYen' | 'transferredYen') => formatYenDelta(sumYen(movements.map((each) => each[figure])))
  const amount = (figure: 'usedYen' | 'transferredYen') => (movement: FundMovement) => (movement[figure] === 0 ? '' : formatYenDelta(movement[figure]))
  return [
    { id: 'day', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span>, footer: '合計' },
    { id: 'what', header: '内容', isRowHeader: true, isText: true, cell: (movement) => <Told movement={movement} /> },
    { id: 'account', header: '科目', isWideOnly: true, cell: ({ accountName }) => accountName },
    { id: 'used', header: '使用額（円）', align: 'end', cell: amount('usedYen'), footer: total('usedYen') },
    { id: 'transferred', header: '振替（円）', align: 'end', cell: amount('transferredYen'), footer: total('transferredYen') },
    { id: 'entry', header: '伝票', cell: ({ entryId, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> },
    ...(onUndo === undefined ? [] : [acts]),
  ]
}

function Told({ movement: { description, reason, isReversed } }: { movement: FundMovement }) {
  return (
    <>
      {description} {isReversed && <StatusChip tone="warning">取消済み</StatusChip>}
      {reason !== '' && <span className="block text-[0.8125rem] font-normal text-ink-sub">理由：{reason}</span>}
    </>
  )
}
