import { idIn } from '@sasaeai/domain/ids'
import {
  membershipListStateNames,
  membershipListStates,
  membershipPaymentNames,
  membershipPayments,
} from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import { membershipRouteNames, membershipRoutes } from '@sasaeai/domain/membership-dues/member/membership-route'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { SelectField } from '@sasaeai/ui/select-field'
import { useState } from 'react'
import { SearchField } from '../../../app/search-field.tsx'
import { findAreas } from '../../area/find-areas.ts'
import { allOptions, areaOption } from '../../ledger/ground-options.ts'
import type { LedgerGround } from '../../ledger/use-ground.ts'
import type { MemberSearch } from './member-search.ts'

interface MemberFiltersProps {
  readonly search: MemberSearch
  readonly ground: LedgerGround
  readonly onChange: (search: MemberSearch) => void
}

/** What the list is narrowed to; it follows the typing after a short pause. */
export function MemberFilters({ search, ground, onChange }: MemberFiltersProps) {
  return (
    <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
      <SearchField label="さがす" width="medium" support="名前、フリガナ、番号、電話番号" defaultValue={search.text ?? ''}
        onSettled={(text) => onChange({ ...search, text: text === '' ? undefined : text })} />
      <SelectField label="会員種別" emptyLabel="すべて" width="short" value={search.duesKindId ?? ''} options={allOptions(ground.duesKinds)}
        onChange={(event) => onChange({ ...search, duesKindId: idIn(event.currentTarget.value) })} />
      <SelectField label="状態" width="short" value={search.state ?? 'present'}
        options={membershipListStates.map((value) => ({ value, label: membershipListStateNames[value] }))}
        onChange={(event) => onChange({ ...search, state: choiceIn(membershipListStates, event.currentTarget.value) })} />
      <SelectField label="納入" emptyLabel="すべて" width="short" value={search.payment ?? ''}
        options={membershipPayments.map((value) => ({ value, label: membershipPaymentNames[value] }))}
        onChange={(event) => onChange({ ...search, payment: choiceIn(membershipPayments, event.currentTarget.value) })} />
      <details open={search.route !== undefined || search.areaId !== undefined} className="basis-full">
        <summary className="w-fit cursor-pointer py-1.5 text-accent underline">ほかの条件</summary>
        <div className="flex flex-wrap items-end gap-x-5 gap-y-3 pt-2">
          <SelectField label="経路" emptyLabel="すべて" width="short" value={search.route ?? ''}
            options={membershipRoutes.map((value) => ({ value, label: membershipRouteNames[value] }))}
            onChange={(event) => onChange({ ...search, route: choiceIn(membershipRoutes, event.currentTarget.value) })} />
          <AreaFilter search={search} ground={ground} onChange={onChange} />
        </div>
      </details>
    </search>
  )
}

function AreaFilter({ search, ground, onChange }: MemberFiltersProps) {
  const [area, setArea] = useState<ComboBoxOption | null>(search.areaId === undefined ? null : areaOption(ground, search.areaId))
  const choose = (option: ComboBoxOption | null) => {
    setArea(option)
    onChange({ ...search, areaId: idIn(option?.id) })
  }
  return <ComboBoxField label="地域（その下も含む）" width="medium" value={area} onChange={choose} load={findAreas} />
}
