import { zodResolver } from '@hookform/resolvers/zod'
import { id } from '@sasaeai/domain/ids'
import { type LayAreaLinksInput, typedAreaLinksSchema } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { findAreas } from '../../area/find-areas.ts'
import type { GivingTarget } from './giving-targets-page.tsx'

interface AreaLinksDialogProps {
  readonly targets: readonly GivingTarget[]
  readonly onClose: () => void
}

/** 地域ごとにつくる: links for all 校区 of the city, or for all 自治会 of a 校区, at once. */
export function AreaLinksDialog({ targets, onClose }: AreaLinksDialogProps) {
  const lay = useMutation(trpc.onlineGiving.settings.link.layForAreas.mutationOptions())
  const [area, setArea] = useState<ComboBoxOption | null>(null)
  const form = useForm<z.input<typeof typedAreaLinksSchema>, unknown, LayAreaLinksInput>({
    resolver: zodResolver(typedAreaLinksSchema),
    defaultValues: { targetId: '', parentAreaId: '', amountYen: '' },
    shouldFocusError: false,
  })
  const { register } = form
  const isOfDues = targets.find((target) => target.id === form.watch('targetId'))?.kind === 'dues'
  const options = targets.filter(({ closedOn }) => closedOn === null).map(({ id: value, title: label }) => ({ value, label }))
  return (
    <FormDialog title="地域ごとにつくる" saveLabel="つくる" done="地域ごとのリンクをつくりました" form={form} save={lay.mutateAsync} onClose={onClose}>
      {(errorOf) => (
        <>
          <p>選んだ地域のすぐ下の、使用中の地域に1つずつリンクをつくります。すでにある地域の分は増えません。</p>
          <SelectField label="受付項目" requirement="required" id="targetId" emptyLabel="選択してください" width="long" options={options} error={errorOf('targetId')} {...register('targetId')} />
          <ComboBoxField label="上の地域" requirement="required" id="parentAreaId" width="medium" support="市全体を選ぶと校区ごとに、校区を選ぶと自治会ごとにつくります。" value={area} load={findAreas} error={errorOf('parentAreaId')}
            onChange={(option) => {
              setArea(option)
              form.setValue('parentAreaId', option === null ? '' : id<'AreaId'>(option.id))
            }} />
          {!isOfDues && <AmountField label="金額" requirement="optional" id="amountYen" support="はじめから入れておく金額です。寄附する方が変えられます。" read={readTypedAmount} error={errorOf('amountYen')} {...register('amountYen')} />}
        </>
      )}
    </FormDialog>
  )
}
