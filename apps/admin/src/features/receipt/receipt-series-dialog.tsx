import { zodResolver } from '@hookform/resolvers/zod'
import type { ReceiptSeriesId } from '@sasaeai/domain/ids'
import { receiptLayoutNames, receiptLayouts } from '@sasaeai/domain/receipt/receipt-layout'
import { type ReceiptSeriesDetails, receiptSeriesDetailsSchema } from '@sasaeai/domain/receipt/receipt-series-details'
import { receiptSubjectNames, receiptSubjects } from '@sasaeai/domain/receipt/receipt-subject'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

interface ReceiptSeriesDialogProps extends DialogTurns {
  readonly series: (ReceiptSeriesDetails & { readonly id: ReceiptSeriesId; readonly revision: number }) | null
}

/** Adds a series, or edits one. */
export function ReceiptSeriesDialog({ series, ...turns }: ReceiptSeriesDialogProps) {
  const save = useMutation(trpc.receipt.series.save.mutationOptions())
  const form = useForm<z.input<typeof receiptSeriesDetailsSchema>, unknown, ReceiptSeriesDetails>({
    resolver: zodResolver(receiptSeriesDetailsSchema),
    defaultValues: series ?? { subject: 'donation', digits: 5, layout: 'single', printsSeal: true },
    shouldFocusError: false,
  })
  const { register } = form
  return (
    <FormDialog
      title={series === null ? '領収書の系列の追加' : '領収書の系列の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: series?.id ?? null, revision: series?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="同じ対象の系列がいくつかあるときは、小さいコードのものが使われます。" error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...register('name')} />
          <SelectField label="対象" requirement="required" id="subject" support="番号を使い始めた系列では変えられません。" error={errorOf('subject')}
            options={receiptSubjects.map((value) => ({ value, label: receiptSubjectNames[value] }))} {...register('subject')} />
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField label="番号の形" requirement="required" id="pattern" support="{年}は令和の年、{西暦}は西暦、{番号}は通し番号です。例：寄附{年}-{番号}" error={errorOf('pattern')} {...register('pattern')} />
            <TextField label="番号の桁数" requirement="required" id="digits" width="short" inputMode="numeric" support="例：5（00012のように0で埋めます）" error={errorOf('digits')} {...register('digits')} />
          </div>
          <SelectField label="組み方" requirement="required" id="layout" error={errorOf('layout')}
            options={receiptLayouts.map((value) => ({ value, label: receiptLayoutNames[value] }))} {...register('layout')} />
          <TextAreaField label="注記" requirement="optional" id="note" support="領収書の下に印刷する文です。税額の計算式は書かず、国税庁の案内にとどめます。" error={errorOf('note')} {...register('note')} />
          <CheckboxField label="印影を印刷する" id="printsSeal" support="外すと、印を押す場所をあけて印刷します。" {...register('printsSeal')} />
        </>
      )}
    </FormDialog>
  )
}
