import type { PublicReceived, PublicTotals } from '@sasaeai/domain/online-giving/totals/public-totals'
import { Button } from '@sasaeai/ui/button'
import { TextLink } from '@sasaeai/ui/text-link'
import { dayInWords, inYen } from '../site/figures-in-words.ts'
import { givenCategoryWords } from '../site/given-category-words.ts'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import type { PageOpener } from '../site/site-pages.ts'

/** 公開の集計: what came in this year by every way, and what it was used for, from the same books as all else. */
export const openTotals: PageOpener = async ({ site: { words, totals } }) => ({
  title: words.totals.heading(words.fiscalYear(totals.fiscalYear)),
  body: <TotalsPage totals={totals} />,
})

function TotalsPage({ totals }: { totals: PublicTotals }) {
  const { words } = useSite()
  const { totals: say, legal } = words
  const longest = Math.max(...totals.received.flatMap(({ amountYen, lastYearYen }) => [amountYen, lastYearYen]))
  return (
    <article className="max-w-3xl">
      <PageHeading>{withReadings(say.heading(words.fiscalYear(totals.fiscalYear)))}</PageHeading>
      <p className="mt-3 text-ink-sub">{withReadings(say.asOf(dayInWords(words, totals.asOf)))}</p>
      <ul className="mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {totals.received.map((received) => <ReceivedCard key={received.category} received={received} longest={longest} />)}
      </ul>
      <section aria-labelledby="used" className="mt-12">
        <h2 id="used" className="text-[1.375rem] leading-150 font-bold">{withReadings(say.used)}</h2>
        {totals.used.length === 0 ? <p className="mt-3">{withReadings(say.nothingUsed)}</p> : <UsedList totals={totals} />}
      </section>
      <p className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3 print-hidden">
        <Button icon="printer" onClick={() => window.print()}>{withReadings(legal.print)}</Button>
        <TextLink href="/public/totals.json" className="inline-flex min-h-11 items-center"><span>{withReadings(say.data)}</span></TextLink>
        <TextLink href="/" className="inline-flex min-h-11 items-center"><span>{withReadings(legal.back)}</span></TextLink>
      </p>
    </article>
  )
}

function ReceivedCard({ received, longest }: { received: PublicReceived; longest: number }) {
  const { words } = useSite()
  const { totals: say } = words
  const { amountYen, lastYearYen, handedOnYen } = received
  return (
    <li className="keep-together">
      <h2 className="text-[1.0625rem] font-bold">{withReadings(givenCategoryWords(words, received.category))}</h2>
      <p className="figures text-[1.625rem] leading-140 font-bold whitespace-normal!">{withReadings(inYen(words, amountYen))}</p>
      <Bar share={longest > 0 ? amountYen / longest : 0} tone="bg-accent" />
      <Bar share={longest > 0 ? lastYearYen / longest : 0} tone="bg-solid-gray-536" />
      <p className="mt-1.5 text-[0.9375rem] text-ink-sub">{withReadings(say.lastYear(inYen(words, lastYearYen)))}</p>
      {handedOnYen > 0 && <p className="text-[0.9375rem] text-ink-sub">{withReadings(say.handedOn(inYen(words, handedOnYen)))}</p>}
    </li>
  )
}

/** For the eye alone: the figure stands beside it. */
function Bar({ share, tone }: { share: number; tone: string }) {
  return (
    <div aria-hidden="true" className="mt-1 h-2 bg-solid-gray-50">
      <div className={`h-full ${tone}`} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, printColorAdjust: 'exact' }} />
    </div>
  )
}

function UsedList({ totals: { used } }: { totals: PublicTotals }) {
  const { words } = useSite()
  return (
    <dl className="mt-4 border-t border-line" lang="ja">
      {used.map(({ name, amountYen }) => (
        <div key={name} className="keep-together flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2.5">
          <dt>{name}</dt>
          <dd className="figures ml-auto font-bold">{withReadings(inYen(words, amountYen))}</dd>
        </div>
      ))}
    </dl>
  )
}
