import type { SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterKindNames, supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextField } from '@sasaeai/ui/text-field'
import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../app/command-form.tsx'
import { AddressFields } from './address/address-fields.tsx'
import { useReading } from './use-reading.ts'

export type SupporterDraft = z.input<typeof supporterDetailsSchema>
export type SupporterFormReturn = UseFormReturn<SupporterDraft, unknown, SupporterDetails>

export interface SupporterFieldsProps {
  readonly form: SupporterFormReturn
  readonly errorOf: ErrorOf
}

/** Who it is: what every form on a supporter begins with. */
export function SupporterNameFields({ form, errorOf }: SupporterFieldsProps) {
  const { register, formState } = form
  // A name that stands there already was typed elsewhere: its reading cannot be overheard, only half of it.
  const reading = useReading((kana) => form.setValue('kana', kana), Boolean(form.getValues('name')))
  const name = register('name', { onChange: (event: { target: { value: string } }) => reading.settle(event.target.value) })
  return (
    <>
      <RadioGroupField label="種類" requirement="required" id="kind" isRow defaultValue={formState.defaultValues?.kind}
        options={supporterKinds.map((value) => ({ value, label: supporterKindNames[value] }))}
        error={errorOf('kind')} {...register('kind')} />
      <TextField label="名前" id="name" autoComplete="off" support="書類に書かれているとおりに入力します。匿名の場合は空けておけます。"
        error={errorOf('name')} {...name} onCompositionUpdate={reading.onCompositionUpdate} />
      <TextField label="フリガナ" requirement="optional" id="kana" autoComplete="off"
        support="名前の変換前の読みが入ります。ひらがなでも入力できます。" error={errorOf('kana')}
        {...register('kana', { onChange: reading.stop })} />
    </>
  )
}

/** Where to reach them, as far as a slip says it. */
export function SupporterContactFields({ form, errorOf, onAddress }: SupporterFieldsProps & {
  /** Told the address when its field is left or filled. */
  readonly onAddress?: ((address: string) => void) | undefined
}) {
  return (
    <>
      <AddressFields onAddress={onAddress}
        postalCode={{ ...addressField({ form, errorOf }, 'postalCode'), label: '郵便番号', requirement: 'optional', support: '例：830-0022。7桁で住所の候補が出ます。' }}
        address={{ ...addressField({ form, errorOf }, 'address'), label: '住所', requirement: 'optional' }} />
      <TextField label="電話番号" requirement="optional" id="phone" width="medium" inputMode="tel" autoComplete="off"
        support="例：0942-34-3035" error={errorOf('phone')} {...form.register('phone')} />
    </>
  )
}

/** One of the fields of an address, tied to the form. */
export function addressField({ form, errorOf }: SupporterFieldsProps, name: 'postalCode' | 'address' | 'mailingPostalCode' | 'mailingAddress') {
  return {
    id: name,
    error: errorOf(name),
    registration: form.register(name),
    read: () => form.getValues(name) ?? '',
    write: (text: string) => form.setValue(name, text, { shouldDirty: true }),
  }
}
