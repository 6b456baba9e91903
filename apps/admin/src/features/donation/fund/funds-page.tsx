import { zodResolver } from '@hookform/resolvers/zod'
import { type FundDetails, typedFundSchema } from '@sasaeai/domain/donation/fund/fund-details'
import type { FundId } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

/** 使途・基金: what gifts can be restricted to. */
export function FundsPage() {
  const write = useMutation(trpc.donation.fund.exportSettings.mutationOptions())
  const close = useMutation(trpc.donation.fund.close.mutationOptions())
  const reopen = useMutation(trpc.donation.fund.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.fund.remove.mutationOptions())
  return (
    <GroundItemPage
      title="使途・基金"
      noun="使途・基金"
      description="寄附をいただくときに選ぶ使いみちです。使途を指定された寄附は、ここの基金ごとに集計されます。"
      items={useQuery(trpc.donation.fund.list.queryOptions())}
      columns={[
        { id: 'purpose', header: '使いみち', cell: (fund) => fund.purpose },
        { id: 'restricted', header: '使途の指定', cell: ({ isRestricted }) => (isRestricted ? 'あり' : 'なし') },
        { id: 'target', header: '目標額（円）', align: 'end', cell: ({ targetYen }) => (targetYen === null ? '—' : formatYen(targetYen)) },
      ]}
      write={write.mutateAsync}
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
  const initial = { ...fund, targetYen: fund?.targetYen == null ? '' : formatYen(fund.targetYen), isRestricted: fund?.isRestricted ?? true }
  const form = useForm<z.input<typeof typedFundSchema>, unknown, FundDetails>({
    resolver: zodResolver(typedFundSchema),
    defaultValues: initial,
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
          <CheckboxField label="使途の指定がある" id="isRestricted" support="別の使途に振り替えるとき、理由が要るようになります。" error={errorOf('isRestricted')} {...form.register('isRestricted')} />
          <AmountField label="目標額" requirement="optional" id="targetYen" read={readTypedAmount} support="集めたい総額です。年度をまたいで累計と比べます。" defaultValue={initial.targetYen}
            error={errorOf('targetYen')} {...form.register('targetYen')} />
          <TextAreaField label="公開する説明" requirement="optional" id="publicDescription" support="使途の報告といっしょに、だれでも読めます。"
            error={errorOf('publicDescription')} {...form.register('publicDescription')} />
        </>
      )}
    </FormDialog>
  )
}
