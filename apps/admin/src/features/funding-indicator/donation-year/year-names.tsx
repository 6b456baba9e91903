import type { DonationYearInput } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Answered } from '../../../app/answered.tsx'
import { AppLink } from '../../../app/app-link.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type NamedGift = RouterOutput['donationYear']['names']['gifts'][number]

const columns: readonly Column<NamedGift>[] = [
  { id: 'name', header: '芳名', isRowHeader: true, cell: ({ name }) => name },
  { id: 'given', header: '金額・品名', align: 'end', cell: ({ given }) => given },
  { id: 'area', header: '地域', cell: ({ areaName }) => areaName },
]

/** 芳名: those who agreed to be named, as they agreed; folded away, since there may be a thousand. */
export function YearNames({ asked }: { readonly asked: DonationYearInput }) {
  const names = useQuery({ ...trpc.donationYear.names.queryOptions(asked), placeholderData: keepPreviousData })
  return <Answered answer={names} lines={3}>{(data) => <Names names={data} isRefreshing={names.isPlaceholderData} />}</Answered>
}

function Names({ names: { gifts, undecided }, isRefreshing }: { readonly names: RouterOutput['donationYear']['names']; readonly isRefreshing: boolean }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div>
        <h2 className="text-[1.25rem] font-bold">芳名</h2>
        <p className="text-[0.875rem] text-ink-sub">
          掲載を承諾いただいた{groupDigits(gifts.length)}件を、承諾のとおりに載せます。保存した報告書には芳名を残さず、印刷のたびに今の承諾を確かめます。
        </p>
        {undecided > 0 && <p><AppLink to="/donations" search={{ matter: 'to_ask_consent' }}>掲載してよいか未確認の寄附が{groupDigits(undecided)}件あります</AppLink></p>}
      </div>
      <details className="print-hidden">
        <summary className="w-fit cursor-pointer py-2 text-accent underline">芳名を見る（{groupDigits(gifts.length)}件）</summary>
        <DataTable caption="芳名" columns={columns} rows={gifts} rowKey={({ entryId }) => entryId} phone="cards" isRefreshing={isRefreshing}
          empty={<EmptyState title="載せられる寄附はありません">寄附のページで芳名の掲載を確かめると、ここに並びます。</EmptyState>} />
      </details>
    </section>
  )
}
