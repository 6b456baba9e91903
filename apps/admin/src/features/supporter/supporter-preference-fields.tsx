import { acknowledgmentNames, acknowledgments } from '@sasaeai/domain/supporter/acknowledgment'
import { donorAttributeNames, donorAttributes } from '@sasaeai/domain/supporter/donor-attribute'
import { receiptDeliveries, receiptDeliveryNames } from '@sasaeai/domain/supporter/receipt-delivery'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FormSection } from '@sasaeai/ui/form-section'
import { SelectField } from '@sasaeai/ui/select-field'
import { TextField } from '@sasaeai/ui/text-field'
import { AddressFields } from './address/address-fields.tsx'
import { addressField, type SupporterFieldsProps } from './supporter-fields.tsx'

/** 送付先: where post goes, when it is not the address. */
export function SupporterMailingFields({ form, errorOf }: SupporterFieldsProps) {
  return (
    <FormSection title="送付先" description="住所と違うところへ送るときだけ入力します。">
      <TextField label="送付先の宛名" requirement="optional" id="mailingName" autoComplete="off" support="空けておくと、名前が宛名になります。"
        error={errorOf('mailingName')} {...form.register('mailingName')} />
      <AddressFields
        postalCode={{ ...addressField({ form, errorOf }, 'mailingPostalCode'), label: '送付先の郵便番号', requirement: 'optional' }}
        address={{ ...addressField({ form, errorOf }, 'mailingAddress'), label: '送付先', requirement: 'optional' }} />
    </FormSection>
  )
}

/** What somebody wants done with their name and their post, and how the statutory schedule counts them. */
export function SupporterPreferenceFields({ form: { register }, errorOf }: SupporterFieldsProps) {
  return (
    <FormSection title="希望と属性">
      <SelectField label="芳名の載せ方" requirement="optional" id="acknowledgment" emptyLabel="まだ聞いていない"
        support="寄附を受け付けるときの最初の値です。載せてよいかは、寄附のたびに確かめます。"
        options={acknowledgments.map((value) => ({ value, label: acknowledgmentNames[value] }))}
        error={errorOf('acknowledgment')} {...register('acknowledgment')} />
      <CheckboxField label="お知らせの郵送を希望している" id="wantsMail" {...register('wantsMail')} />
      <SelectField label="領収書の渡し方" id="receiptDelivery" options={receiptDeliveries.map((value) => ({ value, label: receiptDeliveryNames[value] }))}
        error={errorOf('receiptDelivery')} {...register('receiptDelivery')} />
      <SelectField label="寄附者の属性" id="attribute" support="寄附金収益明細書（別紙3②）の区分です。"
        options={donorAttributes.map((value) => ({ value, label: donorAttributeNames[value] }))}
        error={errorOf('attribute')} {...register('attribute')} />
    </FormSection>
  )
}
