import { siteApi } from '../site/site-api.ts'
import type { Place } from '../site/site-pages.ts'
import { keepGift, readKeptGift } from './kept-draft.ts'

/** 短いリンク of a QR code, which leads here with `?link=`: fills in what it says, once, and leaves the page's own address. */
export async function fillInLink({ site, address, name: slug }: Place): Promise<void> {
  const code = address.searchParams.get('link')
  if (code === null) return
  const link = await siteApi.link({ code })
  const kept = readKeptGift(slug)
  if (link?.slug === slug && kept.link?.code !== code) {
    const { amountYen, areaName } = link
    const amount = amountYen === null ? {} : amountIn(amountYen, site.front.targets.find((target) => target.slug === slug)?.suggestedYen)
    keepGift(slug, { ...kept, link: { code, areaName }, draft: { ...kept.draft, ...amount } })
  }
  address.searchParams.delete('link')
  window.history.replaceState(null, '', address)
}

/** As a button where there is one, else as if it were typed. */
function amountIn(amountYen: number, suggestedYen: readonly number[] = []) {
  return suggestedYen.includes(amountYen) ? { choice: amountYen } : { choice: 'other' as const, otherAmount: String(amountYen) }
}
