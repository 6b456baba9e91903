import { Button } from '@sasaeai/ui/button'
import { DateField } from '@sasaeai/ui/date-field'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { dateRefusalMessage, parseDate } from '@sasaeai/domain/calendar/parse-date'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ExportChoice } from '../../app/export-choice.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { PostingMomentForm } from '../funding-indicator/posting-moment-form.tsx'
import { DailyReportSheet } from './daily-report-sheet.tsx'

const route = getRouteApi('/staff/daily-report')

/** 日計表 of one day, for the screen and for the binder. */
export function DailyReportPage() {
  const { day: typedDay, postedUntil } = route.useSearch()
  const navigate = route.useNavigate()
  const [today] = useState(() => localDateInTokyo(new Date()))
  const parsed = parseDate(typedDay ?? '', { today })
  const day = parsed.ok ? parsed.date : today
  const report = useQuery(trpc.intake.dailyReport.queryOptions({ day, postedUntil }))
  const write = useMutation(trpc.intake.exportDailyReport.mutationOptions())
  const door = useQuery(trpc.setUp.frontDoor.queryOptions(undefined, { staleTime: Infinity }))
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('day')
    void navigate({ search: { postedUntil, day: typeof typed === 'string' && typed.trim() !== '' ? typed : undefined } })
  }
  const read = (text: string) => {
    const understood = parseDate(text, { today })
    return understood.ok
      ? { ok: true as const, echo: formatLocalDate(understood.date) }
      : { ok: false as const, message: dateRefusalMessage(understood.reason) }
  }
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="日計表"
          crumbs={[{ href: '/admin/intake', label: '受付' }]}
          description={`その日の日付で記帳された受入れを、種類と方法ごとに集計します。${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`}
          actions={
            <>
              <Button icon="printer" onClick={() => print()}>印刷</Button>
              <ExportChoice subject="日計表" write={(format) => write.mutateAsync({ day, postedUntil, format })} />
            </>
          }
        />
        <form onSubmit={show} className="mb-5 flex flex-wrap items-start gap-3">
          <DateField key={day} label="日付" name="day" defaultValue={formatLocalDateShort(day)} read={read} />
          <Button type="submit" className="mt-[1.875rem]">
            表示する
          </Button>
        </form>
        <div className="mb-5">
          <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
        </div>
        {postedUntil === undefined && report.data !== undefined && report.data.waiting > 0 && (
          <NoticeBanner
            tone="warning"
            className="mb-5"
            title={`まだ記帳していない受付が${report.data.waiting}件あります`}
          >
            下書きと承認待ちの受付は、この表に入っていません。
          </NoticeBanner>
        )}
      </div>
      {report.isError && report.data === undefined && <PageError reset={() => void report.refetch()} />}
      {report.isPending && <LoadingSkeleton lines={10} />}
      {report.data !== undefined && (
        <DailyReportSheet
          report={report.data}
          postedUntil={postedUntil}
          councilName={door.data?.isSetUp === true ? door.data.council.name : ''}
        />
      )}
    </>
  )
}
