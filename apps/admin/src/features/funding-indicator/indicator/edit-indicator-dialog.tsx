import { zodResolver } from '@hookform/resolvers/zod'
import { type IndicatorDetails, indicatorDetailsSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import type { SaidIndicator } from '@sasaeai/domain/funding-indicator/indicator/said-indicator'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { trpc } from '../../../app/trpc.ts'
import { type DetailsDraft, DetailsFields, draftOfDetails } from './details-fields.tsx'

const schema = z.object({ details: indicatorDetailsSchema })

/** 名称・分類・単位・担当 of an indicator; what it means changes by a new version alone. */
export function EditIndicatorDialog({ indicator, ...turns }: DialogTurns & { readonly indicator: SaidIndicator }) {
  const edit = useMutation(trpc.indicator.edit.mutationOptions())
  const form = useForm<{ details: DetailsDraft }, unknown, { details: IndicatorDetails }>({
    resolver: zodResolver(schema), defaultValues: { details: draftOfDetails(indicator) }, shouldFocusError: false,
  })
  const details = form.watch('details')
  return (
    <FormDialog title="指標の編集" form={form} {...turns} save={(input) => edit.mutateAsync({ id: indicator.indicatorId, revision: indicator.revision, details: input.details })}>
      {(errorOf) => <DetailsFields draft={details} errorOf={errorOf} onChange={(change) => form.setValue('details', { ...details, ...change })} />}
    </FormDialog>
  )
}
