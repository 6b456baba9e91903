import { driveKindNames, type SummedDrive, summedDrives } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { ResultCampaign, ResultScope } from '@sasaeai/domain/community-chest/result/result-scope'
import { SelectField } from '@sasaeai/ui/select-field'
import type { ScopeSearch } from './result-search.ts'

interface ScopeChoiceProps {
  readonly scope: ResultScope
  readonly campaigns: readonly ResultCampaign[]
  readonly onChange: (wanted: Pick<ScopeSearch, 'drive' | 'campaign'>) => void
}

/** All drives together, those of one kind where there are several, or one by itself. その他 can only be looked at by itself. */
export function ScopeChoice({ scope, campaigns, onChange }: ScopeChoiceProps) {
  const drives = summedDrives.filter((drive) => drive === scope.drive || campaigns.filter((campaign) => campaign.drive === drive).length > 1)
  const value = scope.campaignId ?? scope.drive ?? ''
  return (
    <SelectField
      label="運動"
      value={value}
      emptyLabel="すべての運動"
      options={[
        ...drives.map((drive) => ({ value: drive, label: `${driveKindNames[drive]}の計` })),
        ...campaigns.map(({ campaignId, name, drive }) => ({ value: campaignId, label: drive === 'other' ? `${name}（その他）` : name })),
      ]}
      onChange={(event) => onChange(chosen(event.currentTarget.value, campaigns))}
    />
  )
}

function chosen(value: string, campaigns: readonly ResultCampaign[]): Pick<ScopeSearch, 'drive' | 'campaign'> {
  const drive: SummedDrive | undefined = summedDrives.find((each) => each === value)
  return { drive, campaign: campaigns.find(({ campaignId }) => campaignId === value)?.campaignId }
}
