import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { documentRunStatusNames, isUnfinished } from '@sasaeai/domain/document/document-run'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { LinkButton } from '@sasaeai/ui/link-button'
import { lazy, Suspense, useState } from 'react'
import type { RouterOutput } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { CoverLettersButtons } from '../cover/cover-letters-buttons.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { paperAddress } from '../../document/paper-address.ts'

const MailReceiptsDialog = lazy(async () => ({ default: (await import('../mail/mail-receipts-dialog.tsx')).MailReceiptsDialog }))
const RecordDeedDialog = lazy(async () => ({ default: (await import('../deed/record-deed-dialog.tsx')).RecordDeedDialog }))

type Run = RouterOutput['receipt']['annual']['outlook']['runs'][number]

/** The runs of a year: how many receipts each has, its file, and the way to go on with it. */
export function AnnualRunsTable({ runs, canGoOn }: { runs: readonly Run[]; canGoOn: boolean }) {
  const [posted, setPosted] = useState<Run>()
  const [mailed, setMailed] = useState<Run>()
  const mayIssue = useMayDo('receipt.issue')
  const mayDeliver = useMayDo('receipt.deliver')
  const columns: Column<Run>[] = [
    { id: 'issuedOn', header: '発行日', isRowHeader: true, cell: ({ issuedOn }) => formatLocalDate(issuedOn) },
    { id: 'by', header: '始めた人', isWideOnly: true, cell: ({ requestedByName }) => requestedByName },
    { id: 'count', header: '有効な枚数', align: 'end', cell: ({ count }) => groupDigits(count) },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    { id: 'status', header: '作成', cell: ({ papers }) => (papers === null ? 'まだ' : documentRunStatusNames[papers.status]) },
    {
      id: 'acts',
      header: '操作',
      isActs: true,
      cell: (run) => (
        <span className="flex flex-wrap gap-1 sm:-my-1.5">
          {mayIssue && run.papers?.documentId != null && <LinkButton size="small" icon="external" target="_blank" href={paperAddress(run.papers.documentId)}>開く</LinkButton>}
          {mayIssue && (run.papers === null || (!isUnfinished(run.papers.status) && (canGoOn || run.papers.status === 'failed'))) && (
            <OrderPapersButton size="small" order={{ kind: 'annual_receipts', receiptRunId: run.runId }}>続きを発行する</OrderPapersButton>
          )}
          {run.count > 0 && <CoverLettersButtons size="small" of={{ receiptRunId: run.runId }} kinds={['annual_cover']}>送り状</CoverLettersButtons>}
          {mayDeliver && run.count > 0 && <Button size="small" onClick={() => setMailed(run)}>メールで送る</Button>}
          {mayDeliver && run.count > 0 && <Button size="small" variant="quiet" onClick={() => setPosted(run)}>受渡しを記録</Button>}
        </span>
      ),
    },
  ]
  return (
    <>
      <DataTable caption="発行の記録" columns={columns} rows={runs} rowKey={({ runId }) => runId} phone="cards" />
      <Suspense>
        {mailed !== undefined && <MailReceiptsDialog of={{ runId: mailed.runId }} title="年間証明をメールで送る" onClose={() => setMailed(undefined)} />}
        {posted !== undefined && <RecordDeedDialog of={{ runId: posted.runId }} title={`年間証明${groupDigits(posted.count)}枚の受渡しを記録する`} firstKind="posted" onClose={() => setPosted(undefined)} />}
      </Suspense>
    </>
  )
}
