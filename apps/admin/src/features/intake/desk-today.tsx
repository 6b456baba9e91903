import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formatYen, yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { useQuery } from '@tanstack/react-query'
import { AppLink, AppLinkButton } from '../../app/app-link.tsx'
import { PageError } from '../../app/page-error.tsx'
import { trpc } from '../../app/trpc.ts'
import { useMayDo } from '../../app/use-may-do.ts'
import { useToday } from '../../app/use-today.ts'
import { batchColumns } from './intake-list-columns.tsx'
import { useOpenBatch } from './use-open-batch.ts'

const mostDrafts = 8

/** The desk at a glance: what waits, what came in today, and the button that starts the next batch. */
export function DeskToday() {
  const today = useToday()
  const waiting = useQuery(trpc.intake.waiting.queryOptions())
  const report = useQuery(trpc.intake.dailyReport.queryOptions({ day: today }))
  const drafts = useQuery(trpc.intake.list.queryOptions({ status: 'draft', limit: mostDrafts }))
  if (drafts.isError && drafts.data === undefined) return <PageError reset={() => void drafts.refetch()} />
  const slips = report.data?.kinds.reduce((sum, kind) => sum + kind.slips, 0)
  return (
    <>
      <DeskActs />
      <div className="mb-10 grid gap-6 sm:grid-cols-3">
        <StatFigure
          label="今日の記帳"
          value={report.data === undefined ? '…' : formatYen(yen(report.data.totalYen))}
          unit="円"
          note={slips === undefined ? undefined : `${formatLocalDateShort(today)} 付 ${slips}件`}
          href={`/admin/entries?from=${today}&to=${today}`}
        />
        <StatFigure label="下書き" value={String(waiting.data?.draft ?? '…')} unit="束" href="/admin/intake?status=draft" />
        <StatFigure
          label="承認待ち"
          value={String(waiting.data?.submitted ?? '…')}
          unit="束"
          href="/admin/intake?status=submitted"
        />
      </div>
      <h2 className="mb-3 text-[1.125rem] font-bold">途中の受付</h2>
      <DataTable
        caption="途中の受付"
        columns={batchColumns('draft')}
        rows={drafts.data?.rows}
        rowKey={(row) => row.batchId}
        rowHref={(row) => `/admin/intake/${row.batchId}`}
        phone="cards"
        empty={<EmptyState title="途中の受付はありません">届いた束は「新しい受付」から入力します。</EmptyState>}
      />
      {drafts.data !== undefined && drafts.data.count > mostDrafts && (
        <p className="mt-3">
          <AppLink to="/intake">すべての下書き（{drafts.data.count}束）を見る</AppLink>
        </p>
      )}
    </>
  )
}

function DeskActs() {
  const { openBatch, isOpening } = useOpenBatch()
  const mayWrite = useMayDo('intake.write')
  const mayPost = useMayDo('ledger.post')
  return (
    <div className="mb-8 flex flex-wrap gap-2.5">
      {mayWrite && (
        <Button variant="primary" icon="plus" isBusy={isOpening} onClick={() => openBatch()}>
          新しい受付
        </Button>
      )}
      {mayPost && (
        <AppLinkButton to="/entries/new" icon="receipt">
          1件受付
        </AppLinkButton>
      )}
      <AppLinkButton to="/daily-report" icon="table">
        日計表
      </AppLinkButton>
    </div>
  )
}
