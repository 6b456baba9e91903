import { indicatorDirectionNames, indicatorDirections } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { IndicatorDetails, indicatorDetailsSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import type { z } from 'zod'
import type { ErrorOf } from '../../../app/command-form.tsx'

/** How an indicator is called, as its form holds it. */
export type DetailsDraft = z.input<typeof indicatorDetailsSchema>

export const emptyDetails: DetailsDraft = { code: '', name: '', category: '', unit: '%', direction: 'higher', decimals: '1', owner: '', displayOrder: '500' }

export function draftOfDetails({ code, name, category, unit, direction, decimals, owner, displayOrder }: IndicatorDetails): DetailsDraft {
  return { code, name, category, unit, direction, decimals, owner, displayOrder }
}

interface DetailsFieldsProps {
  readonly draft: DetailsDraft
  readonly onChange: (change: Partial<DetailsDraft>) => void
  readonly errorOf: ErrorOf
}

/** 名称・分類・単位 and what else stands beside a value. */
export function DetailsFields({ draft, onChange, errorOf }: DetailsFieldsProps) {
  const field = (name: Exclude<keyof DetailsDraft, 'direction'>) => ({
    id: `details.${name}`, defaultValue: draft[name], error: errorOf(`details.${name}`), autoComplete: 'off',
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextField label="コード" requirement="required" width="short" support="ほかの指標と重ならない短い番号。例：70" {...field('code')} />
      <TextField label="指標の名称" requirement="required" {...field('name')} />
      <TextField label="分類" requirement="optional" support="計画の柱や、財源の名前など。同じ分類でしぼり込めます。" {...field('category')} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField label="単位" requirement="optional" width="short" support="例：%、円、件" {...field('unit')} />
        <TextField label="小数点以下の桁数" requirement="optional" width="short" inputMode="numeric" {...field('decimals')} />
      </div>
      <SelectField label="望ましい向き" id="details.direction" value={draft.direction} options={indicatorDirections.map((value) => ({ value, label: indicatorDirectionNames[value] }))}
        onChange={(event) => onChange({ direction: indicatorDirections.find((each) => each === event.currentTarget.value) ?? draft.direction })} />
      <TextField label="担当" requirement="optional" support="例：総務課" {...field('owner')} />
      <TextField label="並び順" requirement="optional" width="short" inputMode="numeric" support="小さい順に並びます。" {...field('displayOrder')} />
    </>
  )
}
