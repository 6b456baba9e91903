import { zodResolver } from '@hookform/resolvers/zod'
import type { FundingSourceId } from '@sasaeai/domain/ids'
import { fundingCategories, fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { type FundingSourceDetails, fundingSourceDetailsSchema } from '@sasaeai/domain/ledger/funding-source-details'
import { mayBeCreditedBySource } from '@sasaeai/domain/ledger/ledger-account-details'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { trpc } from '../../app/trpc.ts'

interface FundingSourceDialogProps extends DialogTurns {
  readonly source: (FundingSourceDetails & { readonly id: FundingSourceId; readonly revision: number }) | null
}

/** Adds a funding source, or edits one. */
export function FundingSourceDialog({ source, ...turns }: FundingSourceDialogProps) {
  const accounts = useQuery(trpc.ledgerSetup.account.list.queryOptions())
  const save = useMutation(trpc.ledgerSetup.source.save.mutationOptions())
  const form = useForm<z.input<typeof fundingSourceDetailsSchema>, unknown, FundingSourceDetails>({
    resolver: zodResolver(fundingSourceDetailsSchema),
    defaultValues: source ?? { category: 'other' },
    shouldFocusError: false,
  })
  const usable = (accounts.data ?? []).filter(mayBeCreditedBySource)
  return (
    <FormDialog
      title={source === null ? '財源の追加' : '財源の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: source?.id ?? null, revision: source?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="例：92" error={errorOf('code')}
            {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="区分" requirement="required" id="category" error={errorOf('category')}
            support="集計や指標で同じ種類としてまとめる区分です。"
            options={fundingCategories.map((value) => ({ value, label: fundingCategoryNames[value] }))}
            {...form.register('category')} />
          <SelectField label="記帳する科目" requirement="required" id="accountId" emptyLabel="選択してください" width="long"
            key={usable.length} defaultValue={source?.accountId ?? ''}
            support="収入の科目か、送金するまで預かるお金なら預り金の科目です。" error={errorOf('accountId')}
            options={usable.map((account) => ({ value: account.id, label: `${account.code} ${account.name}` }))}
            {...form.register('accountId')} />
        </>
      )}
    </FormDialog>
  )
}
