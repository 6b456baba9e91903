import { Button } from '@sasaeai/ui/button'
import { TextLink } from '@sasaeai/ui/text-link'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { SiteNotice } from '../site/site-notice.tsx'
import { DetailRow } from '../thanks/detail-row.tsx'
import { giftSummary } from './gift-summary.tsx'
import type { KeptGift } from './kept-draft.ts'
import { type GiftForm, StepHead } from './step-frame.tsx'
import { type StartState, useStart } from './use-start.ts'

interface CheckStepProps {
  readonly form: GiftForm
  readonly kept: KeptGift
  readonly markSent: (sent: KeptGift['sent']) => void
}

/** 確認: all that was filled in, each part with a way to put it right, and then to the payment. */
export function CheckStep({ form, kept, markSent }: CheckStepProps) {
  const { words, target } = form
  const { check: say } = words
  const { front, words: siteWords } = useSite()
  const { state, start } = useStart({ form, kept, markSent })
  return (
    <div className="max-w-2xl">
      <StepHead form={form} step={4} steps={4} />
      <p className="mt-4">{withReadings(say.lead)}</p>
      {giftSummary(form).map(({ step, title, rows }) => (
        <section key={step} className="mt-7">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b-2 border-line">
            <h2 className="text-[1.125rem] font-bold">{withReadings(title)}</h2>
            <TextLink href={`/give/${target.slug}?step=${step}&change`} aria-label={withoutReadings(say.changeWhat(title))} className="inline-flex min-h-11 items-center"><span>{withReadings(say.change)}</span></TextLink>
          </div>
          <dl>{rows.map(({ term, said }) => <DetailRow key={term} term={withReadings(term)}>{said}</DetailRow>)}</dl>
        </section>
      ))}
      <div className="mt-8 rounded-12 bg-surface-sub px-5 py-4">
        <p>{withReadings(say.payNote)}</p>
        {front.isDemo && <p className="mt-2 font-bold">{withReadings(words.demoTry)}</p>}
        <p className="mt-2">{withReadings(say.agree)}</p>
        <p className="flex flex-wrap gap-x-6">
          {(['legal', 'refunds', 'privacy'] as const).map((page) => <TextLink key={page} href={`/${page}`} className="inline-flex min-h-11 items-center"><span>{withReadings(siteWords.shell[page])}</span></TextLink>)}
        </p>
      </div>
      <StartNotice state={state} form={form} />
      <div className="mt-7 flex flex-col items-start gap-4">
        <Button variant="primary" isBusy={state.kind === 'busy'} busyLabel={withoutReadings(say.submitting)} onClick={() => void start()} className="min-h-14 w-full text-[1.125rem] sm:w-auto sm:min-w-72">{withReadings(say.submit)}</Button>
        <TextLink href={`/give/${target.slug}?step=3`} className="inline-flex min-h-11 items-center"><span>{withReadings(words.back)}</span></TextLink>
      </div>
    </div>
  )
}

/** Why the payment did not begin, and what to do. */
function StartNotice({ state, form: { words } }: { state: StartState; form: GiftForm }) {
  const { check: say } = words
  if (state.kind === 'lost') return <SiteNotice className="mt-6" tone="warning" isLive title={withReadings(say.lost)} />
  if (state.kind !== 'refused') return null
  const { code, message } = state.refusal
  const own = say.refusals[code]
  return <SiteNotice className="mt-6" tone="error" isLive title={withReadings(say.refused)}>{own === undefined ? <span lang="ja">{message}</span> : withReadings(own)}</SiteNotice>
}
