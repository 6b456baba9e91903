import { mailKindNames } from '@sasaeai/domain/letter/outbox/mail-kind'
import { mailStateNames, mailStates } from '@sasaeai/domain/letter/outbox/mail-state'
import { outboxFilterSchema } from '@sasaeai/domain/letter/outbox/outbox-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { ShortMoment } from '../../../app/short-moment.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { MailStateChip } from './mail-state-chip.tsx'
import { OutboxNotices } from './outbox-notices.tsx'
import type { OutboxSearch } from './outbox-routes.tsx'

type Mail = RouterOutput['letter']['outbox']['list']['rows'][number]

/** 送信箱: every mail that was queued, the newest first, and what became of it. */
export function OutboxPage() {
  const search: OutboxSearch = useSearch({ from: '/staff/outbox' })
  const filter = outboxFilterSchema.parse(search)
  const write = useMutation(trpc.letter.outbox.export.mutationOptions())
  const list = useInfiniteQuery(
    trpc.letter.outbox.list.infiniteQueryOptions(filter, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const count = list.data?.pages[0]?.count ?? 0
  const isNarrowed = search.state !== undefined || search.text !== undefined
  return (
    <>
      <PageHeader
        title="送信箱"
        description="領収書などのメールは、ここに入ってから順に送られます。送った文面と添付ファイルは、送ったときのまま残ります。"
        actions={<ExportChoice subject="送信箱" write={(format) => write.mutateAsync({ ...filter, format })} />}
      />
      <OutboxNotices />
      <OutboxFilters search={search} />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="メールの一覧"
          columns={columns}
          rows={rows}
          rowKey={({ mailId }) => mailId}
          rowHref={({ mailId }) => `/admin/outbox/${mailId}`}
          phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={isNarrowed
            ? <EmptyState title="条件に合うメールはありません" icon="search">宛名・メールアドレス・件名で探せます。</EmptyState>
            : <EmptyState title="メールはまだありません">領収書の一覧や年間証明の画面から、PDFをメールで送れます。</EmptyState>}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <PaginationMore shown={groupDigits(rows.length)} total={groupDigits(count)} hasMore={list.hasNextPage} isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      )}
    </>
  )
}

function OutboxFilters({ search }: { search: OutboxSearch }) {
  const navigate = useNavigate()
  const change = (next: OutboxSearch) => void navigate({ to: '/outbox', search: next, replace: true })
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      <SearchField label="さがす" width="medium" support="宛名、メールアドレス、件名" defaultValue={search.text ?? ''} onSettled={(text) => change({ ...search, text: text === '' ? undefined : text })} />
      <SelectField label="状態" emptyLabel="すべて" width="medium" value={search.state ?? ''} options={mailStates.map((value) => ({ value, label: mailStateNames[value] }))}
        onChange={(event) => change({ ...search, state: choiceIn(mailStates, event.currentTarget.value) })} />
    </search>
  )
}

const columns: readonly Column<Mail>[] = [
  { id: 'to', header: '宛名', isRowHeader: true, cell: ({ toName, toAddress }) => toName || <span className="break-all">{toAddress}</span> },
  { id: 'address', header: 'メールアドレス', isWideOnly: true, cell: ({ toName, toAddress }) => toName !== '' && <span className="inline-block min-w-[8em] align-top break-all">{toAddress}</span> },
  {
    id: 'subject', header: '種類・件名',
    cell: ({ kind, subject }) => (
      <>
        <span className="block whitespace-nowrap max-sm:inline">{mailKindNames[kind]}</span>
        <span className="block text-[0.875em] text-ink-sub max-sm:hidden">{subject}</span>
      </>
    ),
  },
  { id: 'state', header: '状態', cell: stateWords },
  {
    id: 'queued', header: '依頼',
    cell: ({ queuedAt, queuedByName }) => <><ShortMoment at={queuedAt} /> <span className="block text-[0.875em] text-ink-sub max-sm:inline">{queuedByName}</span></>,
  },
  { id: 'sent', header: '送信', cell: ({ sentAt }) => (sentAt === null ? '' : <ShortMoment at={sentAt} />) },
]

function stateWords({ state, lastError, cancelReason, sentByHandByName }: Mail) {
  const note = state === 'cancelled' ? cancelReason : sentByHandByName === null ? lastError : `${sentByHandByName}さんが手で送信`
  return (
    <span className="flex flex-col items-start gap-0.5 align-top max-sm:inline-flex">
      <MailStateChip state={state} />
      {note !== '' && <span className="line-clamp-3 max-w-[16em] min-w-[7em] text-[0.875em] max-sm:max-w-none text-ink-sub">{note}</span>}
    </span>
  )
}
