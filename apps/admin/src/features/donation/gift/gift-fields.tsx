import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { ComboBoxField } from '@sasaeai/ui/combo-box-field'
import { DateField } from '@sasaeai/ui/date-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { SelectField } from '@sasaeai/ui/select-field'
import { readTypedDate } from '../../../app/read-typed.ts'
import { areaLookup, areaOption } from '../../ledger/ground-options.ts'
import { ChannelFields, ConsentFields, KindFields } from './gift-detail-fields.tsx'
import type { GiftFieldsProps } from './gift-fields-props.ts'
import { GivenFields } from './given-fields.tsx'
import { GiverField } from './giver-field.tsx'
import { InstalmentField } from './instalment-field.tsx'

/** The sheet of one gift: who, what, and what the giver said about it. */
export function GiftFields(props: GiftFieldsProps) {
  const { ground, typed, onChange, errorOf } = props
  return (
    <div>
      <FormSection title="どなたから">
        <GiverField {...props} />
        <InstalmentField {...props} />
        <ComboBoxField label="地域" requirement="optional" id="areaId" width="medium" support="分かるときだけ選びます。" error={errorOf('areaId')}
          value={typed.areaId === '' ? null : areaOption(ground, typed.areaId)} load={areaLookup(ground, { withClosed: false })}
          onChange={(option) => onChange({ areaId: option?.id ?? '' })} />
      </FormSection>
      <FormSection title="寄附の内容">
        <DateField label="受領日" requirement="required" id="receivedOn" defaultValue={typed.receivedOn} read={readTypedDate} error={errorOf('receivedOn')}
          onChange={(event) => onChange({ receivedOn: event.currentTarget.value })} />
        <SelectField label="種類" requirement="required" id="kind" value={typed.kind} error={errorOf('kind')}
          options={donationKinds.map((value) => ({ value, label: donationKindNames[value] }))}
          onChange={(event) => onChange(event.currentTarget.value === 'in_kind' ? { kind: 'in_kind', shares: typed.shares.slice(0, 1) } : { kind: event.currentTarget.value })} />
        <KindFields {...props} />
        <GivenFields {...props} />
      </FormSection>
      <FormSection title="お名前の掲載">
        <ConsentFields {...props} />
      </FormSection>
      <FormSection title="きっかけと備考">
        <ChannelFields {...props} />
      </FormSection>
    </div>
  )
}
