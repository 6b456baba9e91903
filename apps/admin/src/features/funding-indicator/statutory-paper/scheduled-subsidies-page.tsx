import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { siteName } from '@sasaeai/domain/funding-indicator/statutory-paper/schedule-control'
import { subsidyAmountNames } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-amount'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import type { Column } from '@sasaeai/ui/data-table'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { entryColumns, FigureEntries } from '../figure-entries.tsx'

type ScheduledSubsidy = RouterOutput['statutoryPaper']['listSubsidies']['rows'][number]

/** The entries behind a figure of 補助金事業等収益明細書. */
export function ScheduledSubsidiesPage() {
  const { year, section, sourceId, of = 'total', site, accountId, postedUntil } = useSearch({ from: '/staff/statutory-papers/subsidies' })
  const yearInView = useFiscalYearInView()
  const fiscalYear = year ?? yearInView
  const asked = { fiscalYear, section, sourceId, of, site, accountId, postedUntil }
  const write = useMutation(trpc.statutoryPaper.exportSubsidies.mutationOptions())
  const list = useInfiniteQuery(
    trpc.statutoryPaper.listSubsidies.infiniteQueryOptions(
      asked, { initialCursor: null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData },
    ),
  )
  const line = [section ?? '合計', subsidyAmountNames[of], ...(site === undefined ? [] : [siteName(site)]), ...(accountId === undefined ? [] : ['1つの科目'])].join('・')
  return (
    <>
      <PageHeader
        title={`補助金事業等収益明細書の内訳（${line}）`}
        description={`${formatFiscalYear(fiscalYear)}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}。取り消した受入れは、取消の伝票が△で並びます。`}
        actions={<ExportChoice subject="明細書の内訳" write={(format) => write.mutateAsync({ ...asked, format })} />}
        crumbs={[{ label: '附属明細書', href: '/admin/statutory-papers' }, { label: '内訳' }]}
      />
      <FigureEntries caption="明細書の金額の伝票" columns={columns} list={list} empty={{ title: 'あてはまる伝票はありません', icon: 'receipt' }} />
    </>
  )
}

const columns: readonly Column<ScheduledSubsidy>[] = [
  ...entryColumns,
  { id: 'source', header: '財源', cell: ({ sourceNames }) => sourceNames },
  { id: 'description', header: '摘要', cell: ({ description }) => description },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYenDelta(amountYen) },
]
