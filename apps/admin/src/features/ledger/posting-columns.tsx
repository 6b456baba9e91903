import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { AppLink } from '../../app/app-link.tsx'
import type { RouterOutput } from '../../app/trpc.ts'

type PostingRow = RouterOutput['ledger']['postings']['rows'][number]

export const postingColumns: readonly Column<PostingRow>[] = [
  { id: 'date', header: '日付', sortableBy: 'date', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
  {
    id: 'number',
    header: '伝票',
    isRowHeader: true,
    cell: ({ entryId, entryNumber, kind, isReversed }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
        <AppLink to="/entries/$entryId" params={{ entryId }} className="figures print:text-ink print:no-underline">
          {entryNumber}
        </AppLink>
        {kind === 'reversal' && <StatusChip tone="error">取消</StatusChip>}
        {isReversed && <StatusChip>取消済み</StatusChip>}
      </span>
    ),
  },
  { id: 'source', header: '財源・科目', cell: ({ source, account }) => <span className={wholeWords}>{source ?? account}</span> },
  { id: 'area', header: '地域', cell: ({ area }) => (area === null ? '' : <span className={wholeArea}>{area}</span>) },
  { id: 'payer', header: '支援者', cell: ({ supporter }) => (supporter === null ? '' : `${supporter.name}（${supporter.number}）`) },
  { id: 'words', header: '摘要', cell: wordsOf },
  { id: 'count', header: '件数', align: 'end', isWideOnly: true, cell: ({ count }) => (count === 0 ? '' : signed(count)) },
  { id: 'amount', header: '金額', align: 'end', sortableBy: 'figure', cell: amountOf },
]

// Wide enough that the name of a source or an area is not broken before its last character.
const wholeWords = 'align-top sm:inline-block sm:min-w-[5em]'
const wholeArea = 'align-top sm:inline-block sm:min-w-[8em]'

function wordsOf({ description, reason }: PostingRow) {
  return (
    <>
      {description}
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
