import { TextField } from '@sasaeai/ui/text-field'
import { withReadings } from '../site/readings.tsx'
import { AddressProposal } from './address-proposal.tsx'
import { textOf } from './giver-step.tsx'
import { OptionalLabel } from './optional-label.tsx'
import type { GiftForm } from './step-frame.tsx'

/** Where a receipt goes by post, or what stands on it. */
export function ReceiptAddress({ form }: { form: GiftForm }) {
  const { draft, words } = form
  const { receipt: say } = words
  const isPosted = draft.receiptWish === 'paper'
  const labelled = (label: string) => (isPosted ? withReadings(label) : <OptionalLabel words={words}>{withReadings(label)}</OptionalLabel>)
  return (
    <>
      <div>
        <TextField {...textOf(form, 'postalCode')} label={labelled(say.postalCode)} support={withReadings(say.postalCodeSupport)} width="short" inputMode="numeric" autoComplete="postal-code" required={isPosted} />
        <AddressProposal postalCode={draft.postalCode} address={draft.address} into="address" onTake={(address) => form.change({ address })} />
      </div>
      <TextField {...textOf(form, 'address')} label={labelled(say.address)} support={withReadings(isPosted ? say.addressSupport : say.addressSupportPdf)} width="full" autoComplete="street-address" required={isPosted} maxLength={200} />
    </>
  )
}
