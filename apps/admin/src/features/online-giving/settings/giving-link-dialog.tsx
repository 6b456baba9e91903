import { zodResolver } from '@hookform/resolvers/zod'
import { id } from '@sasaeai/domain/ids'
import { formatYen } from '@sasaeai/domain/money/yen'
import { type GivingLinkDetails, typedGivingLinkSchema } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { findAreas } from '../../area/find-areas.ts'
import type { GivingLink } from './giving-links-page.tsx'
import type { GivingTarget } from './giving-targets-page.tsx'

interface GivingLinkDialogProps extends DialogTurns {
  readonly link: GivingLink | null
  readonly targets: readonly GivingTarget[]
}

/** Adds a short link, or edits one; its code is made by the program and stays, because it is printed. */
export function GivingLinkDialog({ link, targets, ...turns }: GivingLinkDialogProps) {
  const save = useMutation(trpc.onlineGiving.settings.link.save.mutationOptions())
  const [area, setArea] = useState<ComboBoxOption | null>(link?.areaId == null ? null : { id: link.areaId, label: link.areaName })
  const amount = link?.amountYen == null ? '' : formatYen(link.amountYen)
  const form = useForm<z.input<typeof typedGivingLinkSchema>, unknown, GivingLinkDetails>({
    resolver: zodResolver(typedGivingLinkSchema),
    defaultValues: { label: link?.label ?? '', targetId: link?.targetId ?? '', areaId: link?.areaId ?? null, amountYen: amount },
    shouldFocusError: false,
  })
  const { register } = form
  const chosen = targets.find((target) => target.id === form.watch('targetId'))
  const options = targets.filter(({ closedOn, id: targetId }) => closedOn === null || targetId === link?.targetId).map(({ id: value, title: label }) => ({ value, label }))
  return (
    <FormDialog title={link === null ? 'リンクの追加' : `「${link.label}」の編集`} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: link?.id ?? null, revision: link?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="名前" requirement="required" id="label" support="どこに貼るか、だれに配るかが分かる名前です。寄附する方には見えません。例：日吉校区だより 秋号" autoComplete="off" error={errorOf('label')} {...register('label')} />
          <SelectField label="受付項目" requirement="required" id="targetId" emptyLabel="選択してください" width="long" options={options} error={errorOf('targetId')} {...register('targetId')} />
          <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" support="ここから来た寄附を、この校区・自治会の分として数えます。" value={area} load={findAreas} error={errorOf('areaId')}
            onChange={(option) => {
              setArea(option)
              form.setValue('areaId', option === null ? null : id<'AreaId'>(option.id))
            }} />
          {chosen?.kind !== 'dues' && (
            <AmountField label="金額" requirement="optional" id="amountYen" support="はじめから入れておく金額です。寄附する方が変えられます。" read={readTypedAmount} defaultValue={amount} error={errorOf('amountYen')}
              {...register('amountYen')} />
          )}
        </>
      )}
    </FormDialog>
  )
}
