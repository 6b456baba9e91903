import { zodResolver } from '@hookform/resolvers/zod'
import { type CreateIndicatorInput, createIndicatorSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import type { IndicatorKind } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { ContentFields } from './content-fields.tsx'
import { type DetailsDraft, DetailsFields, emptyDetails } from './details-fields.tsx'
import { type ContentDraft, contentOf, emptyContent } from './indicator-draft.ts'

interface Draft {
  readonly details: DetailsDraft
  readonly kind: IndicatorKind
  readonly first: ContentDraft
}

/** The choices of a form become what is sent before they are looked at. */
const schema = z.custom<Draft>().transform(({ details, kind, first }): z.input<typeof createIndicatorSchema> => ({
  details: { ...details, kind },
  first: kind === 'manual' ? { ...contentOf(first), computation: null, parameters: {} } : contentOf(first),
})).pipe(createIndicatorSchema)

/** 指標の追加, with the first definition. */
export function NewIndicatorDialog({ onClose }: { onClose: () => void }) {
  const create = useMutation(trpc.indicator.create.mutationOptions())
  const form = useForm<Draft, unknown, CreateIndicatorInput>({ resolver: zodResolver(schema), defaultValues: { details: emptyDetails, kind: 'computed', first: emptyContent }, shouldFocusError: false })
  const { details, kind, first } = form.watch()
  return (
    <FormDialog title="指標の追加" saveLabel="追加する" done="指標を追加しました" form={form} onClose={onClose} save={(input) => create.mutateAsync(input)}>
      {(errorOf) => (
        <>
          <RadioGroupField label="求め方" requirement="required" name="kind" isRow defaultValue={kind}
            options={[{ value: 'computed', label: '計算する（帳簿や年額から）' }, { value: 'manual', label: '入力する（調査や別の集計から）' }]}
            onChange={(event) => form.setValue('kind', event.currentTarget.value === 'manual' ? 'manual' : 'computed')} />
          <DetailsFields draft={details} errorOf={errorOf} onChange={(change) => form.setValue('details', { ...details, ...change })} />
          <ContentFields draft={first} isComputed={kind === 'computed'} path="first." errorOf={errorOf} onChange={(change) => form.setValue('first', { ...first, ...change })} />
        </>
      )}
    </FormDialog>
  )
}
