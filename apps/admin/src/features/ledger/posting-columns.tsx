import type { AppRouter } from '@sasaeai/api'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import type { inferRouterOutputs } from '@trpc/server'
import { AppLink } from '../../app/app-link.tsx'

type PostingRow = inferRouterOutputs<AppRouter>['ledger']['postings']['rows'][number]

export const postingColumns: readonly Column<PostingRow>[] = [
  { id: 'date', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
  {
    id: 'number',
    header: '伝票番号',
    align: 'end',
    isRowHeader: true,
    cell: ({ entryId, entryNumber }) => (
      <AppLink to="/entries/$entryId" params={{ entryId }}>
        {entryNumber}
      </AppLink>
    ),
  },
  { id: 'source', header: '財源・科目', cell: ({ source, account }) => source ?? account },
  { id: 'details', header: '内訳', cell: detailsOf },
  { id: 'area', header: '地域', cell: ({ area }) => area ?? '' },
  { id: 'payer', header: '支援者', cell: ({ supporter }) => (supporter === null ? '' : `${supporter.name}（${supporter.number}）`) },
  { id: 'words', header: '摘要', isWideOnly: true, cell: wordsOf },
  { id: 'count', header: '件数', align: 'end', cell: ({ count }) => (count === 0 ? '' : signed(count)) },
  { id: 'amount', header: '金額', align: 'end', cell: amountOf },
]

function detailsOf({ campaign, method, fund, duesKind }: PostingRow): string {
  return [campaign, duesKind, method, fund].filter((name) => name !== null).join('・')
}

function wordsOf({ kind, isReversed, description, reason }: PostingRow) {
  return (
    <>
      {kind === 'reversal' && <StatusChip tone="error">取消</StatusChip>} {isReversed && <StatusChip>取消済み</StatusChip>} {description}
      {reason !== '' && <span className="text-ink-sub">（{reason}）</span>}
    </>
  )
}

function amountOf({ amountYen }: PostingRow) {
  return <span className={amountYen < 0 ? 'text-red-900' : undefined}>{formatYenDelta(amountYen)}</span>
}

function signed(count: number): string {
  return count < 0 ? `△${(-count).toLocaleString('ja-JP')}` : count.toLocaleString('ja-JP')
}
