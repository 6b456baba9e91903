import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { optionalTypedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import type { IncomeHistoryInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import type { ToldCell } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { idIn } from '@sasaeai/domain/ids'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { DateField } from '@sasaeai/ui/date-field'
import { Dialog } from '@sasaeai/ui/dialog'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { formatInstant } from '../../user/instant-text.ts'

/** The cell whose history is looked at. */
export interface HistoryOf {
  readonly name: string
  readonly of: IncomeHistoryInput['of']
  readonly told: ToldCell<string> | null
}

interface IncomeHistoryDialogProps {
  readonly fiscalYear: FiscalYear
  readonly cell: HistoryOf
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** All that was ever told of a cell; 出典, 時点 and 備考 of what counts can be put right, which is told anew. */
export function IncomeHistoryDialog(props: IncomeHistoryDialogProps) {
  const { fiscalYear, cell: { name, told }, mayWrite, onClose } = props
  const title = `${formatFiscalYear(fiscalYear)}　${name}`
  if (mayWrite && told !== null && told.amountYen !== null) return <SaidForm {...props} title={title} told={told} />
  return (
    <Dialog isOpen width="wide" title={title} onClose={onClose} actions={<Button onClick={onClose}>閉じる</Button>}>
      <History {...props} />
    </Dialog>
  )
}

const saidSchema = z.object({
  source: z.string().trim().max(100, '出典は100文字以内で入力してください。'),
  asOf: optionalTypedDateSchema({ today: today() }),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。'),
})

function SaidForm({ fiscalYear, cell, told, title, mayWrite, onClose }: IncomeHistoryDialogProps & { readonly title: string; readonly told: ToldCell<string> }) {
  const send = useMutation(trpc.income.save.mutationOptions())
  const form = useForm<z.input<typeof saidSchema>, unknown, z.output<typeof saidSchema>>({
    resolver: zodResolver(saidSchema),
    defaultValues: { source: told.source, note: told.note, asOf: told.asOf === null ? '' : formatLocalDateShort(told.asOf) },
    shouldFocusError: false,
  })
  const save = (said: z.output<typeof saidSchema>) => {
    const common = { amountYen: told.amountYen, ...said }
    const { of } = cell
    return send.mutateAsync('figure' in of
      ? { fiscalYear, totals: [], figures: [{ figure: of.figure, replacesId: idIn<'YearFigureId'>(told.id) ?? null, ...common }] }
      : { fiscalYear, totals: [{ lineId: of.lineId, kind: of.kind, replacesId: idIn<'IncomeTotalId'>(told.id) ?? null, ...common }], figures: [] })
  }
  return (
    <FormDialog title={title} form={form} save={save} saveLabel="出典などを保存する" onClose={onClose}>
      {(errorOf) => (
        <>
          <p className="figures text-[1.25rem] font-bold">{told.amountYen === null ? '—' : `${formatYenDelta(told.amountYen)}円`}</p>
          <TextField label="出典" id="source" width="long" support="例：令和7年度 資金収支計算書" error={errorOf('source')} {...form.register('source')} />
          <DateField label="時点" id="asOf" support="例：R8.3.31" read={readTypedDate} error={errorOf('asOf')} {...form.register('asOf')} />
          <TextAreaField label="備考" id="note" rows={2} error={errorOf('note')} {...form.register('note')} />
          <History {...{ fiscalYear, cell, mayWrite, onClose }} />
        </>
      )}
    </FormDialog>
  )
}

type ToldOnce = RouterOutput['income']['history'][number]

const columns: readonly Column<ToldOnce>[] = [
  { id: 'at', header: '記録', isRowHeader: true, cell: ({ recordedAt, recordedBy }) => <>{formatInstant(recordedAt)}<span className="block text-[0.8125rem] font-normal text-ink-sub">{recordedBy}</span></> },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => (amountYen === null ? '取消し' : formatYenDelta(amountYen)) },
  { id: 'source', header: '出典・時点', cell: ({ source, asOf }) => [source, asOf === null ? '' : formatLocalDateShort(asOf)].filter((word) => word !== '').join('、') },
  { id: 'note', header: '備考', cell: ({ note }) => note },
]

function History({ fiscalYear, cell: { name, of } }: IncomeHistoryDialogProps) {
  const history = useQuery(trpc.income.history.queryOptions({ fiscalYear, of }))
  return (
    <section aria-labelledby="history">
      <h3 id="history" className="mb-1 font-bold">入力の履歴</h3>
      <DataTable caption={`${name}の入力の履歴`} columns={columns} rows={history.data} rowKey={({ id }) => id} phone="cards" />
    </section>
  )
}
