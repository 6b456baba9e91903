import { hearComposition, nothingHeard, settleReading } from '@sasaeai/domain/text/overheard-reading'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { TextField, type TextFieldProps } from '@sasaeai/ui/text-field'
import { useRef } from 'react'
import { withReadings } from '../site/readings.tsx'
import { ChoiceTiles } from './choice-tiles.tsx'
import { asksMemorial } from './find-mistakes.ts'
import type { DraftField, GiftDraft } from './gift-draft.ts'
import { OptionalLabel } from './optional-label.tsx'
import { type GiftForm, mistakeOf } from './step-frame.tsx'

/** お名前とご連絡先: no more than the receipt and our thanks need. */
export function GiverStep({ form }: { form: GiftForm }) {
  const { draft, target, words, change } = form
  const { giver: say } = words
  const kinds = [
    { value: 'person', label: withReadings(say.person) },
    { value: 'organization', label: withReadings(say.organization) },
    // Dues are somebody's.
    ...(target.kind === 'dues' ? [] : [{ value: 'anonymous', label: withReadings(say.anonymous), support: withReadings(say.anonymousSupport) }]),
  ]
  return (
    <>
      <ChoiceTiles id="kind" isList label={withReadings(say.kind)} value={draft.kind} tiles={kinds} error={mistakeOf(form, 'kind')} onChoose={(value) => change({ kind: kindOf(value) })} />
      {draft.kind !== 'anonymous' && <NameFields key={draft.kind} form={form} />}
      <TextField {...textOf(form, 'email')} label={withReadings(say.email)} support={withReadings(say.emailSupport)} type="email" inputMode="email" autoComplete="email" width="full" required />
      {asksMemorial(target) && <MemorialFields form={form} />}
    </>
  )
}

function kindOf(value: string): GiftDraft['kind'] {
  return value === 'organization' || value === 'anonymous' ? value : 'person'
}

/** A box tied to a text of the draft. */
export function textOf(form: GiftForm, field: Exclude<DraftField, 'choice' | 'isMemorial'>): Pick<TextFieldProps, 'id' | 'error' | 'defaultValue' | 'onChange' | 'className'> {
  return {
    id: field,
    error: mistakeOf(form, field),
    defaultValue: form.draft[field],
    className: 'text-[1.0625rem]',
    onChange: ({ currentTarget }) => form.change({ [field]: currentTarget.value }),
  }
}

/** The name, and its reading as the input method lets it be overheard, until somebody writes it themselves. */
function NameFields({ form }: { form: GiftForm }) {
  const { draft, words, change } = form
  const { giver: say } = words
  const isPerson = draft.kind === 'person'
  const kanaBox = useRef<HTMLInputElement>(null)
  // A name that stands there already was typed before: its reading cannot be overheard, only half of it.
  const reading = useRef({ heard: nothingHeard, isStopped: draft.name !== '' || draft.kana !== '' })
  const settle = (name: string) => {
    const heard = settleReading(reading.current.heard, name)
    const isNew = !reading.current.isStopped && heard.reading !== reading.current.heard.reading
    reading.current.heard = heard
    const kana = heard.reading.trim()
    if (isNew && kanaBox.current !== null) kanaBox.current.value = kana
    change(isNew ? { name, kana } : { name })
  }
  return (
    <>
      <TextField {...textOf(form, 'name')} label={withReadings(isPerson ? say.name : say.organizationName)} support={withReadings(isPerson ? say.nameSupport : say.organizationSupport)}
        autoComplete={isPerson ? 'name' : 'organization'} width="full" required maxLength={100}
        onCompositionUpdate={({ data }) => { reading.current.heard = hearComposition(reading.current.heard, data) }}
        onChange={({ currentTarget }) => settle(currentTarget.value)} />
      <TextField {...textOf(form, 'kana')} ref={kanaBox} label={<OptionalLabel words={words}>{withReadings(say.kana)}</OptionalLabel>} support={withReadings(say.kanaSupport)} width="full" autoComplete="off" maxLength={200}
        onChange={({ currentTarget }) => {
          reading.current.isStopped = true
          change({ kana: currentTarget.value })
        }} />
      {!isPerson && <TextField {...textOf(form, 'contactPerson')} label={<OptionalLabel words={words}>{withReadings(say.contactPerson)}</OptionalLabel>} width="full" autoComplete="name" maxLength={100} />}
    </>
  )
}

/** 香典返し and the like: in memory of somebody. */
function MemorialFields({ form }: { form: GiftForm }) {
  const { draft, words, change } = form
  const { giver: say } = words
  return (
    <div className="flex flex-col gap-6 rounded-8 bg-surface-sub px-4 py-3">
      <CheckboxField id="isMemorial" label={withReadings(say.memorial)} defaultChecked={draft.isMemorial} error={mistakeOf(form, 'isMemorial')}
        onChange={({ currentTarget }) => change({ isMemorial: currentTarget.checked })} />
      {draft.isMemorial && (
        <>
          <TextField {...textOf(form, 'deceasedName')} label={withReadings(say.deceasedName)} width="full" autoComplete="off" required maxLength={100} />
          <TextField {...textOf(form, 'relationship')} label={<OptionalLabel words={words}>{withReadings(say.relationship)}</OptionalLabel>} support={withReadings(say.relationshipSupport)} width="medium" autoComplete="off" maxLength={50} />
        </>
      )}
    </div>
  )
}
