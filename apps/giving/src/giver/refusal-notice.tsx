import { withReadings } from '../site/readings.tsx'
import { SiteNotice } from '../site/site-notice.tsx'
import { useMyWords } from './my-words.ts'

/** What kept something from being done: the server's sentence, or that it was not reached. */
export type Refused = { readonly message: string } | 'lost'

export function RefusalNotice({ refused }: { refused: Refused | null }) {
  const words = useMyWords()
  if (refused === null) return null
  if (refused === 'lost') return <SiteNotice tone="warning" isLive title={withReadings(words.lost)} className="w-full" />
  return <SiteNotice tone="error" isLive title={withReadings(words.refused)} className="w-full"><span lang="ja">{refused.message}</span></SiteNotice>
}
