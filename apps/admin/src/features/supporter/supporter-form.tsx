import { zodResolver } from '@hookform/resolvers/zod'
import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { supporterKindNames, supporterKinds } from '@sasaeai/domain/supporter/supporter-kind'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { Button } from '@sasaeai/ui/button'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { AppLinkButton } from '../../app/app-link.tsx'
import { CommandForm, type ErrorOf } from '../../app/command-form.tsx'
import type { CommandOutcome } from '../../app/use-run-command.ts'
import { findAreas } from '../area/find-areas.ts'
import { useReading } from './use-reading.ts'

type SupporterDraft = z.input<typeof supporterDetailsSchema>
type SupporterFormReturn = UseFormReturn<SupporterDraft, unknown, SupporterDetails>

interface SupporterFormProps {
  /** What was recorded when the form opened; null for a new supporter. */
  readonly supporter: (SupporterDetails & { readonly areaName: string | null }) | null
  readonly save: (details: SupporterDetails) => Promise<CommandOutcome>
  readonly done: string
  readonly onSaved: () => void
  readonly onReload?: (() => void) | undefined
}

/** 支援者 in short form. */
export function SupporterForm({ supporter, save, done, onSaved, onReload }: SupporterFormProps) {
  const form: SupporterFormReturn = useForm<SupporterDraft, unknown, SupporterDetails>({
    resolver: zodResolver(supporterDetailsSchema),
    defaultValues: supporter === null ? { kind: 'person', areaId: null } : { ...supporter, postalCode: readablePostalCode(supporter.postalCode) },
    shouldFocusError: false,
  })
  return (
    <CommandForm id="supporter" form={form} save={save} done={done} onSaved={onSaved} onReload={onReload}>
      {(errorOf) => (
        <>
          <NameFields form={form} errorOf={errorOf} />
          <ContactFields form={form} errorOf={errorOf} areaName={supporter?.areaName ?? null} />
          <div className="flex flex-wrap gap-3 border-t border-line pt-6">
            <Button type="submit" variant="primary" isBusy={form.formState.isSubmitting} busyLabel="保存しています">
              {supporter === null ? '登録する' : '保存する'}
            </Button>
            <AppLinkButton to="/supporters" variant="quiet">やめる</AppLinkButton>
          </div>
        </>
      )}
    </CommandForm>
  )
}

interface SupporterFieldsProps {
  readonly form: SupporterFormReturn
  readonly errorOf: ErrorOf
}

function NameFields({ form, errorOf }: SupporterFieldsProps) {
  const { register, formState } = form
  const reading = useReading((kana) => form.setValue('kana', kana), Boolean(form.getValues('kana')))
  const name = register('name', { onChange: (event: { target: { value: string } }) => reading.settle(event.target.value) })
  return (
    <FormSection title="種類と名前">
      <RadioGroupField label="種類" requirement="required" id="kind" isRow defaultValue={formState.defaultValues?.kind}
        options={supporterKinds.map((value) => ({ value, label: supporterKindNames[value] }))}
        error={errorOf('kind')} {...register('kind')} />
      <TextField label="名前" id="name" autoComplete="off" support="書類に書かれているとおりに入力します。匿名の場合は空けておけます。"
        error={errorOf('name')} {...name} onCompositionUpdate={reading.onCompositionUpdate} />
      <TextField label="フリガナ" requirement="optional" id="kana" autoComplete="off"
        support="名前の変換前の読みが入ります。ひらがなでも入力できます。" error={errorOf('kana')}
        {...register('kana', { onChange: reading.stop })} />
    </FormSection>
  )
}

function ContactFields({ form, errorOf, areaName }: SupporterFieldsProps & { readonly areaName: string | null }) {
  const { register } = form
  const areaId = form.getValues('areaId')
  const [area, setArea] = useState<ComboBoxOption | null>(areaId && areaName ? { id: areaId, label: areaName } : null)
  const choose = (option: ComboBoxOption | null) => {
    setArea(option)
    form.setValue('areaId', option?.id ?? null, { shouldDirty: true, shouldValidate: false })
  }
  return (
    <FormSection title="連絡先と地域">
      <TextField label="郵便番号" requirement="optional" id="postalCode" width="short" inputMode="numeric" support="例：830-0022"
        autoComplete="off" error={errorOf('postalCode')} {...register('postalCode')} />
      <TextField label="住所" requirement="optional" id="address" width="full" autoComplete="off" error={errorOf('address')}
        {...register('address')} />
      <TextField label="電話番号" requirement="optional" id="phone" width="medium" inputMode="tel" autoComplete="off"
        support="例：0942-34-3035" error={errorOf('phone')} {...register('phone')} />
      <ComboBoxField label="地域" requirement="optional" id="areaId" support="コード、名称、よみで探せます。例：01、日吉、ひよし"
        value={area} onChange={choose} error={errorOf('areaId')} load={findAreas} />
      <TextAreaField label="備考" requirement="optional" id="note" support="マイナンバーは書かないでください。"
        error={errorOf('note')} {...register('note')} />
    </FormSection>
  )
}
