import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { AddressLabelButton } from '../../letter/address-label/address-label-button.tsx'
import { AnnualRunsTable } from './annual-runs-table.tsx'

const StartRunDialog = lazy(async () => ({ default: (await import('./start-run-dialog.tsx')).StartRunDialog }))

type Outlook = RouterOutput['receipt']['annual']['outlook']

/** 年間証明: one receipt for all that a giver gave in a calendar year and has no receipt for. */
export function AnnualReceiptsPage() {
  const { year: thisYear } = partsOf(today())
  const [calendarYear, setCalendarYear] = useState(thisYear)
  const [isOpen, setOpen] = useState(false)
  const outlook = useQuery({ ...trpc.receipt.annual.outlook.queryOptions({ calendarYear }), placeholderData: keepPreviousData })
  const mayIssue = useMayDo('receipt.issue')
  const hasWaiting = (outlook.data?.waiting.givers ?? 0) > 0
  return (
    <>
      <PageHeader
        title="年間証明"
        description="1月から12月までにいただいた寄附を、寄附者ごとに1枚の領収書にまとめます。すでに領収書を発行した寄附と、会費・物品・共同募金は含みません。"
        actions={
          <>
            <AddressLabelButton recipients={{ of: 'annual_receipts', filter: { calendarYear } }} />
            {mayIssue && hasWaiting && <Button variant="primary" icon="receipt" onClick={() => setOpen(true)}>発行を始める</Button>}
          </>
        }
      />
      <SelectField label="暦年" requirement="required" className="mb-6 print-hidden" value={String(calendarYear)} onChange={(event) => setCalendarYear(Number(event.currentTarget.value))}
        options={[0, 1, 2, 3, 4].map((back) => ({ value: String(thisYear - back), label: yearWords(thisYear - back) }))} />
      {outlook.isError && outlook.data === undefined && <PageError reset={() => void outlook.refetch()} />}
      {outlook.isPending && <LoadingSkeleton lines={6} />}
      {outlook.data !== undefined && <OutlookOfYear outlook={outlook.data} calendarYear={calendarYear} />}
      <Suspense>{isOpen && <StartRunDialog calendarYear={calendarYear} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

/** 令和8年（2026年） */
function yearWords(year: number): string {
  return `${formatLocalDate(localDate(`${year}-12-31`)).replace(/12月31日$/, '')}（${year}年）`
}

function OutlookOfYear({ outlook, calendarYear }: { outlook: Outlook; calendarYear: number }) {
  const write = useMutation(trpc.receipt.annual.export.mutationOptions())
  const { waiting, issued, troubled, troubledCount, runs } = outlook
  return (
    <div className="flex flex-col gap-8">
      <div className="grid gap-4 sm:grid-cols-3">
        <StatFigure label="これから発行する寄附者" value={groupDigits(waiting.givers)} unit="人" note={`寄附${groupDigits(waiting.gifts)}件　${formatYen(waiting.yen)}円`} />
        <StatFigure label="発行済み（有効）" value={groupDigits(issued.count)} unit="枚" note={`${formatYen(issued.yen)}円`} />
        <StatFigure label="確かめてから発行する寄附者" value={groupDigits(troubledCount)} unit="人" />
      </div>
      {troubledCount > 0 && (
        <NoticeBanner tone="warning" title={`このままでは発行できない寄附者が${groupDigits(troubledCount)}人います。ほかの方の発行は止まりません。`}>
          <ul className="list-disc pl-5">
            {troubled.map(({ supporterId, number, name, trouble }) => (
              <li key={supporterId}>
                <AppLink to="/supporters/$supporterId" params={{ supporterId }}>{`${number} ${name}`}</AppLink>：{trouble}
              </li>
            ))}
          </ul>
          {troubledCount > troubled.length && `ほか${groupDigits(troubledCount - troubled.length)}人`}
        </NoticeBanner>
      )}
      <section aria-labelledby="runs">
        <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
          <h2 id="runs" className="text-[1.125rem] font-bold">発行の記録</h2>
          {runs.length > 0 && <span className="print-hidden"><ExportChoice size="small" subject="発行の記録" write={(format) => write.mutateAsync({ calendarYear, format })} /></span>}
        </div>
        {runs.length === 0
          ? <p className="py-3 text-ink-sub">{yearWords(calendarYear)}の年間証明は、まだ発行していません。</p>
          : <AnnualRunsTable runs={runs} canGoOn={waiting.givers > 0} />}
      </section>
    </div>
  )
}
