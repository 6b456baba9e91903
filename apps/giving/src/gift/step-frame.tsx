import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import { TextLink } from '@sasaeai/ui/text-link'
import type { ReactNode, SubmitEvent } from 'react'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings } from '../site/readings.tsx'
import type { GiftMatter, Mistake } from './find-mistakes.ts'
import type { DraftField, GiftDraft } from './gift-draft.ts'
import type { KeptGift } from './kept-draft.ts'
import { MistakeSummary } from './mistake-summary.tsx'

/** What every step works with. */
export interface GiftForm extends GiftMatter {
  readonly draft: GiftDraft
  readonly link: KeptGift['link']
  readonly change: (part: Partial<GiftDraft>) => void
  readonly mistakes: readonly Mistake[]
}

export function mistakeOf({ mistakes }: GiftForm, field: DraftField): ReactNode {
  const found = mistakes.find((mistake) => mistake.field === field)
  return found === undefined ? undefined : withReadings(found.message)
}

interface StepFrameProps {
  readonly form: GiftForm
  readonly step: number
  readonly steps: number
  /** How often somebody wanted to go on and could not. */
  readonly attempt: number
  readonly onNext: () => void
  readonly children: ReactNode
}

/** A step: where it stands among the others, what is wrong, the questions, the way on and the way back. */
export function StepFrame({ form, step, steps, attempt, onNext, children }: StepFrameProps) {
  const { words, target } = form
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onNext()
  }
  return (
    <div className="max-w-2xl">
      <StepHead form={form} step={step} steps={steps} />
      <MistakeSummary mistakes={form.mistakes} attempt={attempt} words={words} />
      <form noValidate onSubmit={submit} className="mt-7 flex flex-col gap-8">
        {children}
        <div className="flex flex-col items-start gap-4">
          <Button type="submit" variant="primary" className="min-h-14 w-full text-[1.125rem] sm:w-auto sm:min-w-64">{withReadings(words.next)}</Button>
          <TextLink href={step === 1 ? '/' : `/give/${target.slug}?step=${step - 1}`} className="inline-flex min-h-11 items-center"><span>{withReadings(words.back)}</span></TextLink>
        </div>
      </form>
    </div>
  )
}

/** The target, how far this has come, and the heading that takes the focus. */
export function StepHead({ form: { words, target }, step, steps }: { form: GiftForm; step: number; steps: number }) {
  return (
    <PageHeading above={(
      <>
        <p lang="ja" className="font-bold text-ink-sub">{target.title}</p>
        <div aria-hidden="true" className="my-3 flex gap-1.5">
          {Array.from({ length: steps }, (_, place) => <span key={place} className={classList('h-1.5 flex-1 rounded-full', place < step ? 'bg-accent' : 'bg-solid-gray-100')} />)}
        </div>
      </>
    )}>
      <span className="block text-[1rem] font-normal text-ink-sub">{words.stepOf(step, steps)}</span>
      {withReadings(words.steps[step - 1] ?? '')}
    </PageHeading>
  )
}
