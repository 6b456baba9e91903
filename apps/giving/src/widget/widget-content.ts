import type { PublicTotals } from '@sasaeai/domain/online-giving/totals/public-totals'

const yenText = new Intl.NumberFormat('ja-JP')

export const widgetStyle = `
:host { display: block; container-type: inline-size }
section { box-sizing: border-box; max-width: 40rem; padding: 1rem 1.25rem; border: 1px solid #c4c4c4; border-radius: .5rem; background: #fff; color: #1a1a1a; font: 1rem/1.6 system-ui, sans-serif }
h2 { margin: 0; font-size: 1.125rem } p { margin: .25rem 0 0; color: #555; font-size: .875rem }
dl { display: grid; grid-template-columns: 1fr auto; gap: .375rem 1rem; margin: .75rem 0 }
dt, dd { margin: 0 } dd { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
a { display: inline-block; padding: .5rem 0; color: #0017c1 } a:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px }
strong { margin-right: .5rem; padding: 0 .375rem; border: 1px solid; border-radius: .25rem; font-size: .875rem }
`

/** What the widget shows: made of elements and texts, never of markup, so that no text becomes a part of the page. */
export function widgetOf(page: Document, { site, totals }: { site: string; totals: PublicTotals }): HTMLElement {
  const make = (tag: string, ...content: (Node | string)[]) => {
    const element = page.createElement(tag)
    element.append(...content)
    return element
  }
  const rows = totals.received.flatMap(({ name, amountYen }) => [make('dt', name), make('dd', `${yenText.format(amountYen)}円`)])
  const link = make('a', '使いみちとご寄附のご案内')
  link.setAttribute('href', `${site}/totals`)
  const [year, month, day] = totals.asOf.split('-').map(Number)
  const about = make('p', ...(totals.isDemo ? [make('strong', 'デモ')] : []), `${totals.council}　${year}年${month}月${day}日まで`)
  const section = make('section', make('h2', '今年度に寄せられたお気持ち'), about, make('dl', ...rows), link)
  section.setAttribute('aria-label', '今年度に寄せられたお気持ち')
  return section
}
