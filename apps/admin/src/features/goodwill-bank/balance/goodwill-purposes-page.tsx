import { zodResolver } from '@hookform/resolvers/zod'
import { type GoodwillPurposeDetails, goodwillPurposeDetailsSchema } from '@sasaeai/domain/goodwill-bank/purpose/goodwill-purpose-details'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

type Purpose = RouterOutput['goodwillBank']['purpose']['list'][number]

/** 預託の目的: what goods and money are given for, and where the money stands. */
export function GoodwillPurposesPage() {
  const write = useMutation(trpc.goodwillBank.purpose.export.mutationOptions())
  const close = useMutation(trpc.goodwillBank.purpose.close.mutationOptions())
  const reopen = useMutation(trpc.goodwillBank.purpose.reopen.mutationOptions())
  const remove = useMutation(trpc.goodwillBank.purpose.remove.mutationOptions())
  return (
    <GroundItemPage
      title="預託の目的"
      noun="目的"
      description="善意銀行に預かる目的です。お金も預かる目的には、お金を入れておく使途・基金を選びます。"
      items={useQuery(trpc.goodwillBank.purpose.list.queryOptions())}
      columns={[{ id: 'fund', header: 'お金を預かる使途・基金', cell: ({ fundName }) => fundName ?? '物品だけ' }]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(purpose, turns) => <PurposeDialog purpose={purpose} {...turns} />}
    />
  )
}

function PurposeDialog({ purpose, ...turns }: DialogTurns & { readonly purpose: Purpose | null }) {
  const save = useMutation(trpc.goodwillBank.purpose.save.mutationOptions())
  const funds = useQuery(trpc.donation.fund.list.queryOptions())
  const form = useForm<z.input<typeof goodwillPurposeDetailsSchema>, unknown, GoodwillPurposeDetails>({
    resolver: zodResolver(goodwillPurposeDetailsSchema),
    defaultValues: { code: purpose?.code ?? '', name: purpose?.name ?? '', fundId: purpose?.fundId ?? '' },
    shouldFocusError: false,
  })
  const usable = (funds.data ?? []).filter(({ id, closedOn }) => closedOn === null || id === purpose?.fundId).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  return (
    <FormDialog
      title={purpose === null ? '目的の追加' : '目的の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: purpose?.id ?? null, revision: purpose?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" support="例：災害への備え" error={errorOf('name')} {...form.register('name')} />
          <SelectField key={usable.length} label="お金を預かる使途・基金" requirement="optional" id="fundId" emptyLabel="なし（物品だけ）" options={usable}
            error={errorOf('fundId')} {...form.register('fundId')} />
        </>
      )}
    </FormDialog>
  )
}
