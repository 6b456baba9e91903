import type { GiverGift } from '@sasaeai/domain/online-giving/giver/giver-page'
import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { type SubmitEvent, useState } from 'react'
import { AddressProposal } from '../gift/address-proposal.tsx'
import { ChoiceTiles } from '../gift/choice-tiles.tsx'
import { postalDigits } from '../gift/find-mistakes.ts'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useMyWords } from './my-words.ts'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'

type Mistake = 'postalCode' | 'address'
type Consent = 'anonymous' | 'named' | 'amount_hidden'

const consentsAsked: readonly Consent[] = ['anonymous', 'named', 'amount_hidden']

/** Where receipts of a gift go, and whether its giver's name is made known; dues have no names to make known. */
export function GiftDetailsForm({ gift, onChanged }: { gift: GiverGift; onChanged: () => Promise<void> }) {
  const words = useMyWords()
  const { draft, change, mistake, state, save } = useGiftDetails(gift, onChanged)
  const id = (name: string) => `${name}-${gift.giftId}`
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save()
  }
  return (
    <details className="mt-1 print-hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-4 text-accent underline underline-offset-4">{withReadings(words.details)}</summary>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6 rounded-8 bg-surface-sub px-4 py-4">
        <div>
          <TextField id={id('postalCode')} label={withReadings(words.postalCode)} width="short" inputMode="numeric" autoComplete="postal-code" defaultValue={gift.postalCode}
            error={mistake === 'postalCode' ? withReadings(words.postalCodeMistake) : undefined} onChange={({ currentTarget }) => change({ postalCode: currentTarget.value })} />
          <AddressProposal postalCode={draft.postalCode} address={draft.address} into={id('address')} onTake={(address) => change({ address })} />
        </div>
        <TextField id={id('address')} label={withReadings(words.address)} width="full" autoComplete="street-address" defaultValue={gift.address} maxLength={200}
          error={mistake === 'address' ? withReadings(words.addressMistake) : undefined} onChange={({ currentTarget }) => change({ address: currentTarget.value })} />
        {gift.kind !== 'dues' && (
          <>
            <ChoiceTiles id={id('consent')} isList label={withReadings(words.consent)} value={draft.consent} onChoose={(value) => change({ consent: consentsAsked.find((each) => each === value) ?? 'anonymous' })}
              tiles={consentsAsked.map((value) => ({ value, label: withReadings(words.consents[value]) }))} />
            {draft.consent !== 'anonymous' && (
              <TextField id={id('printedName')} label={withReadings(words.printedName)} width="full" autoComplete="off" defaultValue={gift.printedName} maxLength={100} onChange={({ currentTarget }) => change({ printedName: currentTarget.value })} />
            )}
          </>
        )}
        <RefusalNotice refused={typeof state === 'string' ? null : state.refused} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="primary" isBusy={state === 'busy'} busyLabel={withoutReadings(words.saving)}>{withReadings(words.save)}</Button>
          <span role="status">{state === 'saved' ? withReadings(words.detailsSaved) : ''}</span>
        </div>
      </form>
    </details>
  )
}

function useGiftDetails(gift: GiverGift, onChanged: () => Promise<void>) {
  const [draft, setDraft] = useState({ postalCode: gift.postalCode, address: gift.address, consent: consentsAsked.find((each) => each === gift.consent) ?? 'anonymous', printedName: gift.printedName })
  const [mistake, setMistake] = useState<Mistake | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | { readonly refused: Refused }>('idle')
  const hasAddress = draft.postalCode.trim() !== '' || draft.address.trim() !== ''
  const findMistake = (): Mistake | null => {
    if (draft.postalCode.trim() !== '' && postalDigits(draft.postalCode) === null) return 'postalCode'
    // An address that stands there already cannot be taken away, only corrected.
    return (hasAddress || gift.address !== '') && draft.address.trim() === '' ? 'address' : null
  }
  const save = async () => {
    const found = findMistake()
    setMistake(found)
    if (found !== null) return document.getElementById(`${found}-${gift.giftId}`)?.focus()
    if (state === 'busy') return
    setState('busy')
    try {
      const answer = await siteApi.saveDetails({
        giftId: gift.giftId,
        address: hasAddress ? { postalCode: draft.postalCode, address: draft.address, phone: gift.phone } : null,
        consent: gift.kind === 'dues' ? null : { consent: draft.consent, printedName: draft.consent === 'anonymous' ? '' : draft.printedName },
      })
      if (!answer.ok) return setState({ refused: answer })
      await onChanged()
      setState('saved')
    } catch {
      setState({ refused: 'lost' })
    }
  }
  return { draft, mistake, state, save, change: (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part })) }
}
