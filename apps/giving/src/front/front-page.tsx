import type { GivingFront, GivingFrontTarget } from '@sasaeai/domain/online-giving/gift/giving-front'
import { LinkButton } from '@sasaeai/ui/link-button'
import type { ReactNode } from 'react'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings } from '../site/readings.tsx'
import { useSite } from '../site/site-context.ts'
import { SiteNotice } from '../site/site-notice.tsx'
import type { PageOpener } from '../site/site-pages.ts'
import { CouncilContact } from './council-contact.tsx'
import { DriveCard } from './drive-card.tsx'
import { DuesCard } from './dues-card.tsx'
import { StoryCard } from './story-card.tsx'
import { TargetCard } from './target-card.tsx'
import { YearTotals } from './year-totals.tsx'

/** The council's page: what giving does, and the ways to give. */
export const openFront: PageOpener = async ({ site: { front } }) => ({ title: front.council?.name ?? '', body: <FrontPage /> })

function FrontPage() {
  const { front, totals, words } = useSite()
  const { front: say } = words
  const { gifts, dues, drives } = targetsByPlace(front)
  const main = gifts.find((target) => target.isTaken)
  const stories = front.targets.flatMap((target) => target.fund?.reports ?? []).slice(0, mostStories)
  return (
    <>
      <section className="max-w-2xl">
        <PageHeading>{withReadings(say.title)}</PageHeading>
        <p className="mt-4 text-[1.125rem]">{withReadings(say.lead)}</p>
        {main === undefined ? (
          <div className="mt-6"><SiteNotice tone="info" title={withReadings(say.closedTitle)}>{withReadings(say.closedBody)}</SiteNotice></div>
        ) : (
          <>
            <LinkButton variant="primary" href={`/give/${main.slug}`} className="mt-6 min-h-14 w-full text-[1.1875rem] sm:w-auto sm:min-w-72">{withReadings(say.give)}</LinkButton>
            <p className="mt-2 text-[0.9375rem] text-ink-sub">{withReadings(say.giveSupport)}</p>
          </>
        )}
      </section>
      <Cards heading={withReadings(say.targets)} id="targets" cards={gifts.map((target) => <TargetCard key={target.slug} target={target} />)} />
      <Cards heading={withReadings(say.stories)} id="stories" cards={stories.map((report) => <StoryCard key={report.title} report={report} />)} />
      <Cards heading={withReadings(say.dues)} id="dues" lead={withReadings(say.duesLead)} cards={dues.map((target) => <DuesCard key={target.slug} target={target} />)} />
      <Cards heading={withReadings(say.drives)} id="drives" lead={withReadings(say.drivesLead)} cards={drives.map((target) => <DriveCard key={target.slug} target={target} />)} />
      <YearTotals totals={totals} />
      <section className="mt-14 rounded-12 bg-surface-sub px-5 py-5 sm:px-6 print-hidden">
        <p>{withReadings(say.myLead)}</p>
        <LinkButton href="/my" className="mt-3">{withReadings(say.toMyPage)}</LinkButton>
      </section>
      {front.council !== null && <CouncilContact council={front.council} />}
    </>
  )
}

const mostStories = 4

/** A drive that neither is taken here nor has a page of its own is no way to give. */
function targetsByPlace({ targets }: GivingFront) {
  const isReachable = (target: GivingFrontTarget) => target.isTaken || target.externalUrl !== ''
  return {
    gifts: targets.filter(({ kind }) => kind === 'general' || kind === 'fund'),
    dues: targets.filter((target) => target.kind === 'dues' && target.isTaken),
    drives: targets.filter((target) => target.kind === 'campaign' && isReachable(target)),
  }
}

/** A part of the page with a heading and cards side by side; left out where there are none. */
function Cards({ heading, id, lead, cards }: { heading: ReactNode; id: string; lead?: ReactNode; cards: readonly ReactNode[] }) {
  if (cards.length === 0) return null
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="text-[1.375rem] leading-150 font-bold">{heading}</h2>
      {lead !== undefined && <p className="mt-2 max-w-2xl text-ink-sub">{lead}</p>}
      <ul className="mt-5 grid gap-5 md:grid-cols-2">{cards}</ul>
    </section>
  )
}
