import { zodResolver } from '@hookform/resolvers/zod'
import { type LabelSheetDetails, labelSheetDetailsSchema } from '@sasaeai/domain/letter/address-label/label-sheet-details'
import { labelFieldNames } from '@sasaeai/domain/letter/address-label/label-field-names'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { LabelSheet } from './label-papers.ts'

type Measure = Exclude<keyof LabelSheetDetails, 'code' | 'name'>

const measures: readonly Measure[] = ['across', 'down', 'labelWidthMm', 'labelHeightMm', 'leftMm', 'topMm', 'columnGapMm', 'rowGapMm']
const shifts: readonly Measure[] = ['shiftRightMm', 'shiftDownMm']

/** Adds a sheet of labels, or measures one anew. */
export function LabelSheetDialog({ sheet, ...turns }: DialogTurns & { readonly sheet: LabelSheet | null }) {
  const save = useMutation(trpc.letter.labelSheet.save.mutationOptions())
  const form = useForm<z.input<typeof labelSheetDetailsSchema>, unknown, LabelSheetDetails>({
    resolver: zodResolver(labelSheetDetailsSchema),
    defaultValues: sheet ?? { across: 2, down: 6, columnGapMm: '0', rowGapMm: '0', shiftRightMm: '0', shiftDownMm: '0' },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={sheet === null ? 'ラベル用紙の追加' : 'ラベル用紙の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: sheet?.id ?? null, revision: sheet?.revision ?? null, details })}>
      {(errorOf) => {
        const field = (name: Measure) => (
          <TextField key={name} label={labelFieldNames[name] ?? name} requirement="required" id={name} width="short" inputMode="decimal" error={errorOf(name)} {...form.register(name)} />
        )
        return (
          <>
            <div className="grid gap-6 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...form.register('code')} />
              <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
            </div>
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">{measures.map(field)}</div>
            <section aria-labelledby="label-shifts">
              <h3 id="label-shifts" className="font-bold">印刷のずらし</h3>
              <p className="mb-3 text-[0.875rem] text-ink-sub">試し刷りが左にずれていたら右へ、上にずれていたら下へ、ずれた分を入れます。反対はマイナスにします。</p>
              <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">{shifts.map(field)}</div>
            </section>
          </>
        )
      }}
    </FormDialog>
  )
}
