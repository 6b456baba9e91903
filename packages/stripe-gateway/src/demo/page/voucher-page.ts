import type { DemoIntent, DemoSession } from '../demo-gift-objects.ts'
import { deedButton, demoPage, escapeHtml, pageLink, termList } from './demo-page.ts'
import { demoLanguageOf, demoPageWords } from './demo-page-words.ts'
import { afterPayment } from './pay-page.ts'

/** What to take to the shop; on paper it would be a slip. */
export function voucherPage(intent: DemoIntent, session: DemoSession): string {
  const language = demoLanguageOf(session)
  const words = demoPageWords[language]
  const back = pageLink(afterPayment(session), words.back)
  const details = intent.next_action?.konbini_display_details
  if (intent.status === 'succeeded') return demoPage({ title: words.voucherPaidTitle, language }, `<p>${escapeHtml(words.voucherPaid)}</p>\n${back}`)
  if (details === undefined) return demoPage({ title: words.voucherExpiredTitle, language }, `<p>${escapeHtml(words.voucherExpired)}</p>\n${back}`)
  const slip = intent.demo.slipNumber ?? ''
  return demoPage({ title: words.voucherTitle, language }, `${termList([
    [words.slipNumber, `${slip.slice(0, 4)}-${slip.slice(4, 7)}-${slip.slice(7)}`],
    [words.amount, words.yen(intent.amount)],
    [words.payUntil, words.endOf(details.expires_at)],
  ])}
<p>${escapeHtml(words.voucher)}</p>
${deedButton('pay', words.payAtShop, 'main')}
${deedButton('expire', words.letExpire)}
${back}`)
}
