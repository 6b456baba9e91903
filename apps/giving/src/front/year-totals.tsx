import type { PublicTotals } from '@sasaeai/domain/online-giving/totals/public-totals'
import { TextLink } from '@sasaeai/ui/text-link'
import { dayInWords, inYen } from '../site/figures-in-words.ts'
import { givenCategoryWords } from '../site/given-category-words.ts'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'

/** What people have given this fiscal year, by every way, from the same books as everything else. */
export function YearTotals({ totals }: { totals: PublicTotals }) {
  const { words } = useSite()
  const { totals: say } = words
  const received = totals.received.filter(({ amountYen }) => amountYen > 0)
  if (received.length === 0) return null
  return (
    <section aria-labelledby="totals" className="mt-14">
      <h2 id="totals" className="text-[1.375rem] leading-150 font-bold">{withReadings(say.heading(words.fiscalYear(totals.fiscalYear)))}</h2>
      <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))] gap-x-8 gap-y-4 border-y border-line py-5">
        {received.map(({ category, amountYen }) => (
          <div key={category}>
            <dt className="text-[0.9375rem] text-ink-sub">{withReadings(givenCategoryWords(words, category))}</dt>
            <dd className="figures text-[1.375rem] font-bold whitespace-normal!">{withReadings(inYen(words, amountYen))}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-[0.9375rem] text-ink-sub">{withReadings(say.asOf(dayInWords(words, totals.asOf)))}</p>
      <p className="mt-2"><TextLink href="/totals" className="inline-flex min-h-11 items-center"><span>{withReadings(say.more)}</span></TextLink></p>
    </section>
  )
}
