import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { AmountField } from '@sasaeai/ui/amount-field'
import { DateField, type Echo } from '@sasaeai/ui/date-field'
import { HelpTip } from '@sasaeai/ui/help-tip'
import type { UseFormReturn } from 'react-hook-form'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedAmount } from '../../../app/read-typed.ts'
import type { TypedCampaign } from './campaign-dialog.tsx'

interface CampaignGoalFieldsProps {
  readonly form: UseFormReturn<TypedCampaign, unknown, CampaignDetails>
  readonly readDate: (text: string) => Echo
  readonly errorOf: ErrorOf
}

/** 目標額 as it is published, and what a household may take as a guide. */
export function CampaignGoalFields({ form, readDate, errorOf }: CampaignGoalFieldsProps) {
  const initial = form.formState.defaultValues
  return (
    <>
      <AmountField label="目標額" requirement="optional" id="goalYen" support="運動全体の目標額です。決まるまでは空けておきます。"
        defaultValue={initial?.goalYen} read={readTypedAmount} error={errorOf('goalYen')} {...form.register('goalYen')} />
      <DateField label="目標額の公表日" requirement="optional" id="goalPublishedOn" defaultValue={initial?.goalPublishedOn}
        help={<HelpTip term="目標額の公表">共同募金は、募集を始める前に目標額を公表することになっています。</HelpTip>}
        read={readDate} error={errorOf('goalPublishedOn')} {...form.register('goalPublishedOn')} />
      <AmountField label="1世帯当たりの目安" requirement="optional" id="suggestedYen" support="お願いの文書に目安として書く額です。"
        defaultValue={initial?.suggestedYen} read={readTypedAmount} error={errorOf('suggestedYen')} {...form.register('suggestedYen')} />
    </>
  )
}
