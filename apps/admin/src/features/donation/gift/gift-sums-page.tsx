import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { daysOfGiftPeriod, type GiftPeriod, giftPeriodName, giftPeriods } from '@sasaeai/domain/donation/gift/gift-period'
import { unwrittenStaff } from '@sasaeai/domain/donation/gift/gift-list-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen } from '@sasaeai/domain/money/yen'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ChannelTable } from './channel-table.tsx'
import type { GiftSearch } from './gift-search.ts'
import { Opening } from './opening-gifts.tsx'
import { SponsorTable } from './sponsor-table.tsx'

export type GiftSums = RouterOutput['donation']['gift']['sums']

/** A line of the table by 担当: what it is called, how much came, and the gifts that it is made of. */
interface SumLine {
  readonly name: string
  readonly count: number
  readonly amountYen: GiftSums['total']['amountYen']
  readonly gifts: GiftSearch
}

/** きっかけ・担当別: by which channel and by whose work the gifts of a year, or of a part of it, came about. */
export function GiftSumsPage() {
  const search: MomentSearch & { period?: GiftPeriod | undefined } = useSearch({ from: '/staff/donations/sums' })
  const navigate = useNavigate({ from: '/donations/sums' })
  const { postedUntil } = search
  const fiscalYear = useFiscalYearInView()
  const input = { fiscalYear, period: search.period ?? ('year' as const), postedUntil }
  const sums = useQuery({ ...trpc.donation.gift.sums.queryOptions(input), placeholderData: keepPreviousData })
  const write = useMutation(trpc.donation.gift.exportSums.mutationOptions())
  const days = { postedUntil, ...(input.period === 'year' ? {} : daysOfGiftPeriod(fiscalYear, input.period)) }
  const words = `${formatFiscalYear(fiscalYear)}${input.period === 'year' ? '' : `・${giftPeriodName(input.period)}`}`
  const shared = { total: sums.data?.total, days, isRefreshing: sums.isPlaceholderData }
  return (
    <>
      <PageHeader
        title="きっかけ・担当別"
        crumbs={[{ label: '寄附', href: '/admin/donations' }, { label: 'きっかけ・担当別' }]}
        description={postedUntil === undefined ? `${words}にいただいた寄附です。数字を押すと、その寄附の一覧が開きます。取り消した寄附は含みません。` : `${words}にいただいた寄附のうち、${postedUntilWords(postedUntil)}です。きっかけと担当、説明会の回数と費用は、いまの登録によります。`}
        actions={<ExportChoice subject="きっかけ・担当別の集計" write={(format) => write.mutateAsync({ ...input, format })} />}
      />
      <search className="mb-6 flex flex-col gap-3 border-y border-line py-4 print-hidden">
        <SelectField label="期間" width="medium" value={input.period} options={giftPeriods.map((value) => ({ value, label: giftPeriodName(value) }))}
          onChange={(event) => void navigate({ search: { postedUntil, period: choiceIn(giftPeriods, event.currentTarget.value) }, replace: true })} />
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      </search>
      {sums.isError && sums.data === undefined ? (
        <PageError reset={() => void sums.refetch()} />
      ) : (
        <div className="flex flex-col gap-10">
          <ChannelTable sums={sums.data} days={days} isRefreshing={sums.isPlaceholderData} />
          <SponsorTable sponsors={sums.data?.sponsors} isRefreshing={sums.isPlaceholderData} />
          <StaffTable lines={sums.data?.staff.map((sum) => ({ ...sum, name: sum.staff === '' ? '未記入' : sum.staff, gifts: { ...days, staff: sum.staff === '' ? unwrittenStaff : sum.staff } }))} {...shared} />
        </div>
      )}
    </>
  )
}

interface StaffTableProps {
  readonly lines: readonly SumLine[] | undefined
  readonly total: GiftSums['total'] | undefined
  readonly days: GiftSearch
  readonly isRefreshing: boolean
}

function StaffTable({ lines, total, days, isRefreshing }: StaffTableProps) {
  const columns: Column<SumLine>[] = [
    { id: 'name', header: '担当', isRowHeader: true, cell: ({ name }) => name, footer: '合計' },
    { id: 'count', header: '件数', align: 'end', cell: ({ count, gifts }) => <Opening gifts={gifts}>{groupDigits(count)}</Opening>,
      footer: total === undefined ? '' : <Opening gifts={days}>{groupDigits(total.count)}</Opening> },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen, gifts }) => <Opening gifts={gifts}>{formatYen(amountYen)}</Opening>,
      footer: total === undefined ? '' : <Opening gifts={days}>{formatYen(total.amountYen)}</Opening> },
  ]
  return (
    <section>
      <h2 className="mb-3 text-[1.125rem] font-bold">担当別</h2>
      <DataTable caption="担当別の件数と金額" columns={columns} rows={lines} rowKey={({ name }) => name} phone="scroll" isRefreshing={isRefreshing}
        empty={<EmptyState title="この期間の寄附はありません" icon="yen" />} />
    </section>
  )
}
