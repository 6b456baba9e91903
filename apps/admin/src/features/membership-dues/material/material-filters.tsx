import { SelectField } from '@sasaeai/ui/select-field'
import type { RouterOutput } from '../../../app/trpc.ts'

export type MaterialRow = RouterOutput['membershipDues']['material']['list'][number]

const choices = [
  { value: 'all', label: 'すべて' },
  { value: 'unissued', label: 'まだ渡していない' },
  { value: 'unreturned', label: '渡して、まだ戻っていない' },
] as const

export interface MaterialNarrowing {
  /** The 校区; '' for all. */
  readonly parentId: string
  readonly shows: (typeof choices)[number]['value']
}

/** The rows in view. What came back at all, or with a day, counts as returned. */
export function narrowedMaterials(rows: readonly MaterialRow[], { parentId, shows }: MaterialNarrowing): MaterialRow[] {
  return rows.filter((row) => {
    const isIssued = row.envelopesIssued + row.slipsIssued > 0
    const isReturned = row.envelopesReturned + row.slipsReturned > 0 || row.returnedOn !== null
    if (parentId !== '' && row.parentId !== parentId) return false
    if (shows === 'unissued') return !isIssued
    return shows === 'all' || (isIssued && !isReturned)
  })
}

interface MaterialFiltersProps {
  readonly rows: readonly MaterialRow[]
  readonly narrowing: MaterialNarrowing
  readonly onChange: (narrowing: MaterialNarrowing) => void
}

export function MaterialFilters({ rows, narrowing, onChange }: MaterialFiltersProps) {
  const parents = new Map(
    rows.flatMap(({ parentId, parentName }) => (parentId === null ? [] : [[parentId, parentName ?? ''] as const])),
  )
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-5 gap-y-2 print-hidden">
      {parents.size > 1 && (
        <SelectField
          label="地区"
          emptyLabel="すべて"
          value={narrowing.parentId}
          options={[...parents].map(([value, label]) => ({ value, label }))}
          onChange={(event) => onChange({ ...narrowing, parentId: event.currentTarget.value })}
        />
      )}
      <SelectField
        label="表示する地域"
        value={narrowing.shows}
        options={choices}
        onChange={(event) => {
          const shows = choices.find(({ value }) => value === event.currentTarget.value)?.value ?? 'all'
          onChange({ ...narrowing, shows })
        }}
      />
    </div>
  )
}
