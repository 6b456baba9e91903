import { supporterKindNames, supporterKinds, type SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { useEffect, useRef } from 'react'
import type { SupporterSearch } from './supporter-routes.tsx'

interface SupporterFiltersProps {
  readonly search: SupporterSearch
  readonly onChange: (search: SupporterSearch) => void
}

const pauseMilliseconds = 150

/** What the list is narrowed to; it follows the typing after a short pause. */
export function SupporterFilters({ search, onChange }: SupporterFiltersProps) {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  const typed = (text: string) => {
    clearTimeout(pause.current)
    pause.current = setTimeout(() => onChange({ ...search, text: text === '' ? undefined : text }), pauseMilliseconds)
  }
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 print-hidden">
      <TextField label="さがす" type="search" width="long" support="名前、フリガナ、番号、電話番号、住所"
        defaultValue={search.text ?? ''} onChange={(event) => typed(event.currentTarget.value)} />
      <SelectField label="種類" emptyLabel="すべて" width="short" value={search.kind ?? ''}
        options={supporterKinds.map((value) => ({ value, label: supporterKindNames[value] }))}
        onChange={(event) => onChange({ ...search, kind: kindNamed(event.currentTarget.value) })} />
      <CheckboxField label="使用終了も表示する" checked={search.withClosed === true}
        onChange={(event) => onChange({ ...search, withClosed: event.currentTarget.checked || undefined })} />
    </search>
  )
}

function kindNamed(value: string): SupporterKind | undefined {
  return supporterKinds.find((kind) => kind === value)
}
