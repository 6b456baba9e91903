import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { addressPurposeNames, addressPurposes, movedDetailsSchema } from '@sasaeai/domain/supporter/address/supporter-move'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { findAreas } from '../../area/find-areas.ts'
import { AddressFields } from '../address/address-fields.tsx'
import type { RecordedSupporter } from './supporter-additions-part.tsx'

const typedMove = movedDetailsSchema.safeExtend({ movedOn: typedDateSchema({ today: today() }) })

/** 転居: the new address and its first day. To put right what was mistyped, the form is there. */
export function MoveDialog({ supporter, onClose }: { readonly supporter: RecordedSupporter; readonly onClose: () => void }) {
  const { supporterId, revision, areaId, areaName } = supporter
  const move = useMutation(trpc.supporter.additions.move.mutationOptions())
  const day = formatLocalDateShort(today())
  const form = useForm({
    resolver: zodResolver(typedMove),
    defaultValues: { purpose: 'home' as const, movedOn: day, recipient: '', postalCode: '', address: '', areaId },
    shouldFocusError: false,
  })
  const [area, setArea] = useState<ComboBoxOption | null>(areaId !== null && areaName !== null ? { id: areaId, label: areaName } : null)
  const isMailing = useWatch({ control: form.control, name: 'purpose' }) === 'mailing'
  const chooseArea = (option: ComboBoxOption | null) => {
    setArea(option)
    form.setValue('areaId', option === null ? null : option.id)
  }
  const field = (name: 'postalCode' | 'address') => ({
    id: name,
    registration: form.register(name),
    read: () => form.getValues(name) ?? '',
    write: (text: string) => form.setValue(name, text, { shouldDirty: true }),
  })
  return (
    <FormDialog title="転居を記録する" form={form} saveLabel="記録する" done="新しい住所を記録しました" onClose={onClose}
      save={(details) => move.mutateAsync({ supporterId, revision, details })}>
      {(errorOf) => (
        <>
          <p>今までの住所は「前の住所」として残ります。書き間違いを直すだけのときは、「登録内容」で直してください。</p>
          <RadioGroupField label="変わるもの" id="purpose" isRow options={addressPurposes.map((value) => ({ value, label: addressPurposeNames[value] }))}
            defaultValue="home" error={errorOf('purpose')} {...form.register('purpose')} />
          <DateField label="いつから" requirement="required" id="movedOn" read={readTypedDate} defaultValue={day} error={errorOf('movedOn')} {...form.register('movedOn')} />
          {isMailing && <TextField label="送付先の宛名" requirement="optional" id="recipient" autoComplete="off" error={errorOf('recipient')} {...form.register('recipient')} />}
          <AddressFields
            postalCode={{ ...field('postalCode'), label: '郵便番号', requirement: 'optional', support: '例：830-0022。7桁で住所の候補が出ます。', error: errorOf('postalCode') }}
            address={{
              ...field('address'),
              label: isMailing ? '送付先' : '新しい住所',
              requirement: isMailing ? 'optional' : 'required',
              support: isMailing ? '送付先をなくすときは、空けてください。' : undefined,
              error: errorOf('address'),
            }} />
          {!isMailing && <ComboBoxField label="地域" requirement="optional" id="areaId" value={area} onChange={chooseArea} error={errorOf('areaId')} load={findAreas} />}
        </>
      )}
    </FormDialog>
  )
}
