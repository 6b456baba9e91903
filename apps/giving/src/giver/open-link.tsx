import { Button } from '@sasaeai/ui/button'
import { LinkButton } from '@sasaeai/ui/link-button'
import { useNavigateTo } from '@sasaeai/ui/navigation-context'
import { useState } from 'react'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useMyWords } from './my-words.ts'
import { RefusalNotice, type Refused } from './refusal-notice.tsx'

/** The page of a link in a mail. It is used up by the button alone: programs that look into mails open links, but press nothing. */
export function OpenLink({ token }: { token: string }) {
  const words = useMyWords()
  const navigateTo = useNavigateTo()
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const open = async () => {
    setIsBusy(true)
    try {
      const answer = await siteApi.openLink({ token })
      if (answer.ok) return navigateTo('/my')
      setRefused(answer)
    } catch {
      setRefused('lost')
    }
    setIsBusy(false)
  }
  return (
    <div className="max-w-2xl">
      <PageHeading>{withReadings(words.openTitle)}</PageHeading>
      <div className="mt-6 flex flex-col items-start gap-6">
        <RefusalNotice refused={refused} />
        {refused === null || refused === 'lost'
          ? <Button variant="primary" isBusy={isBusy} busyLabel={withoutReadings(words.opening)} onClick={() => void open()} className="min-h-14 w-full sm:w-auto sm:min-w-64">{withReadings(words.open)}</Button>
          : <LinkButton variant="primary" href="/my" className="min-h-14">{withReadings(words.send)}</LinkButton>}
      </div>
    </div>
  )
}
