import { TextAreaField } from '@sasaeai/ui/text-area-field'
import { TextField } from '@sasaeai/ui/text-field'
import { withReadings } from '../site/readings.tsx'
import { ReceiptAddress } from './receipt-address.tsx'
import { ChoiceTiles } from './choice-tiles.tsx'
import type { GiftDraft } from './gift-draft.ts'
import { textOf } from './giver-step.tsx'
import { OptionalLabel } from './optional-label.tsx'
import { type GiftForm, mistakeOf } from './step-frame.tsx'

/** 領収書とお名前の掲載, and what else the giver would like to say. */
export function ReceiptStep({ form }: { form: GiftForm }) {
  const { draft, target, words } = form
  const { receipt: say } = words
  const isNamed = draft.kind !== 'anonymous'
  return (
    <>
      {!isNamed && <p>{withReadings(say.anonymousSupport)}</p>}
      {isNamed && (target.issuesReceipt ? <ReceiptWishField form={form} /> : <p>{withReadings(say.driveSupport)}</p>)}
      {isNamed && target.issuesReceipt && draft.receiptWish !== 'none' && <ReceiptAddress form={form} />}
      {isNamed && target.issuesReceipt && target.kind !== 'dues' && <ConsentFields form={form} />}
      <TextAreaField id="message" label={<OptionalLabel words={words}>{withReadings(say.message)}</OptionalLabel>} support={withReadings(say.messageSupport)}
        error={mistakeOf(form, 'message')} defaultValue={draft.message} maxLength={500} onChange={({ currentTarget }) => form.change({ message: currentTarget.value })} />
    </>
  )
}

function ReceiptWishField({ form }: { form: GiftForm }) {
  const { draft, front, words, change } = form
  const { receipt: say } = words
  return (
    <ChoiceTiles id="receiptWish" isList label={withReadings(say.wish)} value={draft.receiptWish} onChoose={(value) => change({ receiptWish: wishOf(value) })}
      support={front.receiptRule === 'annual' ? withReadings(say.annualSupport) : undefined}
      tiles={[{ value: 'pdf', label: withReadings(say.pdf) }, { value: 'paper', label: withReadings(say.paper) }, { value: 'none', label: withReadings(say.none) }]} />
  )
}

function wishOf(value: string): GiftDraft['receiptWish'] {
  return value === 'paper' || value === 'none' ? value : 'pdf'
}

/** 芳名: nothing is printed that was not allowed for this gift. */
function ConsentFields({ form }: { form: GiftForm }) {
  const { draft, words, change } = form
  const { receipt: say } = words
  return (
    <>
      <ChoiceTiles id="consent" isList label={withReadings(say.consent)} support={withReadings(say.consentSupport)} value={draft.consent} onChoose={(value) => change({ consent: consentOf(value) })}
        tiles={[
          { value: 'anonymous', label: withReadings(say.consentAnonymous) },
          { value: 'named', label: withReadings(say.consentNamed) },
          { value: 'amount_hidden', label: withReadings(say.consentAmountHidden) },
        ]} />
      {draft.consent !== 'anonymous' && (
        <TextField {...textOf(form, 'printedName')} label={<OptionalLabel words={words}>{withReadings(say.printedName)}</OptionalLabel>} support={withReadings(say.printedNameSupport)} width="full" autoComplete="off" maxLength={100} />
      )}
    </>
  )
}

function consentOf(value: string): GiftDraft['consent'] {
  return value === 'named' || value === 'amount_hidden' ? value : 'anonymous'
}
