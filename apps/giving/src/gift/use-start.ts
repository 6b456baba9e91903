import { useEffect, useRef, useState } from 'react'
import { useSite } from '../site/site-context.ts'
import { giftToSend } from './gift-to-send.ts'
import type { KeptGift } from './kept-draft.ts'
import { newId, startGift, type StartGiftAnswer } from './start-gift.ts'
import type { GiftForm } from './step-frame.tsx'
import { useProof } from './use-proof.ts'

type Refusal = Extract<StartGiftAnswer, { ok: false }>

/** What came of pressing the button. */
export type StartState = { readonly kind: 'idle' | 'busy' | 'lost' } | { readonly kind: 'refused'; readonly refusal: Refusal }

interface StartParts {
  readonly form: GiftForm
  readonly kept: KeptGift
  readonly markSent: (sent: KeptGift['sent']) => void
}

/**
 * Sends the gift and goes to where it is paid. What is sent has one id for as long as it says the same, which is kept before it
 * leaves: pressed twice, sent again after a lost answer or after a reload, it stays one gift.
 */
export function useStart({ form, kept, markSent }: StartParts) {
  const { language } = useSite()
  const proof = useProof()
  const [state, setState] = useState<StartState>({ kind: 'idle' })
  const isUnderWay = useRef(false)
  useEffect(() => {
    // Back from the payment by the browser's own way back, which shows the page as it was left.
    const wake = (event: PageTransitionEvent) => event.persisted && setState({ kind: 'idle' })
    window.addEventListener('pageshow', wake)
    return () => window.removeEventListener('pageshow', wake)
  }, [])
  const send = async () => {
    const content = giftToSend(kept, form.target, form.front)
    const asText = JSON.stringify(content)
    const ask = (giftId: string, answer: string) => {
      markSent({ giftId, content: asText })
      return startGift({ ...content, giftId, language, proof: answer })
    }
    const giftId = kept.sent?.content === asText ? kept.sent.giftId : newId()
    const first = await ask(giftId, await proof.answer())
    if (first.ok) return first
    if (first.code === 'proof_refused') return ask(giftId, await proof.again())
    // What has failed or run out can be given once more, as another gift.
    return first.code === 'gift_over' ? ask(newId(), await proof.again()) : first
  }
  const start = async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setState({ kind: 'busy' })
    try {
      const answer = await send()
      if (answer.ok) return window.location.assign(answer.value.url)
      if (answer.code === 'gift_started_otherwise') markSent(null)
      setState({ kind: 'refused', refusal: answer })
    } catch {
      setState({ kind: 'lost' })
    } finally {
      isUnderWay.current = false
    }
  }
  return { state, start }
}
