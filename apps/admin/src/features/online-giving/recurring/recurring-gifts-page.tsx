import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { recurringChangeNames, recurringFilterSchema, type RecurringGiftState, recurringGiftStateNames, recurringGiftStates } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { RecurringStateChip } from '../gift/state-chips.tsx'

/** The filters of 毎月の寄附 as they stand in the address. */
export interface RecurringSearch {
  readonly state?: RecurringGiftState | undefined
  readonly text?: string | undefined
}

type Recurring = RouterOutput['onlineGiving']['recurring']['list'][number]

/** 毎月の寄附: those first that could not be taken. */
export function RecurringGiftsPage() {
  const search: RecurringSearch = useSearch({ from: '/staff/online-giving/recurring' })
  const navigate = useNavigate()
  const filter = recurringFilterSchema.parse(search)
  const change = (next: RecurringSearch) => void navigate({ to: '/online-giving/recurring', search: next, replace: true })
  const write = useMutation(trpc.onlineGiving.recurring.export.mutationOptions())
  const list = useQuery({ ...trpc.onlineGiving.recurring.list.queryOptions(filter), placeholderData: keepPreviousData })
  const going = (list.data ?? []).filter(({ state }) => state === 'active' || state === 'past_due')
  return (
    <>
      <PageHeader title="毎月の寄附" description="毎月カードから引き落とす寄附です。引き落とせなかったものを先に並べます。"
        actions={<ExportChoice subject="毎月の寄附の一覧" write={(format) => write.mutateAsync({ ...filter, format })} />} />
      <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
        <SearchField label="さがす" width="medium" support="名前、メールアドレス" defaultValue={search.text ?? ''} onSettled={(text) => change({ ...search, text: text === '' ? undefined : text })} />
        <SelectField label="状態" emptyLabel="すべて" width="short" value={search.state ?? ''} options={recurringGiftStates.map((value) => ({ value, label: recurringGiftStateNames[value] }))}
          onChange={(event) => change({ ...search, state: choiceIn(recurringGiftStates, event.currentTarget.value) })} />
      </search>
      {list.isError && list.data === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="毎月の寄附の一覧" columns={columns} rows={list.data} rowKey={({ giftId }) => giftId} rowHref={({ giftId }) => `/admin/online-giving/gifts/${giftId}`} phone="cards"
          isRefreshing={list.isPlaceholderData}
          empty={<EmptyState title={search.state === undefined && search.text === undefined ? '毎月の寄附はまだありません' : '条件に合う毎月の寄附はありません'} icon="heart" />}
          summary={[{ label: '継続中', value: `${groupDigits(going.length)}件` }, { label: '毎月の合計', value: `${formatYen(sumYen(going.map(({ amountYen }) => amountYen)))}円` }]} />
      )}
    </>
  )
}

const columns: readonly Column<Recurring>[] = [
  { id: 'giver', header: '寄附者', isRowHeader: true, cell: ({ name }) => (name === '' ? '匿名' : name) },
  { id: 'target', header: '受付項目', cell: ({ targetTitle }) => targetTitle },
  { id: 'state', header: '状態', cell: stateOf },
  { id: 'amount', header: '毎月（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  { id: 'next', header: '次の引き落とし', cell: ({ nextOn, state }) => (nextOn === null || state === 'ended' ? '—' : <span className="figures whitespace-nowrap">{formatLocalDateShort(nextOn)}</span>) },
  { id: 'months', header: '入金', align: 'end', cell: ({ months, paidYen }) => <span className="whitespace-nowrap">{`${groupDigits(months)}回 ${formatYen(paidYen)}円`}</span> },
  { id: 'change', header: '最近の変更', isWideOnly: true, cell: lastChangeOf },
]

function stateOf({ state, lastFailure }: Recurring) {
  return (
    <span className="flex flex-col items-start gap-0.5 align-top max-sm:inline-flex">
      <RecurringStateChip state={state} />
      {state === 'past_due' && lastFailure !== '' && <span className="max-w-[18em] text-[0.875rem] text-ink-sub max-sm:max-w-none">{lastFailure}</span>}
    </span>
  )
}

function lastChangeOf({ lastChange }: Recurring) {
  if (lastChange === null) return '—'
  return <span className="whitespace-nowrap">{`${formatLocalDateShort(localDateInTokyo(new Date(lastChange.changedAt)))} ${recurringChangeNames[lastChange.kind]}`}</span>
}
