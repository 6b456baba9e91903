import { zodResolver } from '@hookform/resolvers/zod'
import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { readablePostalCode } from '@sasaeai/domain/text/postal-code'
import { Button } from '@sasaeai/ui/button'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { AppLinkButton } from '../../app/app-link.tsx'
import { CommandForm } from '../../app/command-form.tsx'
import type { CommandOutcome } from '../../app/use-run-command.ts'
import { findAreas } from '../area/find-areas.ts'
import { AreaProposals } from './area-proposals.tsx'
import {
  SupporterContactFields,
  type SupporterDraft,
  type SupporterFieldsProps,
  type SupporterFormReturn,
  SupporterNameFields,
} from './supporter-fields.tsx'
import { SupporterMailingFields, SupporterPreferenceFields } from './supporter-preference-fields.tsx'

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
    defaultValues: supporter === null ? newSupporter : typedAgain(supporter),
    shouldFocusError: false,
  })
  return (
    <CommandForm id="supporter" form={form} save={save} done={done} onSaved={onSaved} onReload={onReload}>
      {(errorOf) => (
        <>
          <FormSection title="種類と名前">
            <SupporterNameFields form={form} errorOf={errorOf} />
            <TextField label="敬称" requirement="optional" id="honorific" width="short" autoComplete="off"
              support="空けておくと、個人・家族は「様」、団体・自治会は「御中」になります。" error={errorOf('honorific')} {...form.register('honorific')} />
          </FormSection>
          <ContactFields form={form} errorOf={errorOf} areaName={supporter?.areaName ?? null} />
          <SupporterMailingFields form={form} errorOf={errorOf} />
          <SupporterPreferenceFields form={form} errorOf={errorOf} />
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

const newSupporter: SupporterDraft = { kind: 'person', name: '', areaId: null, wantsMail: true }

/** What is recorded, as a person would type it. */
function typedAgain({ postalCode, mailingPostalCode, acknowledgment, ...supporter }: SupporterDetails): SupporterDraft {
  return {
    ...supporter,
    postalCode: readablePostalCode(postalCode),
    mailingPostalCode: readablePostalCode(mailingPostalCode),
    acknowledgment: acknowledgment ?? '',
  }
}

function ContactFields({ form, errorOf, areaName }: SupporterFieldsProps & { readonly areaName: string | null }) {
  const { register } = form
  const areaId = form.getValues('areaId')
  const [area, setArea] = useState<ComboBoxOption | null>(areaId && areaName ? { id: areaId, label: areaName } : null)
  const [address, setAddress] = useState(form.getValues('address') ?? '')
  const choose = (option: ComboBoxOption | null) => {
    setArea(option)
    form.setValue('areaId', option?.id ?? null, { shouldDirty: true, shouldValidate: false })
  }
  return (
    <FormSection title="連絡先と地域">
      <SupporterContactFields form={form} errorOf={errorOf} onAddress={setAddress} />
      <TextField label="メールアドレス" requirement="optional" id="email" inputMode="email" autoComplete="off" error={errorOf('email')}
        {...register('email')} />
      <ComboBoxField label="地域" requirement="optional" id="areaId" support="コード、名称、よみで探せます。例：01、日吉、ひよし"
        value={area} onChange={choose} error={errorOf('areaId')} load={findAreas} />
      {area === null && <AreaProposals address={address} onChoose={choose} />}
      <TextAreaField label="備考" requirement="optional" id="note" support="マイナンバーは書かないでください。"
        error={errorOf('note')} {...register('note')} />
    </FormSection>
  )
}
