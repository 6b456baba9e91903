import { zodResolver } from '@hookform/resolvers/zod'
import { incomeCategories, incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import { type IncomeLineDetails, incomeLineDetailsSchema } from '@sasaeai/domain/funding-indicator/income/income-line-details'
import { drivesOf } from '@sasaeai/domain/ledger/funding-category'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FieldError } from '@sasaeai/ui/field-error'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'

type IncomeLine = RouterOutput['income']['line']['list'][number]

interface IncomeLineDialogProps extends DialogTurns {
  readonly line: IncomeLine | null
  readonly lines: readonly IncomeLine[]
}

type Draft = z.input<typeof incomeLineDetailsSchema>

/** Adds a 収入の区分, or edits one. */
export function IncomeLineDialog({ line, lines, ...turns }: IncomeLineDialogProps) {
  const save = useMutation(trpc.income.line.save.mutationOptions())
  const form = useForm<Draft, unknown, IncomeLineDetails>({
    resolver: zodResolver(incomeLineDetailsSchema),
    defaultValues: line ?? { category: 'other', sourceIds: [], displayOrder: Math.max(0, ...lines.map(({ displayOrder }) => displayOrder)) + 10 },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={line === null ? '収入の区分の追加' : '収入の区分の編集'} form={form}
      save={(details) => save.mutateAsync({ id: line?.id ?? null, revision: line?.revision ?? null, details })} {...turns}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="例：84" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="種類" requirement="required" id="category" error={errorOf('category')}
            support="構成比を種類別に見るときの分け方です。" options={incomeCategories.map((value) => ({ value, label: incomeCategoryNames[value] }))}
            {...form.register('category')} />
          <TextField label="並び順" requirement="required" id="displayOrder" width="short" inputMode="numeric" support="小さい順に並びます。"
            error={errorOf('displayOrder')} {...form.register('displayOrder')} />
          <SourceChoice form={form} line={line} lines={lines} error={errorOf('sourceIds')} />
        </>
      )}
    </FormDialog>
  )
}

interface SourceChoiceProps {
  readonly form: UseFormReturn<Draft, unknown, IncomeLineDetails>
  readonly line: IncomeLine | null
  readonly lines: readonly IncomeLine[]
  readonly error: string | undefined
}

/** The sources of the council's own money that no other line counts. */
function SourceChoice({ form, line, lines, error }: SourceChoiceProps) {
  const sources = useQuery(trpc.ledgerSetup.source.list.queryOptions())
  const elsewhere = new Set(lines.flatMap(({ id, sourceIds }) => (id === line?.id ? [] : sourceIds)))
  const offered = (sources.data ?? []).filter(({ id, category, closedOn }) =>
    !elsewhere.has(id) && drivesOf(category).length === 0 && (closedOn === null || line?.sourceIds.includes(id)))
  const chosen = form.watch('sourceIds')
  const toggle = (sourceId: string) =>
    form.setValue('sourceIds', chosen.includes(sourceId) ? chosen.filter((each) => each !== sourceId) : [...chosen, sourceId], { shouldDirty: true })
  return (
    <fieldset id="sourceIds" tabIndex={-1} className="min-w-0">
      <legend className="font-bold">この区分に数える帳簿の財源</legend>
      <p className="mt-1 text-[0.875rem] text-ink-sub">
        帳簿に記帳したお金は、財源ごとに1つの区分に数えます。ほかの区分に入っている財源と、預かっているお金の財源は、ここに出ません。
      </p>
      {offered.length === 0 && <p className="mt-2">選べる財源はありません。帳簿のほかの年額だけの区分になります。</p>}
      <div className="mt-1 flex flex-col items-start sm:grid sm:grid-cols-2">
        {offered.map(({ id, name }) => <CheckboxField key={id} label={name} checked={chosen.includes(id)} onChange={() => toggle(id)} />)}
      </div>
      <FieldError id="sourceIds-error" message={error} />
    </fieldset>
  )
}
