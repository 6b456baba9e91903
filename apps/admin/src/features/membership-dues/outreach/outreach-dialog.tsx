import { zodResolver } from '@hookform/resolvers/zod'
import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type OutreachDetails, typedOutreachSchema } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import { outreachKindNames, outreachKinds } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import { formatYen } from '@sasaeai/domain/money/yen'
import { AmountField } from '@sasaeai/ui/amount-field'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedAmount, readTypedDate, today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { findAreas } from '../../area/find-areas.ts'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import type { OutreachEvent } from './outreach-columns.tsx'

const typedOutreach = typedOutreachSchema({ today: today() })
type OutreachDraft = z.input<typeof typedOutreach>

interface OutreachDialogProps extends DialogTurns {
  /** Null for a new record. */
  readonly event: OutreachEvent | null
}

/** Writes down where the council explained itself, or corrects it. */
export function OutreachDialog({ event, ...turns }: OutreachDialogProps) {
  const save = useMutation(trpc.membershipDues.outreach.save.mutationOptions())
  const form = useForm<OutreachDraft, unknown, OutreachDetails>({
    resolver: zodResolver(typedOutreach),
    defaultValues: draftOf(event),
    shouldFocusError: false,
  })
  const change = event === null ? null : { outreachId: event.outreachId, revision: event.revision }
  return (
    <FormDialog title={event === null ? '説明会を記録する' : '説明会の記録を直す'} form={form} {...turns}
      save={(details) => save.mutateAsync({ change, details })}>
      {(errorOf) => (
        <>
          <WhenAndWhat form={form} errorOf={errorOf} />
          <Whom form={form} errorOf={errorOf} event={event} />
          <HowItWent form={form} errorOf={errorOf} />
          <WhatFor form={form} errorOf={errorOf} event={event} />
        </>
      )}
    </FormDialog>
  )
}

interface PartProps {
  readonly form: UseFormReturn<OutreachDraft, unknown, OutreachDetails>
  readonly errorOf: ErrorOf
}

function WhenAndWhat({ form: { register, formState }, errorOf }: PartProps) {
  const { heldOn, kind } = formState.defaultValues ?? {}
  return (
    <>
      <DateField label="日付" requirement="required" id="heldOn" read={readTypedDate} support="例：R8.5.14、5/14"
        defaultValue={heldOn} error={errorOf('heldOn')} {...register('heldOn')} />
      <RadioGroupField label="種類" requirement="required" id="kind" defaultValue={kind}
        options={outreachKinds.map((value) => ({ value, label: outreachKindNames[value] }))} error={errorOf('kind')} {...register('kind')} />
      <TextField label="題名" requirement="required" id="title" support="例：日吉一丁目自治会 社協説明会" autoComplete="off"
        error={errorOf('title')} {...register('title')} />
    </>
  )
}

/** An area or an organization: whose dues will be looked at beside the record. */
function Whom({ form, errorOf, event }: PartProps & { readonly event: OutreachEvent | null }) {
  const [area, setArea] = useState(optionOf(event?.areaId, event?.areaName))
  const [supporter, setSupporter] = useState(optionOf(event?.supporterId, event?.supporterName))
  return (
    <>
      <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" value={area}
        support="校区か自治会。コード、名称、よみで探せます。選ぶと、その地域の会費が横に並びます。"
        onChange={(option) => {
          setArea(option)
          form.setValue('areaId', option?.id ?? null)
        }}
        error={errorOf('areaId')} load={findAreas} />
      <ComboBoxField label="団体" requirement="optional" id="supporterId" width="medium" value={supporter}
        support="支援者の番号・名前・よみで探せます。"
        onChange={(option) => {
          setSupporter(option)
          form.setValue('supporterId', option?.id ?? null)
        }}
        error={errorOf('supporterId')} load={lookupSupporters} />
    </>
  )
}

function optionOf(id: string | null | undefined, label: string | null | undefined) {
  return id === null || id === undefined ? null : { id, label: label ?? '' }
}

function HowItWent({ form: { register }, errorOf }: PartProps) {
  return (
    <>
      <TextField label="場所" requirement="optional" id="place" autoComplete="off" error={errorOf('place')} {...register('place')} />
      <TextField label="行った職員" requirement="optional" id="staff" autoComplete="off" error={errorOf('staff')} {...register('staff')} />
      <TextField label="参加人数" requirement="optional" id="attendees" width="tiny" unit="人" inputMode="numeric" autoComplete="off"
        error={errorOf('attendees')} {...register('attendees')} />
      <TextAreaField label="内容" requirement="optional" id="summary" support="話したこと、質問や意見など" error={errorOf('summary')}
        {...register('summary')} />
    </>
  )
}

/** Which gifts it was to win, and what it cost: the two stand beside each other in きっかけ・担当別. */
function WhatFor({ form: { register, formState }, errorOf, event }: PartProps & { readonly event: OutreachEvent | null }) {
  const channels = useQuery(trpc.donation.channel.list.queryOptions())
  // One that is out of use stays the choice of a record that has it.
  const options = (channels.data ?? []).flatMap(({ id: value, code, name, closedOn }) => (closedOn === null || value === event?.channelId ? [{ value, label: `${code} ${name}` }] : []))
  return (
    <>
      {/* Shown anew when its choices have come: a native list forgets a value that it did not know yet. */}
      <SelectField key={options.length} label="寄附のきっかけ" requirement="optional" id="channelId" emptyLabel="指定しない" options={options}
        support="寄附を呼びかけたものなら選びます。「きっかけ・担当別」で、費用といただいた寄附を比べられます。" error={errorOf('channelId')} {...register('channelId')} />
      <AmountField label="費用" requirement="optional" id="costYen" read={readTypedAmount} defaultValue={formState.defaultValues?.costYen}
        support="会場費や印刷代、広告料など" error={errorOf('costYen')} {...register('costYen')} />
    </>
  )
}

function draftOf(event: OutreachEvent | null): OutreachDraft {
  if (event === null) {
    const blank = { title: '', areaId: null, supporterId: null, place: '', staff: '', attendees: '', channelId: '', costYen: '', summary: '' }
    return { ...blank, heldOn: formatLocalDateShort(today()), kind: 'association_briefing' }
  }
  const { heldOn, kind, title, areaId, supporterId, place, staff, attendees, channelId, costYen, summary } = event
  const written = { kind, title, areaId, supporterId, place, staff, channelId: channelId ?? '', costYen: costYen === null ? '' : formatYen(costYen), summary }
  return { ...written, heldOn: formatLocalDateShort(heldOn), attendees: attendees === null ? '' : String(attendees) }
}
