import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'

const here = '\u{0}'

/** 「…に寄附する」 with the Japanese name of what it leads to told apart, so that it is read out as Japanese in an English sentence too. */
export function WayIn({ to, words }: { to: string; words: (name: string) => string }) {
  const { language } = useSite()
  const [before = '', after = ''] = words(here).split(here)
  return <>{withReadings(before)}<span lang={language === 'en' ? 'ja' : undefined}>{to}</span>{withReadings(after)}</>
}
