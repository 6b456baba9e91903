import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type PartnerDetails, partnerKindNames, partnerKinds, typedPartnerSchema } from '@sasaeai/domain/donation/partner/partner-details'
import { id } from '@sasaeai/domain/ids'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useToday } from '../../../app/use-today.ts'
import { findAreas } from '../../area/find-areas.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import type { PartnerRow } from './partners-page.tsx'

type PartnerDraft = z.input<ReturnType<typeof typedPartnerSchema>>
type PartnerForm = UseFormReturn<PartnerDraft, unknown, PartnerDetails>

interface PartnerDialogProps extends DialogTurns {
  /** Null for a new one. */
  readonly partner: PartnerRow | null
}

/** Adds a partner, or changes one. */
export function PartnerDialog({ partner, ...turns }: PartnerDialogProps) {
  const save = useMutation(trpc.donation.partner.save.mutationOptions())
  const context = { today: useToday() }
  const initial = draftOf(partner)
  const form: PartnerForm = useForm<PartnerDraft, unknown, PartnerDetails>({ resolver: zodResolver(typedPartnerSchema(context)), defaultValues: initial, shouldFocusError: false })
  const { register } = form
  return (
    <FormDialog title={partner === null ? '地域貢献の相手の追加' : '地域貢献の相手の編集'} form={form} {...turns}
      save={(details) => save.mutateAsync({ id: partner?.id ?? null, revision: partner?.revision ?? null, details })}>
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="例：12" error={errorOf('code')} {...register('code')} />
          <TextField label="名称" requirement="required" id="name" support="例：社会福祉法人ささえ会" autoComplete="off" error={errorOf('name')} {...register('name')} />
          <SelectField label="種類" requirement="required" id="kind" options={partnerKinds.map((value) => ({ value, label: partnerKindNames[value] }))} error={errorOf('kind')} {...register('kind')} />
          <TextAreaField label="協力の内容" requirement="required" id="contribution" support="例：ライフレスキュー（相談員の派遣）、会議室の提供" error={errorOf('contribution')} {...register('contribution')} />
          <Links form={form} errorOf={errorOf} partner={partner} />
          <TextField label="担当者" requirement="optional" id="contactPerson" autoComplete="off" error={errorOf('contactPerson')} {...register('contactPerson')} />
          <TextField label="電話番号" requirement="optional" id="phone" width="medium" inputMode="tel" autoComplete="off" error={errorOf('phone')} {...register('phone')} />
          <TextField label="メールアドレス" requirement="optional" id="email" inputMode="email" autoComplete="off" error={errorOf('email')} {...register('email')} />
          <DateField label="協力の開始日" requirement="optional" id="startsOn" read={(text) => readTypedDate(text, context)} defaultValue={initial.startsOn} error={errorOf('startsOn')} {...register('startsOn')} />
          <TextField label="備考" requirement="optional" id="note" autoComplete="off" error={errorOf('note')} {...register('note')} />
        </>
      )}
    </FormDialog>
  )
}

function Links({ form, errorOf, partner }: { form: PartnerForm; errorOf: ErrorOf; partner: PartnerRow | null }) {
  const [area, setArea] = useState(optionOf(partner?.areaId, partner?.areaName))
  const [supporter, setSupporter] = useState(optionOf(partner?.supporterId, partner?.supporterName))
  return (
    <>
      <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" support="コード、名称、よみで探せます。" value={area} load={findAreas} error={errorOf('areaId')}
        onChange={(option) => {
          setArea(option)
          form.setValue('areaId', option === null ? null : id<'AreaId'>(option.id))
        }} />
      <ComboBoxField label="支援者" requirement="optional" id="supporterId" width="medium" support="寄附や会費もいただいているときに結びます。" value={supporter} load={lookupSupporters} error={errorOf('supporterId')}
        onChange={(option) => {
          setSupporter(option)
          form.setValue('supporterId', option === null ? null : id<'SupporterId'>(option.id))
        }} />
    </>
  )
}

function optionOf(optionId: string | null | undefined, label: string | null | undefined): ComboBoxOption | null {
  return optionId == null ? null : { id: optionId, label: label ?? '' }
}

function draftOf(partner: PartnerRow | null) {
  if (partner === null) return { kind: 'social_welfare_corporation' as const, code: '', name: '', supporterId: null, areaId: null, contribution: '', contactPerson: '', phone: '', email: '', startsOn: '', note: '' }
  const { kind, code, name, supporterId, areaId, contribution, contactPerson, phone, email, startsOn, note } = partner
  return { kind, code, name, supporterId, areaId, contribution, contactPerson, phone, email, startsOn: startsOn === null ? '' : formatLocalDateShort(startsOn), note }
}
