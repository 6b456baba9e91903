import { idIn } from '@sasaeai/domain/ids'
import { onlineGiftStateNames, onlineGiftStates } from '@sasaeai/domain/online-giving/event/gift-standing'
import { giftFrequencies } from '@sasaeai/domain/online-giving/gift/gift-frequency'
import { giftFrequencyNames } from '@sasaeai/domain/online-giving/gift/gift-words'
import { paymentMethodName, paymentMethods } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { DayField } from '../../../app/day-field.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { OnlineGiftSearch } from './online-gift-search.ts'

interface OnlineGiftFiltersProps {
  readonly search: OnlineGiftSearch
  readonly onChange: (search: OnlineGiftSearch) => void
}

/** What the list is narrowed to; it follows the typing after a short pause. */
export function OnlineGiftFilters({ search, onChange }: OnlineGiftFiltersProps) {
  const targets = useQuery(trpc.onlineGiving.settings.target.list.queryOptions())
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      <SearchField label="さがす" width="medium" support="名前、メールアドレス、メッセージ" defaultValue={search.text ?? ''} onSettled={(text) => onChange({ ...search, text: text === '' ? undefined : text })} />
      <SelectField label="状態" emptyLabel="すべて" width="short" value={search.state ?? ''} options={onlineGiftStates.map((value) => ({ value, label: onlineGiftStateNames[value] }))}
        onChange={(event) => onChange({ ...search, state: choiceIn(onlineGiftStates, event.currentTarget.value) })} />
      <SelectField label="受付項目" emptyLabel="すべて" width="medium" value={search.targetId ?? ''} options={(targets.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(event) => onChange({ ...search, targetId: idIn(event.currentTarget.value) })} />
      <details open={[search.frequency, search.method, search.from, search.to].some((value) => value !== undefined)} className="basis-full">
        <summary className="w-fit cursor-pointer py-1.5 text-accent underline">ほかの条件</summary>
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3 pt-2">
          <SelectField label="回数" emptyLabel="すべて" width="short" value={search.frequency ?? ''} options={giftFrequencies.map((value) => ({ value, label: giftFrequencyNames[value] }))}
            onChange={(event) => onChange({ ...search, frequency: choiceIn(giftFrequencies, event.currentTarget.value) })} />
          <SelectField label="支払方法" emptyLabel="すべて" width="short" value={search.method ?? ''} options={paymentMethods.map((value) => ({ value, label: paymentMethodName(value) }))}
            onChange={(event) => onChange({ ...search, method: choiceIn(paymentMethods, event.currentTarget.value) })} />
          <DayField label="いつから" id="from" day={search.from} onChange={(from) => onChange({ ...search, from })} />
          <DayField label="いつまで" id="to" day={search.to} onChange={(to) => onChange({ ...search, to })} />
        </div>
      </details>
    </search>
  )
}
