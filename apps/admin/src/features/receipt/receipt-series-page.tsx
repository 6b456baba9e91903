import { receiptLayoutNames } from '@sasaeai/domain/receipt/receipt-layout'
import { receiptSubjectNames } from '@sasaeai/domain/receipt/receipt-subject'
import { useMutation, useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'
import { useMayDo } from '../../app/use-may-do.ts'
import { ReceiptSealSection } from './receipt-seal-section.tsx'
import { ReceiptSeriesDialog } from './receipt-series-dialog.tsx'

/** 領収書の系列と印影: which runs of numbers there are, and how their receipts look. */
export function ReceiptSeriesPage() {
  const close = useMutation(trpc.receipt.series.close.mutationOptions())
  const reopen = useMutation(trpc.receipt.series.reopen.mutationOptions())
  const remove = useMutation(trpc.receipt.series.remove.mutationOptions())
  const write = useMutation(trpc.receipt.series.export.mutationOptions())
  const mayIssue = useMayDo('receipt.issue')
  return (
    <>
      <GroundItemPage
        title="領収書の系列と印影"
        noun="系列"
        description="領収書の番号は、系列ごと・年度ごとに1番から続きます。変えた内容は、これから発行する領収書に使われ、発行済みの領収書は変わりません。"
        items={useQuery(trpc.receipt.series.list.queryOptions())}
        columns={[
          { id: 'subject', header: '対象', cell: ({ subject }) => receiptSubjectNames[subject] },
          { id: 'pattern', header: '番号の形', cell: ({ pattern }) => pattern },
          { id: 'digits', header: '桁数', align: 'end', isWideOnly: true, cell: ({ digits }) => digits },
          { id: 'layout', header: '組み方', isWideOnly: true, cell: ({ layout }) => receiptLayoutNames[layout] },
        ]}
        write={write.mutateAsync}
        verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
        dialog={(series, turns) => <ReceiptSeriesDialog series={series} {...turns} />}
      />
      {mayIssue && <ReceiptSealSection />}
    </>
  )
}
