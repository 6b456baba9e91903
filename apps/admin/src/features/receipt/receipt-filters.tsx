import { idIn } from '@sasaeai/domain/ids'
import { receiptStateNames, receiptStates } from '@sasaeai/domain/receipt/receipt-list-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { SearchField } from '../../app/search-field.tsx'
import { trpc } from '../../app/trpc.ts'
import type { ReceiptSearch } from './receipt-search.ts'

interface ReceiptFiltersProps {
  readonly search: ReceiptSearch
  readonly onChange: (search: ReceiptSearch) => void
}

/** What the list is narrowed to; it follows the typing after a short pause. */
export function ReceiptFilters({ search, onChange }: ReceiptFiltersProps) {
  const allSeries = useQuery(trpc.receipt.series.list.queryOptions())
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      <SearchField label="さがす" width="medium" support="領収書番号、宛名、フリガナ、支援者番号" defaultValue={search.text ?? ''}
        onSettled={(text) => onChange({ ...search, text: text === '' ? undefined : text })} />
      <SelectField label="系列" emptyLabel="すべて" width="short" value={search.seriesId ?? ''} options={(allSeries.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange({ ...search, seriesId: idIn(event.currentTarget.value) })} />
      <SelectField label="状態" emptyLabel="すべて" width="medium" value={search.state ?? ''} options={receiptStates.map((value) => ({ value, label: receiptStateNames[value] }))}
        onChange={(event) => onChange({ ...search, state: choiceIn(receiptStates, event.currentTarget.value) })} />
    </search>
  )
}
