import { withPlace } from '@sasaeai/domain/supporter/address/postal-place'
import { TextField, type TextFieldProps } from '@sasaeai/ui/text-field'
import { useRef, useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { PostalCodeProposals } from './postal-code-proposals.tsx'
import { PostalPlaces } from './postal-places.tsx'
import { usePostalPlaces } from './use-postal-places.ts'

/** One of the two fields: what stands around it, and the registration in its form. */
export interface FieldOfAddress extends Pick<TextFieldProps, 'label' | 'requirement' | 'support' | 'error'> {
  readonly id: string
  readonly registration: UseFormRegisterReturn
  readonly read: () => string
  readonly write: (text: string) => void
}

interface AddressFieldsProps {
  readonly postalCode: FieldOfAddress
  readonly address: FieldOfAddress
  /** Told the address when its field is left or filled. */
  readonly onAddress?: ((address: string) => void) | undefined
}

/** 郵便番号 and 住所: either proposes the other, and neither keeps anybody from typing what they like. */
export function AddressFields({ postalCode, address, onAddress }: AddressFieldsProps) {
  const { current, filled, fill, settle } = useFilledAddress(address, onAddress)
  const { places, follow } = usePostalPlaces((place) => {
    const typed = address.read().trim()
    if (typed === '' || typed === filled.current) fill(place)
  })
  const [lacksCode, setLacksCode] = useState(false)
  const isJustEntered = useRef(false)
  const choose = (place: string) => {
    fill(place)
    focusEnd(address.id)
  }
  const replaces = (place: string) => withPlace(current, place, filled.current).replaces
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <TextField {...wordsOf(postalCode)} width="short" inputMode="numeric" autoComplete="off" {...postalCode.registration}
          onChange={(event) => {
            void postalCode.registration.onChange(event)
            setLacksCode(false)
            void follow(event.currentTarget.value)
          }} />
        <PostalPlaces {...{ places, replaces }} address={current} onChoose={choose} />
      </div>
      <TextField {...wordsOf(address)} width="full" autoComplete="off" {...address.registration}
        onFocus={({ currentTarget }) => {
          // What was filled in is to be gone on with: a field entered by Tab has it selected, and would lose it with the next key.
          // A dialog selects it only after this event.
          isJustEntered.current = currentTarget.value !== '' && currentTarget.value === filled.current
          if (isJustEntered.current) setTimeout(() => putCaretAtEnd(currentTarget))
        }}
        onKeyDownCapture={({ currentTarget }) => {
          // Quick fingers are there before the timer.
          if (isJustEntered.current) putCaretAtEnd(currentTarget)
          isJustEntered.current = false
        }}
        onBlur={(event) => {
          void address.registration.onBlur(event)
          settle()
          setLacksCode(postalCode.read().trim() === '')
        }} />
      {lacksCode && (
        <PostalCodeProposals address={current} onChoose={(code) => {
          postalCode.write(code)
          setLacksCode(false)
        }} />
      )}
    </>
  )
}

/** The address as it stands when its field is left, and what a postal code has put at its beginning. */
function useFilledAddress(address: FieldOfAddress, onAddress: ((address: string) => void) | undefined) {
  const [current, setCurrent] = useState(address.read)
  const filled = useRef('')
  const settle = () => {
    setCurrent(address.read())
    onAddress?.(address.read())
  }
  const fill = (place: string) => {
    address.write(withPlace(address.read(), place, filled.current).address)
    filled.current = place
    settle()
  }
  return { current, filled, fill, settle }
}

function wordsOf({ label, id, requirement, support, error }: FieldOfAddress) {
  return { label, id, requirement, support, error }
}

/** House numbers follow the town, so that is where typing goes on. */
function focusEnd(id: string): void {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  putCaretAtEnd(field)
}

function putCaretAtEnd(field: HTMLInputElement): void {
  field.setSelectionRange(field.value.length, field.value.length)
}
