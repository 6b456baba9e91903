import { zodResolver } from '@hookform/resolvers/zod'
import type { DuesKindId } from '@sasaeai/domain/ids'
import {
  type DuesKindDetails,
  duesKindDetailsSchema,
  duesUnitMessage,
  isDuesUnit,
} from '@sasaeai/domain/membership-dues/dues-kind-details'
import { optionalTypedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { HelpTip } from '@sasaeai/ui/help-tip'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../app/form-dialog.tsx'
import { readTypedAmount } from '../../app/read-typed.ts'
import { trpc } from '../../app/trpc.ts'
import { GroundItemPage } from '../council/ground-item-page.tsx'

/** 会員種別 */
export function DuesKindsPage() {
  const close = useMutation(trpc.membershipDues.kind.close.mutationOptions())
  const reopen = useMutation(trpc.membershipDues.kind.reopen.mutationOptions())
  const remove = useMutation(trpc.membershipDues.kind.remove.mutationOptions())
  return (
    <GroundItemPage
      title="会員種別"
      noun="会員種別"
      description="社協会費の種類です。目安額は受付の入力を助けるもので、請求額ではありません。"
      items={useQuery(trpc.membershipDues.kind.list.queryOptions())}
      columns={[
        {
          id: 'unit',
          header: '目安額（1口・1世帯）',
          align: 'end',
          cell: (kind) => (kind.unitYen === null ? '自由' : `${formatYen(kind.unitYen)}円`),
        },
      ]}
      verbs={{ close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }}
      dialog={(kind, turns) => <DuesKindDialog kind={kind} {...turns} />}
    />
  )
}

const typedSchema = duesKindDetailsSchema.extend({ unitYen: optionalTypedYen.refine(isDuesUnit, duesUnitMessage) })

interface DuesKindDialogProps extends DialogTurns {
  readonly kind: (DuesKindDetails & { readonly id: DuesKindId; readonly revision: number }) | null
}

function DuesKindDialog({ kind, ...turns }: DuesKindDialogProps) {
  const save = useMutation(trpc.membershipDues.kind.save.mutationOptions())
  const typedUnit = kind === null || kind.unitYen === null ? '' : formatYen(kind.unitYen)
  const form = useForm<z.input<typeof typedSchema>, unknown, DuesKindDetails>({
    resolver: zodResolver(typedSchema),
    defaultValues: { ...kind, unitYen: typedUnit },
    shouldFocusError: false,
  })
  return (
    <FormDialog
      title={kind === null ? '会員種別の追加' : '会員種別の編集'}
      form={form}
      save={(details) => save.mutateAsync({ id: kind?.id ?? null, revision: kind?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：5"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <AmountField label="目安額（1口・1世帯当たり）" requirement="optional" id="unitYen" defaultValue={typedUnit}
            help={<HelpTip term="目安額">受付で口数や世帯数から金額を確かめるための額です。会費は任意なので、請求額としては使いません。</HelpTip>}
            support="決まった額がない場合は空けておきます。" read={readTypedAmount} error={errorOf('unitYen')}
            {...form.register('unitYen')} />
        </>
      )}
    </FormDialog>
  )
}
