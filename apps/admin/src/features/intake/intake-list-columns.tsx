import { StatusChip } from '@sasaeai/ui/status-chip'
import type { Column } from '@sasaeai/ui/data-table'
import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { IntakeStatus } from '@sasaeai/domain/intake/intake-status'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import type { ListedBatch } from './intake-wire.ts'

/** The columns of the list; those of the books lead with the number, those of drafts tell who types. */
export function batchColumns(status: IntakeStatus): Column<ListedBatch>[] {
  const shared: Column<ListedBatch>[] = [
    {
      id: 'receivedOn',
      header: '受入日',
      cell: ({ receivedOn }) => (receivedOn === null ? '—' : formatLocalDateShort(receivedOn)),
    },
    { id: 'area', header: '地域', cell: ({ areaName }) => areaName ?? '—', isRowHeader: status !== 'posted' },
    { id: 'bearer', header: '持参者', cell: ({ bearer }) => bearer },
    { id: 'count', header: '件数', align: 'end', cell: ({ count }) => `${count}件` },
    { id: 'total', header: '合計', align: 'end', cell: ({ totalYen }) => `${formatYen(yen(totalYen))}円` },
  ]
  const updated: Column<ListedBatch> = {
    id: 'updated',
    header: '更新',
    cell: (row) => `${whenOf(row)} ${row.updatedByName}`,
    isWideOnly: true,
  }
  switch (status) {
    case 'draft':
      return [
        ...shared,
        { id: 'control', header: '統制', cell: (row) => <ControlChip row={row} /> },
        { id: 'editors', header: '入力中', cell: (row) => <Editors row={row} /> },
        updated,
      ]
    case 'submitted':
      return [
        ...shared,
        { id: 'submitted', header: '依頼者', cell: ({ submittedByName }) => submittedByName ?? '—' },
        updated,
      ]
    case 'posted':
      return [
        {
          id: 'number',
          header: '受付番号',
          align: 'end',
          isRowHeader: true,
          cell: ({ intakeNumber }) => intakeNumber ?? '—',
        },
        ...shared,
        { ...updated, header: '記帳' },
      ]
    case 'discarded':
      return [...shared, updated]
  }
}

function whenOf({ updatedAt }: ListedBatch): string {
  const instant = new Date(updatedAt)
  return `${formatLocalDateShort(localDateInTokyo(instant))} ${clockTimeInTokyo(instant)}`
}

function ControlChip({ row }: { row: ListedBatch }) {
  if (row.controlTotalYen === null) return <StatusChip>未入力</StatusChip>
  return row.controlTotalYen === row.totalYen ? (
    <StatusChip tone="success">一致</StatusChip>
  ) : (
    <StatusChip tone="error">差額あり</StatusChip>
  )
}

function Editors({ row }: { row: ListedBatch }) {
  if (row.editorNames.length === 0) return null
  return <StatusChip tone="accent">{row.editorNames.join('、')}</StatusChip>
}
