import { acknowledgmentConsentNames, acknowledgmentConsents } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { giftMatterNames, giftMatters, unwrittenStaff } from '@sasaeai/domain/donation/gift/gift-list-input'
import { idIn } from '@sasaeai/domain/ids'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { SelectField } from '@sasaeai/ui/select-field'
import { useQuery } from '@tanstack/react-query'
import { DayField } from '../../../app/day-field.tsx'
import { SearchField } from '../../../app/search-field.tsx'
import { trpc } from '../../../app/trpc.ts'
import { allOptions } from '../../ledger/ground-options.ts'
import { useGround } from '../../ledger/use-ground.ts'
import { channelIn, type GiftSearch } from './gift-search.ts'

interface GiftFiltersProps {
  readonly search: GiftSearch
  readonly onChange: (search: GiftSearch) => void
}

/** What the list is narrowed to; it follows the typing after a short pause. */
export function GiftFilters({ search, onChange }: GiftFiltersProps) {
  const ground = useGround()
  const channels = useQuery(trpc.donation.channel.list.queryOptions())
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      <SearchField label="さがす" width="medium" support="寄附者、故人、喪主、品名、番号" defaultValue={search.text ?? ''}
        onSettled={(text) => onChange({ ...search, text: text === '' ? undefined : text })} />
      <SelectField label="種類" emptyLabel="すべて" width="short" value={search.kind ?? ''} options={donationKinds.map((value) => ({ value, label: donationKindNames[value] }))}
        onChange={(event) => onChange({ ...search, kind: choiceIn(donationKinds, event.currentTarget.value) })} />
      <SelectField label="確かめること" emptyLabel="すべて" width="medium" value={search.matter ?? ''} options={giftMatters.map((value) => ({ value, label: giftMatterNames[value] }))}
        onChange={(event) => onChange({ ...search, matter: choiceIn(giftMatters, event.currentTarget.value) })} />
      <details open={[search.fundId, search.channelId, search.staff, search.consent, search.from, search.to].some((value) => value !== undefined)} className="basis-full">
        <summary className="w-fit cursor-pointer py-1.5 text-accent underline">ほかの条件</summary>
        <div className="flex flex-wrap items-end gap-x-5 gap-y-3 pt-2">
          <SelectField label="使いみち" emptyLabel="すべて" value={search.fundId ?? ''} options={allOptions(ground.data?.funds ?? new Map())}
            onChange={(event) => onChange({ ...search, fundId: idIn(event.currentTarget.value) })} />
          <SelectField label="きっかけ" emptyLabel="すべて" value={search.channelId ?? ''} options={[...(channels.data ?? []).map(({ id, name }) => ({ value: id, label: name })), { value: 'none', label: '未記入' }]}
            onChange={(event) => onChange({ ...search, channelId: channelIn(event.currentTarget.value) })} />
          <SearchField label="担当" width="short" support={`書いたとおりに。「${unwrittenStaff}」は未記入`} defaultValue={search.staff ?? ''}
            onSettled={(staff) => onChange({ ...search, staff: staff === '' ? undefined : staff })} />
          <SelectField label="芳名の掲載" emptyLabel="すべて" value={search.consent ?? ''} options={acknowledgmentConsents.map((value) => ({ value, label: acknowledgmentConsentNames[value] }))}
            onChange={(event) => onChange({ ...search, consent: choiceIn(acknowledgmentConsents, event.currentTarget.value) })} />
        </div>
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3 pt-3">
          <DayField label="いつから" id="from" day={search.from} onChange={(from) => onChange({ ...search, from })} />
          <DayField label="いつまで" id="to" day={search.to} onChange={(to) => onChange({ ...search, to })} />
        </div>
      </details>
    </search>
  )
}
