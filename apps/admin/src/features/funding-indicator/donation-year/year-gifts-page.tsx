import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import { giftControlNames, type GiftPart } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { FigureEntries, giftColumns } from '../figure-entries.tsx'

type YearGift = RouterOutput['donationYear']['listGifts']['rows'][number]

/** The gifts behind a figure of 寄附の年次報告. */
export function YearGiftsPage() {
  const { year, asOf, postedUntil, side = 'this', part = 'control', key = 'single' } = useSearch({ from: '/staff/donation-year/gifts' })
  const yearInView = useFiscalYearInView()
  const asked = { fiscalYear: year ?? yearInView, asOf, postedUntil }
  const report = useQuery(trpc.donationYear.get.queryOptions(asked))
  const list = useInfiniteQuery(
    trpc.donationYear.listGifts.infiniteQueryOptions({ ...asked, side, part, key }, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData }),
  )
  const write = useMutation(trpc.donationYear.exportGifts.mutationOptions())
  const line = report.data === undefined ? '' : `（${lineName(report.data, part, key)}）`
  return (
    <>
      <PageHeader
        title={`寄附の年次報告の内訳${line}`}
        description={`${report.data === undefined ? '' : `${spanWords(report.data, side)}。`}${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}。`}取り消した寄附は、取消の伝票が△で並びます。`}
        actions={<ExportChoice subject="年次報告の内訳" write={(format) => write.mutateAsync({ ...asked, side, part, key, format })} />}
        crumbs={[{ label: '寄附の年次報告', href: '/admin/donation-year' }, { label: '内訳' }]}
      />
      <FigureEntries caption="寄附の年次報告の数字の寄附" columns={columns} list={list} empty={{ title: 'あてはまる寄附はありません', icon: 'gift' }} />
    </>
  )
}

/** What the line is called in the report. */
function lineName({ kinds, ways, channels, funds, brackets }: DonationYear, part: GiftPart, key: string): string {
  const controls = Object.entries(giftControlNames).map(([control, name]) => ({ key: control, name }))
  const lines: Record<GiftPart, readonly { readonly key: string; readonly name: string }[]> = { kind: kinds, way: ways, channel: channels, fund: funds, bracket: brackets, control: controls }
  return `${partNames[part]}：${lines[part].find((line) => line.key === key)?.name ?? '記録なし'}`
}

const partNames: Record<GiftPart, string> = { kind: '種類', way: '受け取った科目', channel: 'きっかけ', fund: '使いみち', bracket: '1件の額', control: '帳簿との照合' }

function spanWords({ cut: { fiscalYear, asOf, lastYear, lastAsOf } }: DonationYear, side: CutSide): string {
  return side === 'this' ? `${formatFiscalYear(fiscalYear)}　${formatLocalDate(asOf)}まで` : `${formatFiscalYear(lastYear)}　${formatLocalDate(lastAsOf)}まで`
}

const columns: readonly Column<YearGift>[] = [
  ...giftColumns,
  { id: 'kind', header: '種類', cell: ({ kind }) => <span className="whitespace-nowrap">{donationKindNames[kind]}</span> },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYenDelta(amountYen) },
]
