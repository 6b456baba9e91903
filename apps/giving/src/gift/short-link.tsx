import { siteApi } from '../site/site-api.ts'
import type { PageOpener } from '../site/site-pages.ts'
import { openGift } from './give-page.tsx'
import { keepGift, readKeptGift } from './kept-draft.ts'

/** 短いリンク of a QR code: fills in what it says, once, and opens the page that it leads to under its own address. */
export const openShortLink: PageOpener = async ({ site, address, name: code }) => {
  const link = await siteApi.link({ code })
  if (link === null) return null
  const { slug, amountYen, areaName } = link
  const kept = readKeptGift(slug)
  if (kept.link?.code !== code) keepGift(slug, { ...kept, link: { code, areaName }, draft: amountYen === null ? kept.draft : { ...kept.draft, ...amountIn(amountYen, site.front.targets.find((target) => target.slug === slug)?.suggestedYen) } })
  const target = new URL(`/give/${slug}${address.search}`, address)
  window.history.replaceState(null, '', target)
  return openGift({ site, address: target, name: slug })
}

/** As a button where there is one, else as if it were typed. */
function amountIn(amountYen: number, suggestedYen: readonly number[] = []) {
  return suggestedYen.includes(amountYen) ? { choice: amountYen } : { choice: 'other' as const, otherAmount: String(amountYen) }
}
