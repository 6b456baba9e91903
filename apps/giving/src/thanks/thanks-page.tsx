import type { GiftStatus } from '@sasaeai/domain/online-giving/giver/giver-page'
import { LinkButton } from '@sasaeai/ui/link-button'
import { TextLink } from '@sasaeai/ui/text-link'
import { type ReactNode, useEffect } from 'react'
import { inYen } from '../site/figures-in-words.ts'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings, withoutReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import { useSite } from '../site/site-context.ts'
import type { PageOpener } from '../site/site-pages.ts'
import type { ThanksWords } from '../words/thanks-words-ja.ts'
import { DetailRow } from './detail-row.tsx'
import { GiftState, shownState } from './gift-state.tsx'
import { instantInWords } from './instant-in-words.ts'
import { readThanksWords } from './thanks-words.ts'
import { useGiftStatus } from './use-gift-status.ts'

/** Where somebody comes back to after the payment: what became of it, and what to do now. The secret stands behind the #. */
export const openThanks: PageOpener = async ({ site, address, name: giftId }) => {
  const access = address.hash.slice(1)
  const [words, status] = await Promise.all([readThanksWords(site.language), askStatus(giftId, access)])
  if (status === null) return { title: words.missingTitle, body: <NotShown words={words} /> }
  return { title: words.titles[shownState(status)], body: <ThanksPage words={words} first={status} access={access} /> }
}

/** Null for anything that is not the secret of this gift. */
async function askStatus(giftId: string, access: string): Promise<GiftStatus | null> {
  const isWhole = /^[\w-]{20,100}$/.test(access) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(giftId)
  return isWhole ? siteApi.status({ giftId, access }) : null
}

function ThanksPage({ words, first, access }: { words: ThanksWords; first: GiftStatus; access: string }) {
  const { status, isSlow } = useGiftStatus(first, () => askStatus(first.giftId, access))
  const { front } = useSite()
  const title = words.titles[shownState(status)]
  // Whoever comes back to the window finds it by what has become of the payment meanwhile.
  useEffect(() => {
    document.title = `${withoutReadings(title)} | ${front.council?.name}`
  }, [title, front])
  return (
    <div className="max-w-2xl">
      <PageHeading>{withReadings(title)}</PageHeading>
      <div role="status" className="sr-only">{withoutReadings(title)}</div>
      <div className="mt-4 flex flex-col gap-4"><GiftState status={status} words={words} isSlow={isSlow} /></div>
      <Summary status={status} words={words} />
      {front.isDemo && <p className="mt-4 font-bold">{withReadings(words.demo)}</p>}
      <p className="mt-8 flex flex-wrap gap-x-6 print-hidden">
        <TextLink href="/" className="inline-flex min-h-11 items-center"><span>{withReadings(words.toFront)}</span></TextLink>
        <TextLink href="/my" className="inline-flex min-h-11 items-center"><span>{withReadings(words.toMyPage)}</span></TextLink>
      </p>
    </div>
  )
}

function Summary({ status, words }: { status: GiftStatus; words: ThanksWords }) {
  const { words: siteWords } = useSite()
  const yen = inYen(siteWords, status.amountYen)
  const method = Object.entries(words.methods).find(([name]) => name === status.method)?.[1]
  const rows: (readonly [string, ReactNode])[] = [
    [words.target, <span key="target" lang="ja">{status.title}</span>],
    [words.amount, <strong key="amount" className="figures">{withReadings(status.frequency === 'monthly' ? words.amountMonthly(yen) : yen)}</strong>],
    ...(status.giverName === '' ? [] : [[words.giver, status.giverName] as const]),
    ...(status.paidOn === null ? [] : [[words.paidOn, instantInWords(siteWords, status.paidOn).day] as const]),
    ...(method === undefined ? [] : [[words.method, withReadings(method)] as const]),
  ]
  return (
    <section className="mt-8">
      <h2 className="border-b-2 border-line pb-1 text-[1.125rem] font-bold">{withReadings(words.summary)}</h2>
      <dl>{rows.map(([term, said]) => <DetailRow key={term} term={withReadings(term)}>{said}</DetailRow>)}</dl>
    </section>
  )
}

function NotShown({ words }: { words: ThanksWords }) {
  return (
    <>
      <PageHeading>{withReadings(words.missingTitle)}</PageHeading>
      <p className="mt-4">{withReadings(words.missing)}</p>
      <p className="mt-8"><LinkButton href="/my">{withReadings(words.toMyPage)}</LinkButton></p>
    </>
  )
}
