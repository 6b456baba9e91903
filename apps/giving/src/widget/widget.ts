/**
 * 公開の集計 on a page of the council's own: `<script src="https://…/widget.js" async></script>` shows this year's totals where
 * the script stands. No cookie, nothing of the page is read, and nothing of the page changes how it looks.
 */
import { widgetOf, widgetStyle } from './widget-content.ts'

const script = document.currentScript
if (script instanceof HTMLScriptElement) show(script)

function show(place: HTMLScriptElement): void {
  const site = new URL(place.src).origin
  const host = document.createElement('div')
  // Closed to the page's own styles; ours do not leave it. A sheet of our own needs no leave of the page's Content-Security-Policy.
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(widgetStyle)
  root.adoptedStyleSheets = [sheet]
  place.after(host)
  fetch(`${site}/public/totals.json`, { credentials: 'omit', referrerPolicy: 'no-referrer' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))))
    .then((totals) => root.append(widgetOf(document, { site, totals })))
    // Where the totals cannot be had, the page stands as if nothing had been there.
    .catch(() => host.remove())
}
