import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { IncomeSheet } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { FigureTable } from './figure-table.tsx'
import { IncomeGrid } from './income-grid.tsx'
import { type HistoryOf, IncomeHistoryDialog } from './income-history-dialog.tsx'
import { LayStandardLines } from './income-lines-page.tsx'
import { SaidFields } from './said-fields.tsx'
import { type IncomeDraft, useIncomeDraft } from './use-income-draft.ts'

const crumbs = [{ label: '財源の構成', href: '/admin/income' }]

/** 収入の年額 of one fiscal year: what is booked elsewhere, beside what the ledger holds. */
export function IncomeYearPage() {
  const year = Number(useParams({ from: '/staff/income/$year' }).year)
  if (!isFiscalYear(year)) return <EmptyState title="この年度は見つかりません">財源の構成から選び直してください。</EmptyState>
  return <YearSheet key={year} year={year} />
}

function YearSheet({ year }: { year: FiscalYear }) {
  const sheet = useQuery(trpc.income.sheet.queryOptions({ fiscalYear: year }))
  if (sheet.isError && sheet.data === undefined) return <PageError reset={() => void sheet.refetch()} />
  if (sheet.data === undefined) return <LoadingSkeleton lines={12} />
  if (sheet.data.lines.length > 0) return <YearView sheet={sheet.data} />
  return (
    <>
      <PageHeader title={`${formatFiscalYear(year)} 収入の年額`} crumbs={[...crumbs, { label: formatFiscalYear(year) }]} />
      <EmptyState title="収入の区分がまだありません" action={<LayStandardLines />}>区分をつくると、年額を入力できます。</EmptyState>
    </>
  )
}

function YearView({ sheet }: { sheet: IncomeSheet }) {
  const { fiscalYear } = sheet
  const mayWrite = useMayDo('indicator.write')
  const draft = useIncomeDraft(sheet)
  const write = useMutation(trpc.income.exportYear.mutationOptions())
  const [history, setHistory] = useState<HistoryOf | null>(null)
  const grid = { sheet, draft, mayWrite, onHistory: setHistory }
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(fiscalYear)} 収入の年額`}
        crumbs={[...crumbs, { label: formatFiscalYear(fiscalYear) }]}
        description="この帳簿に記帳していない収入を、区分ごとに入れます。Enterと矢印で上下の欄へ進み、Excelの表をそのまま貼り付けられます。マイナスは△でも−でも読み取ります。欄を空にして保存すると、入れた額を取り消します。"
        actions={
          <>
            <LinkButton variant="quiet" icon="chevron-left" href={`/admin/income/${fiscalYear - 1}`}>前の年度</LinkButton>
            <LinkButton variant="quiet" icon="chevron-right" href={`/admin/income/${fiscalYear + 1}`}>次の年度</LinkButton>
            <ExportChoice subject="収入の年額" write={(format) => write.mutateAsync({ fiscalYear, format })}>保存してある収入の年額と基礎数値です。</ExportChoice>
            {mayWrite && <Button variant="primary" isBusy={draft.isSaving} busyLabel="保存しています" onClick={() => void draft.save()}>保存する</Button>}
          </>
        }
      />
      <DraftNotices draft={draft} />
      {mayWrite && <SaidFields draft={draft} />}
      <IncomeGrid {...grid} />
      <section aria-labelledby="figures" className="mt-10 print:mt-4">
        <h2 id="figures" className="mb-1 text-[1.25rem] font-bold print:text-[0.875rem]">基礎数値</h2>
        <p className="mb-2 max-w-[48rem] text-[0.9375rem] text-ink-sub print-hidden">募金コスト率や会費充当率など、指標の分母になる額です。決算書から入れるか、この帳簿の科目を選ぶと、どの年度も自動で集計します。</p>
        <FigureTable {...grid} />
      </section>
      {history !== null && <IncomeHistoryDialog fiscalYear={fiscalYear} cell={history} mayWrite={mayWrite} onClose={() => setHistory(null)} />}
    </>
  )
}

/** What stands in the way of saving, and that something is not saved yet. */
function DraftNotices({ draft: { problem, isOutdated, typed, reload, discard } }: { draft: IncomeDraft }) {
  const outdated = isOutdated ? '入力を始めたあとに、ほかの人が同じ欄を変えました。最新の内容を読み込んで確かめてください。' : null
  const title = problem ?? outdated
  const count = Object.keys(typed).length
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden print-hidden">
      {title !== null && (
        <NoticeBanner tone="error" isLive title={title}
          action={isOutdated ? <Button size="small" onClick={() => void reload()}>最新の内容を読み込む</Button> : undefined} />
      )}
      {count > 0 && (
        <NoticeBanner tone="info" title={`保存していない入力が${groupDigits(count)}か所あります（色の付いた欄）`} action={<Button size="small" onClick={discard}>入力を捨てる</Button>}>
          このブラウザーに残してあるので、読み込み直しても消えません。
        </NoticeBanner>
      )}
    </div>
  )
}
