import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import type { RouterOutput } from '../../app/trpc.ts'

type PostingRow = RouterOutput['ledger']['postings']['rows'][number]

/**
 * The columns of the list. A chosen year goes along to the entry. The links are plain ones, because a link of the
 * router reads and watches the whole address, fifty times over before the first rows are seen.
 */
export function postingColumns(year: FiscalYear | undefined): readonly Column<PostingRow>[] {
  const search = year === undefined ? '' : `?fiscalYear=${year}`
  return [
    { id: 'date', header: '日付', sortableBy: 'date', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
    {
      id: 'number',
      header: '伝票',
      isRowHeader: true,
      cell: ({ entryId, entryNumber, kind, isReversed }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <TextLink href={`/admin/entries/${entryId}${search}`} className="figures print:text-ink print:no-underline">
            {entryNumber}
          </TextLink>
          {kind === 'reversal' && <StatusChip tone="error">取消</StatusChip>}
          {isReversed && <StatusChip>取消済み</StatusChip>}
        </span>
      ),
    },
    { id: 'source', header: '財源・科目', cell: ({ source, account }) => <span className={wholeWords}>{source ?? account}</span> },
    { id: 'area', header: '地域', cell: ({ area }) => (area === null ? '' : <span className={wholeArea}>{area}</span>) },
    { id: 'payer', header: '支援者', cell: ({ supporter }) => (supporter === null ? '' : `${supporter.name}（${supporter.number}）`) },
    { id: 'words', header: '摘要', cell: wordsOf },
    { id: 'count', header: '件数', align: 'end', isWideOnly: true, cell: ({ count }) => (count === 0 ? '' : formatCountDelta(count)) },
    { id: 'amount', header: '金額', align: 'end', sortableBy: 'figure', cell: amountOf },
  ]
}

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

function formatCountDelta(count: number): string {
  return count < 0 ? `△${groupDigits(-count)}` : groupDigits(count)
}
