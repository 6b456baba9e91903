import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { withReadings } from '../site/readings.tsx'
import { useMyWords } from './my-words.ts'

/** What kept something from being done: the server's sentence, or that it was not reached. */
export type Refused = { readonly message: string } | 'lost'

export function RefusalNotice({ refused }: { refused: Refused | null }) {
  const words = useMyWords()
  if (refused === null) return null
  if (refused === 'lost') return <NoticeBanner tone="warning" isLive title={withReadings(words.lost)} className="w-full" />
  return <NoticeBanner tone="error" isLive title={withReadings(words.refused)} className="w-full"><span lang="ja">{refused.message}</span></NoticeBanner>
}
