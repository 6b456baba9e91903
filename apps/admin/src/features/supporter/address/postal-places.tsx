import { addressOfPlace, type PostalPlace } from '@sasaeai/domain/supporter/address/postal-place'
import { Button } from '@sasaeai/ui/button'
import { SelectField } from '@sasaeai/ui/select-field'

interface PostalPlacesProps {
  /** Where the typed code leads; null while that is not known. */
  readonly places: readonly PostalPlace[] | null
  /** The address as it stands. */
  readonly address: string
  /** Whether choosing a place puts it in the place of what is typed, instead of before it. */
  readonly replaces: (place: string) => boolean
  readonly onChoose: (place: string) => void
}

/** More choices than this are a list to choose from rather than buttons to press. */
const mostButtons = 6

/** Where a postal code leads, in words; and what to press where it leads to several towns or elsewhere than the address says. */
export function PostalPlaces({ places, ...choice }: PostalPlacesProps) {
  return (
    <div aria-live="polite" className="flex w-full flex-col gap-2 text-[0.875rem] leading-150 text-ink-sub empty:hidden">
      {places !== null && <Places {...choice} places={places} />}
    </div>
  )
}

function Places({ places, address, replaces, onChoose }: PostalPlacesProps & { readonly places: readonly PostalPlace[] }) {
  const addresses = places.map(addressOfPlace)
  const [only] = addresses
  if (only === undefined) {
    return <p>この郵便番号は辞書にありません。番号を確かめてください。大口事業所の番号は載っていません。このままでも保存できます。</p>
  }
  const isChosen = addresses.some((each) => address.startsWith(each))
  if (places.length === 1 && isChosen) return <p>→ {only}</p>
  const label = places.length === 1 ? '郵便番号の住所' : `郵便番号の住所（${places.length}か所）`
  const gives = addresses.some(replaces) ? `${label}：押すと、いまの住所と置き換わります` : `${label}：`
  return <Choices label={gives} addresses={addresses} onChoose={onChoose} />
}

function Choices({ label, addresses, onChoose }: { readonly label: string; readonly addresses: readonly string[]; readonly onChoose: (place: string) => void }) {
  if (addresses.length > mostButtons) {
    return (
      <SelectField label={label} emptyLabel="住所を選んでください" width="full" options={addresses.map((value) => ({ value, label: value }))}
        onChange={(event) => event.currentTarget.value !== '' && onChoose(event.currentTarget.value)} />
    )
  }
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      <span>{label}</span>
      {addresses.map((each) => <Button key={each} size="small" onClick={() => onChoose(each)}>{each}</Button>)}
    </div>
  )
}
