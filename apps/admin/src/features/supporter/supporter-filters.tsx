import { supporterKindNames, supporterKinds, type SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { SearchField } from '../../app/search-field.tsx'
import type { SupporterSearch } from './supporter-routes.tsx'

interface SupporterFiltersProps {
  readonly search: SupporterSearch
  readonly onChange: (search: SupporterSearch) => void
}

/** What the list is narrowed to; it follows the typing after a short pause. */
export function SupporterFilters({ search, onChange }: SupporterFiltersProps) {
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 print-hidden">
      <SearchField label="さがす" width="long" support="名前、フリガナ、番号、電話番号、住所" defaultValue={search.text ?? ''}
        onSettled={(text) => onChange({ ...search, text: text === '' ? undefined : text })} />
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
