import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { formNumbers, type FormRun, formRuns } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { type ReceiptFormState, receiptFormStateNames } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-state'
import { id } from '@sasaeai/domain/ids'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { type ChipTone, StatusChip } from '@sasaeai/ui/status-chip'
import { TableSummary } from '@sasaeai/ui/table-summary'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { UndoButton } from '../../../app/undo-button.tsx'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useRunCommand } from '../../../app/use-run-command.ts'
import { FormBlockActs } from './form-block-acts.tsx'
import { IssueForm } from './issue-form.tsx'

export type FormBlock = NonNullable<RouterOutput['communityChest']['receiptForm']['get']>

/** One block: every number of it, and what became of it. */
export function FormBlockPage() {
  const blockId = id<'ReceiptFormBlockId'>(useParams({ from: '/staff/chest/forms/$blockId' }).blockId)
  const answer = useQuery(trpc.communityChest.receiptForm.get.queryOptions({ blockId }))
  const mayWrite = useMayDo('chest.write')
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  const block = answer.data
  if (block == null) return <EmptyState title="この冊は見つかりません">削除されたのかもしれません。領収書用紙の一覧からもう一度選んでください。</EmptyState>
  const { series, receivedOn, keeper, note, firstNumber, lastNumber, forms } = block
  const runs = formRuns(block, forms)
  const count = (state: ReceiptFormState) => groupDigits(forms.filter((form) => form.state === state).length)
  return (
    <div className="flex flex-col gap-6 print:gap-4">
      <div className="-mb-4">
        <PageHeader title={`${series} ${formNumbers(block)}`} description={`${formatLocalDate(receivedOn)}受取り${keeper === '' ? '' : `　保管 ${keeper}`}`} actions={<FormBlockActs block={block} />} />
      </div>
      {note !== '' && <p className="text-[0.9375rem] whitespace-pre-line">{note}</p>}
      {mayWrite && <IssueForm key={forms.length} block={block} runs={runs} />}
      <div>
        <DataTable caption="番号ごとの状態" rows={runs} rowKey={({ firstNumber: first }) => String(first)} phone="cards" columns={mayWrite ? [...columns, actsOf(block)] : columns} />
        <TableSummary figures={[
          { label: '全部', value: `${groupDigits(lastNumber - firstNumber + 1)}枚` },
          ...(['issued', 'spoiled', 'returned'] as const).map((state) => ({ label: receiptFormStateNames[state], value: `${count(state)}枚` })),
          { label: '手元', value: `${groupDigits(lastNumber - firstNumber + 1 - forms.length)}枚` },
        ]} />
      </div>
    </div>
  )
}

const tones: Record<ReceiptFormState, ChipTone> = { issued: 'success', spoiled: 'warning', returned: 'accent' }

const columns: Column<FormRun>[] = [
  { id: 'numbers', header: '番号', isRowHeader: true, cell: (run) => <span className="figures">{formNumbers(run)}</span> },
  { id: 'count', header: '枚数', align: 'end', isWideOnly: true, cell: ({ firstNumber, lastNumber }) => groupDigits(lastNumber - firstNumber + 1) },
  { id: 'state', header: '状態', cell: ({ form }) => (form === null ? <StatusChip>手元</StatusChip> : <StatusChip tone={tones[form.state]}>{receiptFormStateNames[form.state]}</StatusChip>) },
  { id: 'day', header: '日付', cell: ({ form }) => form !== null && <span className="figures whitespace-nowrap">{formatLocalDateShort(form.usedOn)}</span> },
  { id: 'recipient', header: '交付先', cell: ({ form }) => form?.recipient },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ form }) => (form === null || form.amountYen === null ? null : formatYen(form.amountYen)) },
  { id: 'entry', header: '伝票', cell: ({ form }) => form !== null && form.entryId !== null && <AppLink to="/entries/$entryId" params={{ entryId: form.entryId }}>{form.entryNumber}番</AppLink> },
  { id: 'note', header: '備考', isWideOnly: true, cell: ({ form }) => form?.note },
]

function actsOf(block: FormBlock): Column<FormRun> {
  return { id: 'acts', header: '操作', isActs: true, cell: ({ form, ...range }) => form !== null && <PutBackButton block={block} range={range} form={form} /> }
}

/** Puts recorded forms back on hand, which one press undoes. */
function PutBackButton({ block: { blockId }, range, form }: { block: FormBlock; range: Omit<FormRun, 'form'>; form: NonNullable<FormRun['form']> }) {
  const run = useRunCommand()
  const putBack = useMutation(trpc.communityChest.receiptForm.putBack.mutationOptions())
  const record = useMutation(trpc.communityChest.receiptForm.record.mutationOptions())
  const { state, usedOn, recipient, amountYen, entryNumber, note } = form
  const numbers = formNumbers(range)
  const again = () => run(() => record.mutateAsync({ blockId, ...range, state, usedOn, recipient, amountYen, entryNumber, note }), { done: `${numbers}番の記録を元に戻しました` })
  const takeBack = () => run(() => putBack.mutateAsync({ blockId, ...range, state }), { done: `${numbers}番を手元に戻しました`, action: <UndoButton onUndo={again} /> })
  return (
    <Button variant="quiet" size="small" className="-ml-3 whitespace-nowrap sm:-my-1.5 print-hidden" isBusy={putBack.isPending} aria-label={`${numbers}番を手元に戻す`}
      onClick={() => void takeBack()}>
      手元に戻す
    </Button>
  )
}
