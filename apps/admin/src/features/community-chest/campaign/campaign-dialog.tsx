import { zodResolver } from '@hookform/resolvers/zod'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { optionalTypedDateSchema, typedDateSchema } from '@sasaeai/domain/calendar/typed-date'
import { type CampaignDetails, campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { driveKindNames, driveKinds } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import { optionalTypedYen } from '@sasaeai/domain/money/typed-yen'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { DateField } from '@sasaeai/ui/date-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type DialogTurns, FormDialog } from '../../../app/form-dialog.tsx'
import { readTypedDate, today } from '../../../app/read-typed.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { CampaignBookFields } from './campaign-book-fields.tsx'
import { CampaignGoalFields } from './campaign-goal-fields.tsx'
import { CampaignGroupField } from './campaign-group-field.tsx'

type ListedCampaign = RouterOutput['communityChest']['campaign']['list'][number]

interface CampaignDialogProps extends DialogTurns {
  readonly campaign: ListedCampaign | null
  readonly year: FiscalYear
}

function typedSchemaFor(year: FiscalYear) {
  const context = { today: today(), fiscalYear: year }
  return z
    .object({
      ...campaignDetailsSchema.shape,
      opensOn: typedDateSchema(context),
      closesOn: typedDateSchema(context),
      goalPublishedOn: optionalTypedDateSchema(context),
      goalYen: optionalTypedYen,
      suggestedYen: optionalTypedYen,
    })
    .transform((read, issues): CampaignDetails => {
      // What was typed is read; now the rules of a drive look at it.
      const details = campaignDetailsSchema.safeParse(read)
      if (details.success) return details.data
      for (const { path, message } of details.error.issues) issues.addIssue({ code: 'custom', path, message })
      return z.NEVER
    })
}

/** The form as typed; what stands in its fields is text. */
export type TypedCampaign = z.input<ReturnType<typeof typedSchemaFor>>

/** Adds a drive to a fiscal year, or edits one. */
export function CampaignDialog({ campaign, year, ...turns }: CampaignDialogProps) {
  const save = useMutation(trpc.communityChest.campaign.save.mutationOptions())
  const form = useForm<TypedCampaign, unknown, CampaignDetails>({
    resolver: zodResolver(typedSchemaFor(year)),
    defaultValues: typedCampaign(campaign, year),
    shouldFocusError: false,
  })
  const readDate = (text: string) => readTypedDate(text, { today: today(), fiscalYear: year })
  const initial = form.formState.defaultValues
  return (
    <FormDialog
      title={`${formatFiscalYear(year)}の運動の${campaign === null ? '追加' : '編集'}`}
      form={form}
      save={(details) => save.mutateAsync({ id: campaign?.id ?? null, revision: campaign?.revision ?? null, details })}
      {...turns}
    >
      {(errorOf) => (
        <>
          <TextField label="コード" requirement="required" id="code" width="short" support="受付で入力する短い番号です。例：3"
            error={errorOf('code')} {...form.register('code')} />
          <TextField label="名称" requirement="required" id="name" error={errorOf('name')} {...form.register('name')} />
          <SelectField label="種類" requirement="required" id="drive" error={errorOf('drive')}
            options={driveKinds.map((value) => ({ value, label: driveKindNames[value] }))}
            {...form.register('drive', { onChange: () => form.setValue('groupId', null) })} />
          <CampaignGroupField form={form} group={campaign?.group ?? null} error={errorOf('groupId')} />
          <DateField label="開始日" requirement="required" id="opensOn" support="例：R8.10.1、10/1" defaultValue={initial?.opensOn}
            read={readDate} error={errorOf('opensOn')} {...form.register('opensOn')} />
          <DateField label="終了日" requirement="required" id="closesOn" support="例：R8.12.31、12/31" defaultValue={initial?.closesOn}
            read={readDate} error={errorOf('closesOn')} {...form.register('closesOn')} />
          <CampaignGoalFields form={form} readDate={readDate} errorOf={errorOf} />
          <CampaignBookFields form={form} errorOf={errorOf} />
        </>
      )}
    </FormDialog>
  )
}

function typedCampaign(campaign: ListedCampaign | null, fiscalYear: FiscalYear): Partial<TypedCampaign> {
  const blank = { goalYen: '', suggestedYen: '', goalPublishedOn: '', opensOn: '', closesOn: '' }
  if (campaign === null) return { ...blank, drive: 'other', remittanceMode: 'full', cashAccountId: null, groupId: null, fiscalYear }
  const { goalYen, suggestedYen, goalPublishedOn, opensOn, closesOn } = campaign
  const amount = (typed: Yen | null) => (typed === null ? '' : formatYen(typed))
  return {
    ...campaign,
    goalYen: amount(goalYen),
    suggestedYen: amount(suggestedYen),
    goalPublishedOn: goalPublishedOn === null ? '' : formatLocalDateShort(goalPublishedOn),
    opensOn: formatLocalDateShort(opensOn),
    closesOn: formatLocalDateShort(closesOn),
  }
}
