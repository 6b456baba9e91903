import { Button } from '@sasaeai/ui/button'
import { TextField } from '@sasaeai/ui/text-field'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { isMailAddressTyped } from '../gift/find-mistakes.ts'
import { useProof } from '../gift/use-proof.ts'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useSite } from '../site/site-context.ts'
import { SiteNotice } from '../site/site-notice.tsx'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'
import { useMyWords } from './my-words.ts'

/** Asks for a link by mail. What it answers is the same whether anything was ever given from the address. */
export function AskForLink() {
  const words = useMyWords()
  const { language } = useSite()
  const proof = useProof()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [mistake, setMistake] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const email = useRef('')
  const send = async () => {
    setIsBusy(true)
    setRefused(null)
    try {
      const ask = async (answer: string) => siteApi.askForLink({ email: email.current, language, proof: answer })
      const first = await ask(await proof.answer())
      const answer = !first.ok && first.code === 'proof_refused' ? await ask(await proof.again()) : first
      if (answer.ok) setSentTo(email.current)
      else setRefused(answer)
    } catch {
      setRefused('lost')
    }
    setIsBusy(false)
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const isWrong = !isMailAddressTyped(email.current)
    setMistake(isWrong)
    if (isWrong) return document.getElementById('email')?.focus()
    if (!isBusy) void send()
  }
  if (sentTo !== null) return <LinkSent email={sentTo} />
  return (
    <div className="max-w-2xl">
      <PageHeading>{withReadings(words.title)}</PageHeading>
      <p className="mt-4">{withReadings(words.askLead)}</p>
      <form noValidate onSubmit={submit} className="mt-6 flex flex-col items-start gap-6">
        <TextField id="email" className="w-full" label={withReadings(words.email)} type="email" inputMode="email" autoComplete="email" required width="long"
          error={mistake ? withReadings(words.emailMistake) : undefined} onChange={({ currentTarget }) => { email.current = currentTarget.value }} />
        <RefusalNotice refused={refused} />
        <Button type="submit" variant="primary" isBusy={isBusy} busyLabel={withoutReadings(words.sending)} className="min-h-14 w-full sm:w-auto sm:min-w-64">{withReadings(words.send)}</Button>
      </form>
    </div>
  )
}

function LinkSent({ email }: { email: string }) {
  const words = useMyWords()
  // What had the focus is gone.
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus(), [])
  return (
    <div className="max-w-2xl">
      <PageHeading>{withReadings(words.sentTitle)}</PageHeading>
      <SiteNotice className="mt-5" tone="success" title={withReadings(words.sent(email))} />
    </div>
  )
}
