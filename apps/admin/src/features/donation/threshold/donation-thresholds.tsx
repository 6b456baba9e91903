import { zodResolver } from '@hookform/resolvers/zod'
import {
  type DonationThresholdDetails, thresholdBases, thresholdBasisNames, thresholdPurposeNames, thresholdPurposes, typedThresholdSchema,
} from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { GroundItemPage } from '../../council/ground-item-page.tsx'

type Threshold = RouterOutput['donation']['threshold']['list'][number]

/** 寄附の基準: the amounts of the council's own rules. */
export function DonationThresholds() {
  const write = useMutation(trpc.donation.threshold.export.mutationOptions())
  const close = useMutation(trpc.donation.threshold.close.mutationOptions())
  const reopen = useMutation(trpc.donation.threshold.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.threshold.remove.mutationOptions())
  return (
    <GroundItemPage
      title="寄附の基準"
      level={2}
      noun="基準"
      description="金額と数え方は、社協の規程に合わせて変えてください。"
      items={useQuery(trpc.donation.threshold.list.queryOptions())}
      columns={[
        { id: 'purpose', header: '知らせること', cell: ({ purpose }) => thresholdPurposeNames[purpose] },
        { id: 'basis', header: '数え方', cell: ({ basis }) => thresholdBasisNames[basis] },
        { id: 'amount', header: '金額（円以上）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
      ]}
      write={write.mutateAsync}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(threshold, turns) => <ThresholdDialog threshold={threshold} {...turns} />}
    />
  )
}

function ThresholdDialog({ threshold, ...turns }: DialogTurns & { readonly threshold: Threshold | null }) {
  const save = useMutation(trpc.donation.threshold.save.mutationOptions())
  const amount = threshold === null ? '' : formatYen(threshold.amountYen)
  const form = useForm<z.input<typeof typedThresholdSchema>, unknown, DonationThresholdDetails>({
    resolver: zodResolver(typedThresholdSchema),
    defaultValues: { code: '', name: '', purpose: 'report', basis: 'gift', ...threshold, amountYen: amount },
    shouldFocusError: false,
  })
  return (
    <FormDialog title={threshold === null ? '基準の追加' : '基準の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: threshold?.id ?? null, revision: threshold?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" support="例：理事会への報告" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="知らせること" requirement="required" id="purpose" options={thresholdPurposes.map((value) => ({ value, label: thresholdPurposeNames[value] }))}
            error={errorOf('purpose')} {...form.register('purpose')} />
          <SelectField label="数え方" requirement="required" id="basis" options={thresholdBases.map((value) => ({ value, label: thresholdBasisNames[value] }))}
            error={errorOf('basis')} {...form.register('basis')} />
          <AmountField label="この金額から" requirement="required" id="amountYen" read={readTypedAmount} defaultValue={amount} error={errorOf('amountYen')} {...form.register('amountYen')} />
        </>
      )}
    </FormDialog>
  )
}
