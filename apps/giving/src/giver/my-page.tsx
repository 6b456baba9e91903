import type { GiverPage } from '@sasaeai/domain/online-giving/giver/giver-page'
import { Button } from '@sasaeai/ui/button'
import { LinkButton } from '@sasaeai/ui/link-button'
import { useState } from 'react'
import { PageHeading } from '../site/page-heading.tsx'
import { withReadings } from '../site/readings.tsx'
import { siteApi } from '../site/site-api.ts'
import type { PageOpener } from '../site/site-pages.ts'
import { AskForLink } from './ask-for-link-form.tsx'
import { GiftHistory } from './gift-history.tsx'
import { MonthlyGift } from './monthly-gift.tsx'
import { MyWordsProvider, readMyWords, useMyWords } from './my-words.ts'
import { OpenLink } from './open-link.tsx'
import { ReceiptList } from './receipt-list.tsx'

/** マイページ: what was given from one e-mail address, shown to whoever opened a link that was sent there. */
export const openMyPage: PageOpener = async ({ site, address }) => {
  const words = await readMyWords(site.language)
  if (address.pathname === '/my/open') {
    return { title: words.openTitle, body: <MyWordsProvider value={words}><OpenLink token={address.hash.slice(1)} /></MyWordsProvider> }
  }
  const page = await siteApi.page()
  return { title: words.title, body: <MyWordsProvider value={words}><MyPage first={page} /></MyWordsProvider> }
}

function MyPage({ first }: { first: GiverPage | null }) {
  const [page, setPage] = useState(first)
  // Whatever was changed is read back: nothing is shown that the server does not say.
  const refresh = async () => setPage(await siteApi.page())
  const words = useMyWords()
  if (page === null) return <AskForLink />
  const monthly = page.gifts.filter(({ recurring }) => recurring !== null)
  return (
    <div className="max-w-3xl">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <PageHeading>{withReadings(words.title)}</PageHeading>
          <p className="mt-1 text-ink-sub">{withReadings(words.signedInAs(page.email))}</p>
        </div>
        <Button onClick={() => void siteApi.signOut().then(() => setPage(null))}>{withReadings(words.signOut)}</Button>
      </div>
      {page.gifts.length === 0 && <p className="mt-6">{withReadings(words.none)}</p>}
      {monthly.length > 0 && (
        <section aria-labelledby="monthly" className="mt-10">
          <h2 id="monthly" className="text-[1.25rem] font-bold">{withReadings(words.monthly)}</h2>
          {monthly.map((gift) => <MonthlyGift key={gift.giftId} gift={gift} bounds={page} onChanged={refresh} />)}
        </section>
      )}
      {page.gifts.length > 0 && <ReceiptList {...page} onIssued={refresh} />}
      {page.gifts.length > 0 && <GiftHistory gifts={page.gifts} onChanged={refresh} />}
      <p className="mt-12 print-hidden"><LinkButton href="/">{withReadings(words.giveMore)}</LinkButton></p>
    </div>
  )
}
