import { materialItemNames, materialItems } from '@sasaeai/domain/community-chest/material/material-item'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { SelectField } from '@sasaeai/ui/select-field'
import type { CampaignMaterialRow } from './use-campaign-material-draft.ts'

const choices = [
  { value: 'all', label: 'すべて' },
  { value: 'unissued', label: 'まだ渡していない' },
  { value: 'unreturned', label: '渡して、まだ戻っていない' },
] as const

export interface CampaignMaterialNarrowing {
  /** The 校区; '' for all. */
  readonly parentId: string
  readonly shows: (typeof choices)[number]['value']
}

/** The rows in view. What came back at all, or with a day, counts as returned: envelopes are used up. */
export function narrowedCampaignMaterials(rows: readonly CampaignMaterialRow[], { parentId, shows }: CampaignMaterialNarrowing): CampaignMaterialRow[] {
  return rows.filter(({ materials, parentId: own }) => {
    const recorded = materialItems.flatMap((item) => materials[item] ?? [])
    const isIssued = recorded.some(({ issued }) => issued > 0)
    const isReturned = recorded.some(({ returned, returnedOn }) => returned > 0 || returnedOn !== null)
    if (parentId !== '' && own !== parentId) return false
    if (shows === 'unissued') return !isIssued
    return shows === 'all' || (isIssued && !isReturned)
  })
}

interface CampaignMaterialFiltersProps {
  readonly rows: readonly CampaignMaterialRow[]
  readonly narrowing: CampaignMaterialNarrowing
  readonly onChange: (narrowing: CampaignMaterialNarrowing) => void
}

/** Which areas are in view. */
export function CampaignMaterialFilters({ rows, narrowing, onChange }: CampaignMaterialFiltersProps) {
  const parents = new Map(rows.flatMap(({ parentId, parentName }) => (parentId === null ? [] : [[parentId, parentName ?? ''] as const])))
  return (
    <>
      {parents.size > 1 && (
        <SelectField label="校区" emptyLabel="すべて" value={narrowing.parentId} options={[...parents].map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ ...narrowing, parentId: event.currentTarget.value })} />
      )}
      <SelectField label="表示する地域" value={narrowing.shows} options={choices}
        onChange={(event) => onChange({ ...narrowing, shows: choices.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all' })} />
    </>
  )
}

/** What is out and what came back, over the areas in view. */
export function CampaignMaterialSums({ rows }: { rows: readonly CampaignMaterialRow[] }) {
  return (
    <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-1">
      <div className="flex items-baseline gap-2">
        <dt className="text-[0.875rem] text-ink-sub">地域</dt>
        <dd className="figures font-bold">{groupDigits(rows.length)}</dd>
      </div>
      {materialItems.map((item) => {
        const sum = (figure: 'issued' | 'returned') => groupDigits(rows.reduce((total, { materials }) => total + (materials[item]?.[figure] ?? 0), 0))
        return (
          <div key={item} className="flex items-baseline gap-2">
            <dt className="text-[0.875rem] text-ink-sub">{materialItemNames[item]}</dt>
            <dd className="figures">
              <strong>{sum('issued')}</strong>のうち <strong>{sum('returned')}</strong>戻り
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
