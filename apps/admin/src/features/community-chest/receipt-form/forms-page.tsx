import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { differenceOf, type FormAccount, sumOfAccounts } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-account'
import { formNumbers } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'

const FormBlockDialog = lazy(async () => ({ default: (await import('./form-block-dialog.tsx')).FormBlockDialog }))

type FormsOfYear = RouterOutput['communityChest']['receiptForm']['list']

/** 領収書用紙: the 共同募金会's own numbered forms, accounted for to the last number. */
export function FormsPage() {
  const fiscalYear = useFiscalYearInView()
  const forms = useQuery({ ...trpc.communityChest.receiptForm.list.queryOptions({ fiscalYear }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.receiptForm.export.mutationOptions())
  const mayWrite = useMayDo('chest.write')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の領収書用紙`}
          description="共同募金会から預かった番号付きの領収書用紙です。1枚ずつ行き先を記録します。"
          actions={
            <>
              <ExportChoice subject="受払簿" write={(format) => write.mutateAsync({ fiscalYear, format })} />
              {(forms.data?.blocks.length ?? 0) > 0 && <OrderPapersButton order={{ kind: 'receipt_form_account', fiscalYear }}>受払簿</OrderPapersButton>}
              {mayWrite && <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>冊を受け取る</Button>}
            </>
          }
        />
      </div>
      {forms.isError && forms.data === undefined && <PageError reset={() => void forms.refetch()} />}
      {forms.isPending && <LoadingSkeleton lines={8} />}
      {forms.data !== undefined && <Forms forms={forms.data} isRefreshing={forms.isPlaceholderData} />}
      <Suspense>{isOpen && <FormBlockDialog block={null} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  )
}

function Forms({ forms: { blocks, accounts }, isRefreshing }: { forms: FormsOfYear; isRefreshing: boolean }) {
  if (blocks.length === 0) {
    return (
      <EmptyState title="この年度の領収書用紙はありません" icon="receipt">
        共同募金会から用紙を受け取ったら、「冊を受け取る」から最初と最後の番号を記録します。
      </EmptyState>
    )
  }
  const total = sumOfAccounts(accounts.map(({ account }) => account))
  return (
    <>
      <section aria-labelledby="account">
        <h2 id="account" className="mb-1 text-[1.125rem] font-bold">受払い</h2>
        <DataTable caption="受払い" rows={accounts} rowKey={({ series }) => series} phone="cards" isRefreshing={isRefreshing}
          columns={[{ id: 'series', header: '様式・記号', isRowHeader: true, cell: ({ series }) => series, footer: '合計' }, ...accountColumns<FormsOfYear['accounts'][number]>(total)]} />
      </section>
      <section aria-labelledby="blocks">
        <h2 id="blocks" className="mb-1 text-[1.125rem] font-bold">冊</h2>
        <DataTable caption="冊" rows={blocks} rowKey={({ blockId }) => blockId} phone="cards" isRefreshing={isRefreshing} columns={[...blockColumns, ...accountColumns<FormsOfYear['blocks'][number]>(total)]} />
      </section>
    </>
  )
}

const blockColumns: Column<FormsOfYear['blocks'][number]>[] = [
  {
    id: 'numbers',
    header: '番号',
    isRowHeader: true,
    cell: ({ blockId, series, ...block }) => (
      <AppLink to="/chest/forms/$blockId" params={{ blockId }}>{`${series} ${formNumbers(block)}`}</AppLink>
    ),
    footer: '合計',
  },
  { id: 'receivedOn', header: '受取日', cell: ({ receivedOn }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(receivedOn)}</span> },
  { id: 'keeper', header: '保管', isWideOnly: true, cell: ({ keeper }) => keeper },
]

/** 繰越 + 受入 = 交付 + 書き損じ + 返納 + 手元, and what is over. */
function accountColumns<Row extends { readonly account: FormAccount }>(total: FormAccount): Column<Row>[] {
  const column = (figure: keyof FormAccount, header: string): Column<Row> => ({
    id: figure, header, align: 'end', cell: ({ account }) => groupDigits(account[figure]), footer: groupDigits(total[figure]),
  })
  return [
    column('carried', '繰越'),
    column('received', '受入'),
    column('issued', '交付'),
    column('spoiled', '書き損じ'),
    column('returned', '返納'),
    column('onHand', '手元'),
    {
      id: 'difference', header: '差', align: 'end', help: <HelpTip term="差">繰越と受入から、交付・書き損じ・返納・手元を引いた枚数です。1枚残らず行き先が分かっていると0になります。</HelpTip>,
      cell: ({ account }) => groupDigits(differenceOf(account)), footer: groupDigits(differenceOf(total)),
    },
  ]
}
