import { id } from '@sasaeai/domain/ids'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CampaignDetails } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { lookupSupporters } from '../../ledger/ground-options.ts'
import type { TypedCampaign } from './campaign-dialog.tsx'

interface CampaignGroupFieldProps {
  readonly form: UseFormReturn<TypedCampaign, unknown, CampaignDetails>
  readonly group: { readonly name: string; readonly number: number } | null
  readonly error: string | undefined
}

/** 団体: asked of a テーマ型募金 only. */
export function CampaignGroupField({ form, group, error }: CampaignGroupFieldProps) {
  const groupId = form.formState.defaultValues?.groupId
  const [chosen, setChosen] = useState<ComboBoxOption | null>(
    group === null || groupId == null ? null : { id: groupId, label: group.name, detail: String(group.number) },
  )
  if (form.watch('drive') !== 'themed') return null
  return (
    <ComboBoxField label="団体" requirement="required" id="groupId" support="この募金を使う団体を、支援者の番号・名前・よみで探せます。"
      value={chosen} load={lookupSupporters} error={error}
      onChange={(option) => {
        setChosen(option)
        form.setValue('groupId', option === null ? null : id<'SupporterId'>(option.id))
      }} />
  )
}
