import { membershipRouteNames, membershipRoutes } from '@sasaeai/domain/membership-dues/member/membership-route'
import { ComboBoxField, type ComboBoxOption } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { RadioGroupField } from '@sasaeai/ui/radio-group-field'
import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { type ReactNode, useState } from 'react'
import type { ErrorOf } from '../../../app/command-form.tsx'
import { readTypedDate } from '../../../app/read-typed.ts'
import { findAreas } from '../../area/find-areas.ts'

type JoiningField = 'route' | 'areaId' | 'joinedOn' | 'units' | 'note'

interface JoiningFieldsProps {
  /** How a field joins its form; `path` names it there. */
  readonly register: (field: JoiningField) => object
  readonly pathOf: (field: JoiningField) => string
  readonly setArea: (areaId: string | null) => void
  readonly errorOf: ErrorOf
  readonly joinedOn: string
  /** What the year suggests for so many 口. */
  readonly unitsSupport?: ReactNode
}

/** 入会日, 口数 and 経路: the same whether somebody joins at the desk or out of the prospects. */
export function JoiningFields({ register, pathOf, setArea, errorOf, joinedOn, unitsSupport }: JoiningFieldsProps) {
  const error = (field: JoiningField) => errorOf(pathOf(field))
  return (
    <>
      <DateField label="入会日" requirement="required" id={pathOf('joinedOn')} read={readTypedDate} support="例：R8.4.1、4/1"
        defaultValue={joinedOn} error={error('joinedOn')} {...register('joinedOn')} />
      <TextField label="口数" requirement="required" id={pathOf('units')} width="tiny" unit="口" inputMode="numeric" autoComplete="off"
        support={unitsSupport} error={error('units')} {...register('units')} />
      <RouteFields register={register} pathOf={pathOf} setArea={setArea} errorOf={errorOf} route="direct" area={null} />
      <TextAreaField label="備考" requirement="optional" id={pathOf('note')} error={error('note')} {...register('note')} />
    </>
  )
}

interface RouteFieldsProps {
  readonly register: (field: 'route') => object
  readonly pathOf: (field: 'route' | 'areaId') => string
  readonly setArea: (areaId: string | null) => void
  readonly errorOf: ErrorOf
  readonly route: string
  readonly area: ComboBoxOption | null
}

/** Whether dues come directly or through a 自治会, and through which. */
export function RouteFields({ register, pathOf, setArea, errorOf, route, area }: RouteFieldsProps) {
  const [chosen, setChosen] = useState(area)
  const choose = (option: ComboBoxOption | null) => {
    setChosen(option)
    setArea(option?.id ?? null)
  }
  return (
    <>
      <RadioGroupField label="会費の経路" requirement="required" id={pathOf('route')} isRow defaultValue={route}
        options={membershipRoutes.map((value) => ({ value, label: membershipRouteNames[value] }))}
        error={errorOf(pathOf('route'))} {...register('route')} name={pathOf('route')} />
      <ComboBoxField label="自治会" id={pathOf('areaId')} width="medium"
        support="自治会を通して納める会員で選びます（直接の会員では使いません）。コード、名称、よみで探せます。"
        value={chosen} onChange={choose} error={errorOf(pathOf('areaId'))} load={findAreas} />
    </>
  )
}
