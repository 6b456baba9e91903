import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { shareBackStatusNames } from '@sasaeai/domain/membership-dues/share-back/share-back-status'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { ShareBackOfYear } from './share-back-page.tsx'

type Run = ShareBackOfYear['runs'][number]

const columnsOf = ({ postedUntil }: MomentSearch): Column<Run>[] => [
  {
    id: 'sequence',
    header: '回',
    isRowHeader: true,
    cell: ({ runId, sequence }) => (
      <AppLink to="/dues/share-back/$runId" params={{ runId }} search={{ postedUntil }}>
        第{sequence}回
      </AppLink>
    ),
  },
  { id: 'status', header: '状態', cell: ({ status }) => <ShareBackStatusChip status={status} /> },
  { id: 'cutOff', header: '基準日', cell: ({ cutOffOn }) => formatLocalDate(cutOffOn) },
  { id: 'paidOn', header: '支払日', cell: ({ paidOn }) => (paidOn === null ? '—' : formatLocalDateShort(paidOn)) },
  { id: 'payees', header: '渡す先', align: 'end', cell: ({ payees }) => `${groupDigits(payees)}件` },
  { id: 'received', header: '納入額（円）', align: 'end', isWideOnly: true, cell: ({ receivedYen }) => formatYenDelta(receivedYen) },
  { id: 'earned', header: '還元額（円）', align: 'end', cell: ({ earnedYen }) => formatYenDelta(earnedYen) },
  { id: 'already', header: 'それまでの支払', align: 'end', isWideOnly: true, cell: ({ alreadyYen }) => formatYenDelta(alreadyYen) },
  { id: 'payable', header: '支払う額（円）', align: 'end', cell: ({ payableYen }) => formatYenDelta(payableYen) },
  { id: 'by', header: '計算した人', isWideOnly: true, cell: ({ calculatedBy }) => calculatedBy },
]

/** The calculations of a year, the newest first. */
export function ShareBackRunsTable({ runs, postedUntil, isRefreshing }: MomentSearch & { readonly runs: readonly Run[]; readonly isRefreshing: boolean }) {
  return <DataTable caption="還元金の計算" columns={columnsOf({ postedUntil })} rows={runs} rowKey={({ runId }) => runId} phone="cards" isRefreshing={isRefreshing} />
}

export function ShareBackStatusChip({ status }: Pick<Run, 'status'>) {
  return <StatusChip tone={status === 'posted' ? 'success' : 'accent'}>{shareBackStatusNames[status]}</StatusChip>
}
