import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { custodyMovementNames } from '@sasaeai/domain/community-chest/remittance/custody-movement'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import type { CustodyAccount } from './custody-account-page.tsx'

type Movement = CustodyAccount['movements'][number]

/** Every movement in the order of the days, each of which opens its entries. */
export function MovementTable({ account: { movements, custody }, postedUntil }: MomentSearch & { readonly account: CustodyAccount }) {
  return (
    <section aria-labelledby="custody-movements">
      <h2 id="custody-movements" className="mb-1 text-[1.125rem] font-bold">預り金の動き</h2>
      <DataTable
        caption="預り金の動き"
        columns={columnsOf({ campaignId: custody.campaignId, postedUntil })}
        rows={movements}
        rowKey={({ day, kind, entry }) => entry?.entryId ?? `${day} ${kind}`}
        phone="cards"
        empty={<EmptyState title="まだ動きはありません" icon="yen">受付で募金を記帳すると、ここに並びます。</EmptyState>}
      />
    </section>
  )
}

/** Which entries a movement opens, beside its day. */
type Opening = Pick<PostingFilter, 'campaignId' | 'postedUntil'>

function columnsOf(opening: Opening): Column<Movement>[] {
  return [
    { id: 'day', header: '日付', isRowHeader: true, cell: ({ day }) => <span className="figures">{formatLocalDateShort(day)}</span> },
    { id: 'kind', header: '種類', cell: ({ kind }) => custodyMovementNames[kind] },
    { id: 'what', header: '内容', cell: (movement) => <What movement={movement} opening={opening} /> },
    { id: 'change', header: '増減（円）', align: 'end', cell: ({ changeYen }) => formatYenDelta(changeYen) },
    { id: 'held', header: '預り残高（円）', align: 'end', cell: ({ heldYen }) => formatYenDelta(heldYen) },
  ]
}

function What({ movement: { day, kind, entries, entry }, opening }: { movement: Movement; opening: Opening }) {
  if (entry === null) {
    return (
      <TextLink href={entriesHref({ ...opening, from: day, to: day })} aria-label={`${formatLocalDateShort(day)}の${custodyMovementNames[kind]} 伝票${groupDigits(entries)}件`}>
        {`伝票${groupDigits(entries)}件`}
      </TextLink>
    )
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <AppLink to="/entries/$entryId" params={{ entryId: entry.entryId }}>
        伝票{entry.entryNumber}番　{entry.description}
      </AppLink>
      {entry.isReversed && <StatusChip tone="warning">取消済み</StatusChip>}
    </span>
  )
}
