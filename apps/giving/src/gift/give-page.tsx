import type { GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { LinkButton } from '@sasaeai/ui/link-button'
import { useNavigateTo } from '@sasaeai/ui/navigation-context'
import { useState } from 'react'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import type { PageOpener, Place } from '../site/site-pages.ts'
import type { GiftWords } from '../words/gift-words-ja.ts'
import { AmountStep } from './amount-step.tsx'
import { CheckStep } from './check-step.tsx'
import { fillInLink } from './fill-in-link.ts'
import { findMistakes } from './find-mistakes.ts'
import { readGiftWords } from './read-gift-words.ts'
import { GiverStep } from './giver-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'
import { type GiftForm, StepFrame } from './step-frame.tsx'
import { useKeptGift } from './use-kept-gift.ts'

const lastStep = 4

/** The flow of a gift, one decision per page: 回数と金額, お名前とご連絡先, 領収書とお名前の掲載, 確認. */
export const openGift: PageOpener = async (place) => {
  const { site, name } = place
  const target = site.front.targets.find(({ slug }) => slug === name)
  if (target === undefined) return null
  const [words] = await Promise.all([readGiftWords(site.language), fillInLink(place)])
  if (!target.isTaken) return { title: target.title, body: <ClosedTarget target={target} words={words} /> }
  const { step, isChange } = stepIn(place)
  const title = `${words.stepOf(step, lastStep)} ${words.steps[step - 1]} - ${target.title}`
  return { title, body: <GiftPage {...{ target, words, isChange }} wanted={step} /> }
}

/** `?step=2`; with `&change` the way on leads straight back to the check. */
function stepIn({ address: { searchParams } }: Place) {
  const step = Number(searchParams.get('step') ?? 1)
  return { step: Number.isInteger(step) && step >= 1 && step <= lastStep ? step : 1, isChange: searchParams.has('change') }
}

interface GiftPageProps {
  readonly target: GivingFrontTarget
  readonly words: GiftWords
  readonly wanted: number
  readonly isChange: boolean
}

function GiftPage({ target, words, wanted, isChange }: GiftPageProps) {
  const { front, words: siteWords } = useSite()
  const navigateTo = useNavigateTo()
  const { kept, change, markSent } = useKeptGift(target.slug)
  const [seen, setSeen] = useState({ step: 0, attempt: 0 })
  const matter = { target, front, words, siteWords }
  // Whoever opens a later step by its address comes to the first one that lacks something.
  const unfinished = [1, 2, 3].find((step) => step < wanted && findMistakes(step, kept.draft, matter).length > 0)
  const step = unfinished ?? wanted
  const mistakes = seen.step === step ? findMistakes(step, kept.draft, matter) : []
  const goOn = () => {
    if (findMistakes(step, kept.draft, matter).length > 0) return setSeen({ step, attempt: seen.attempt + 1 })
    setSeen({ step: 0, attempt: 0 })
    navigateTo(`/give/${target.slug}?step=${isChange ? lastStep : step + 1}`)
  }
  const form: GiftForm = { ...matter, draft: kept.draft, link: kept.link, change, mistakes }
  const frame = { form, step, steps: lastStep, attempt: seen.step === step ? seen.attempt : 0, onNext: goOn }
  if (step === lastStep) return <CheckStep form={form} kept={kept} markSent={markSent} />
  return (
    <StepFrame key={step} {...frame}>
      {step === 1 && <AmountStep form={form} />}
      {step === 2 && <GiverStep form={form} />}
      {step === 3 && <ReceiptStep form={form} />}
    </StepFrame>
  )
}

function ClosedTarget({ target, words }: { target: GivingFrontTarget; words: GiftWords }) {
  const { front: say, shell } = useSite().words
  const isElsewhere = target.kind === 'campaign' && target.externalUrl !== ''
  return (
    <>
      <PageHeading><span lang="ja">{target.title}</span></PageHeading>
      <p className="mt-4">{withReadings(isElsewhere ? words.closedDrive(target.title) : `${words.closed} ${say.closedBody}`)}</p>
      <p className="mt-8 flex flex-wrap gap-3">
        {target.externalUrl !== '' && (
          <LinkButton variant="primary" href={target.externalUrl} icon="external" rel="noreferrer">
            {withReadings(say.driveElsewhere(target.title))}<span className="sr-only">{withoutReadings(shell.opensElsewhere)}</span>
          </LinkButton>
        )}
        <LinkButton href="/">{withReadings(words.toTargets)}</LinkButton>
      </p>
    </>
  )
}
