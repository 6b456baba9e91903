import { donationKindNames, donationKinds } from '@sasaeai/domain/donation/gift/donation-kind'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { FieldError } from '@sasaeai/ui/field-error'
import type { TemplateForm } from './letter-template-form.tsx'

/** For which gifts a 礼状 is proposed. */
export function GiftKindsField({ form, error }: { form: TemplateForm; error: string | undefined }) {
  return (
    <fieldset id="giftKinds" tabIndex={-1} aria-describedby="giftKinds-support">
      <legend className="font-bold">合う寄附の種類</legend>
      <p id="giftKinds-support" className="mt-1 text-[0.875rem] text-ink-sub">
        「寄附の種類に合うひな形」を選んで作るときに使われます。同じ種類のひな形がいくつかあるときは、コードの小さいものです。ひとつも選ばなければ、ほかに合うもののない寄附に使います。
      </p>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {donationKinds.map((kind) => <CheckboxField key={kind} label={donationKindNames[kind]} value={kind} {...form.register('giftKinds')} />)}
      </div>
      <FieldError id="giftKinds-error" message={error} />
    </fieldset>
  )
}
