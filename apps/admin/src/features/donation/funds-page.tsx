import { zodResolver } from '@hookform/resolvers/zod'
import { type FundDetails, fundDetailsSchema } from '@sasaeai/domain/donation/fund/fund-details'
import type { FundId } from '@sasaeai/domain/ids'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'

/** 使途・基金: what gifts can be restricted to. */
export function FundsPage() {
  const close = useMutation(trpc.donation.fund.close.mutationOptions())
  const reopen = useMutation(trpc.donation.fund.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.fund.remove.mutationOptions())
  return (
    <GroundItemPage
      title="使途・基金"
      noun="使途・基金"
      description="寄附をいただくときに選ぶ使いみちです。使途を指定された寄附は、ここの基金ごとに集計されます。"
      items={useQuery(trpc.donation.fund.list.queryOptions())}
      columns={[{ id: 'purpose', header: '使いみち', cell: (fund) => fund.purpose }]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(fund, turns) => <FundDialog fund={fund} {...turns} />}
    />
  )
}

interface FundDialogProps extends DialogTurns {
  readonly fund: (FundDetails & { readonly id: FundId; readonly revision: number }) | null
}

function FundDialog({ fund, ...turns }: FundDialogProps) {
  const save = useMutation(trpc.donation.fund.save.mutationOptions())
  const form = useForm<z.input<typeof fundDetailsSchema>, unknown, FundDetails>({
    resolver: zodResolver(fundDetailsSchema),
    defaultValues: fund ?? {},
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={fund === null ? '使途・基金の追加' : '使途・基金の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: fund?.id ?? null, revision: fund?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：06"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <TextAreaField label="使いみち" requirement="optional" id="purpose" support="寄附者に説明する文です。"
            error={errorOf('purpose')} {...form.register('purpose')} />
        </>
      )}
    </FormDialog>
  )
}
