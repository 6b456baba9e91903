import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { parseDate } from '@sasaeai/domain/calendar/parse-date'
import { acknowledgmentOrderNames, acknowledgmentOrders } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { DateField } from '@sasaeai/ui/date-field'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { useToast } from '@sasaeai/ui/toast'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import type { AcknowledgmentSearch } from './acknowledgment-search.ts'

type AcknowledgedGift = RouterOutput['donation']['acknowledgment']['list']['gifts'][number]

/** 芳名録: who may be named for which gift, for 社協だより. */
export function AcknowledgmentsPage() {
  const search: AcknowledgmentSearch = useSearch({ from: '/staff/donations/acknowledgments' })
  const fiscalYear = useFiscalYearInView()
  const input = { from: search.from ?? firstDayOf(fiscalYear), to: search.to ?? lastDayOf(fiscalYear), order: search.order ?? ('kana' as const) }
  const list = useQuery({ ...trpc.donation.acknowledgment.list.queryOptions(input), placeholderData: keepPreviousData })
  const write = useMutation(trpc.donation.acknowledgment.export.mutationOptions())
  const gifts = list.data?.gifts
  return (
    <>
      <PageHeader
        title="芳名録"
        crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: '芳名録' }]}
        description={`${formatLocalDate(input.from)}から${formatLocalDate(input.to)}までの寄附を、寄附者の承諾どおりに並べます。未確認の寄附は載りません。`}
        actions={
          <>
            <CopyButton gifts={gifts ?? []} />
            <ExportChoice subject="芳名録" write={(format) => write.mutateAsync({ ...input, format })} />
            <OrderPapersButton order={{ kind: 'acknowledgment_list', ...input }}>印刷（A4）</OrderPapersButton>
          </>
        }
      />
      <Choices input={input} search={search} />
      {list.data !== undefined && list.data.undecided > 0 && (
        <NoticeBanner tone="info" className="mb-4" title={`掲載してよいか未確認の寄附が${groupDigits(list.data.undecided)}件あります`}>
          <AppLink to="/donations" search={{ matter: 'to_ask_consent' }}>未確認の寄附を見る</AppLink>
        </NoticeBanner>
      )}
      {list.isError && gifts === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="芳名録" columns={columns} rows={gifts} rowKey={({ entryId }) => entryId} phone="cards" isRefreshing={list.isPlaceholderData}
          empty={<EmptyState title="載せられる寄附はありません">寄附のページで芳名の掲載を確かめると、ここに並びます。</EmptyState>}
          summary={gifts === undefined ? [] : [{ label: '掲載', value: `${groupDigits(gifts.length)}件` }]} />
      )}
    </>
  )
}

function Choices({ input, search }: { input: { from: LocalDate; to: LocalDate; order: string }; search: AcknowledgmentSearch }) {
  const navigate = useNavigate()
  const change = (part: AcknowledgmentSearch) => void navigate({ to: '/donations/acknowledgments', search: { ...search, ...part }, replace: true })
  const dayField = (field: 'from' | 'to', label: string) => (
    <DateField key={`${field}-${input[field]}`} label={label} id={field} read={readTypedDate} defaultValue={formatLocalDateShort(input[field])}
      onBlur={({ currentTarget: { value } }) => {
        const day = parseDate(value, { today: today() })
        if (day.ok) change({ [field]: day.date })
      }} />
  )
  return (
    <search className="mb-4 flex flex-wrap items-start gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      {dayField('from', 'いつから')}
      {dayField('to', 'いつまで')}
      <SelectField label="並べ方" width="short" value={input.order} options={acknowledgmentOrders.map((value) => ({ value, label: acknowledgmentOrderNames[value] }))}
        onChange={(event) => change({ order: choiceIn(acknowledgmentOrders, event.currentTarget.value) })} />
    </search>
  )
}

/** The names as plain lines, to be set by whoever makes the newsletter. */
function CopyButton({ gifts }: { gifts: readonly AcknowledgedGift[] }) {
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(gifts.map(({ name, given }) => (given === '' ? name : `${name}　${given}`)).join('\n'))
    toast({ text: `${gifts.length}件を文字として写しました` })
  }
  return <Button onClick={() => void copy()}>文字で写す</Button>
}

const columns: Column<AcknowledgedGift>[] = [
  { id: 'name', header: '芳名', isRowHeader: true, cell: ({ name, entryId }) => <AppLink to="/donations/$entryId" params={{ entryId }}>{name}</AppLink> },
  { id: 'given', header: '金額・品名', align: 'end', cell: ({ given }) => given },
  { id: 'kind', header: '種類', cell: ({ kind }) => donationKindNames[kind] },
  { id: 'area', header: '地域', cell: ({ areaName }) => areaName },
  { id: 'received', header: '受領日', isWideOnly: true, cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span> },
]
