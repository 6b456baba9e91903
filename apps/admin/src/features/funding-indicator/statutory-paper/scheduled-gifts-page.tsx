import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { giftSectionNames } from '@sasaeai/domain/donation/schedule/gift-section'
import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import type { Column } from '@sasaeai/ui/data-table'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { FigureEntries, giftColumns } from '../figure-entries.tsx'

type ScheduledGift = RouterOutput['statutoryPaper']['listGifts']['rows'][number]

/** The entries behind a line of 寄附金収益明細書. */
export function ScheduledGiftsPage() {
  const { year, section, attribute, site, accountId, isUnnoted, hasCapital, postedUntil } = useSearch({ from: '/staff/statutory-papers/gifts' })
  const yearInView = useFiscalYearInView()
  const fiscalYear = year ?? yearInView
  const asked = { fiscalYear, section, attribute, site, accountId, isUnnoted, hasCapital, postedUntil }
  const write = useMutation(trpc.statutoryPaper.exportGifts.mutationOptions())
  const list = useInfiniteQuery(
    trpc.statutoryPaper.listGifts.infiniteQueryOptions(
      asked, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const line = isUnnoted ? '区分を決めていない寄附' : [section === undefined ? '合計' : giftSectionNames[section], ...(attribute === undefined ? [] : [donorAttributeNames[attribute]]), ...(site === undefined ? [] : [siteName(site)]), ...(accountId === undefined ? [] : ['1つの科目']), ...(hasCapital === true ? ['基本金組入額のある寄附'] : [])].join('・')
  return (
    <>
      <PageHeader
        title={`寄附金収益明細書の内訳（${line}）`}
        description={`${formatFiscalYear(fiscalYear)}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}。${isUnnoted ? '金額の大きい順です。決めていない寄附は「経常」に数えます。施設や設備のための寄附がないか確かめてください。' : '取り消した寄附は、取消の伝票が△で並びます。'}属性・区分・基本金組入額は、寄附のページで決めます。`}
        actions={<ExportChoice subject="明細書の内訳" write={(format) => write.mutateAsync({ ...asked, format })} />}
        crumbs={[{ label: '附属明細書', href: '/admin/statutory-papers' }, { label: '内訳' }]}
      />
      <FigureEntries caption="明細書の行の寄附" columns={columns} list={list} empty={{ title: 'あてはまる寄附はありません', icon: 'gift' }} />
    </>
  )
}

const columns: readonly Column<ScheduledGift>[] = [
  ...giftColumns,
  { id: 'attribute', header: '属性', cell: ({ attribute }) => <span className="whitespace-nowrap">{donorAttributeNames[attribute]}</span> },
  { id: 'amount', header: '寄附金額（円）', align: 'end', cell: ({ amountYen }) => formatYenDelta(amountYen) },
  { id: 'capital', header: 'うち基本金組入額（円）', align: 'end', cell: ({ capitalYen }) => formatYenDelta(capitalYen) },
]
