import { takesPayPay } from '../demo-checkout.ts'
import type { DemoIntent, DemoSession } from '../demo-gift-objects.ts'
import { emailOf } from '../demo-intent.ts'
import { takesKonbini, takesTransfer } from '../demo-later-payment.ts'
import { deedButton, demoPage, escapeHtml, pageLink, termList, type DemoTerm } from './demo-page.ts'
import { demoLanguageOf, demoPageWords, type DemoPageWords } from './demo-page-words.ts'

/** Where the giver pays. @param intent what was tried on this page before. */
export function payPage(session: DemoSession, intent: DemoIntent | null): string {
  const language = demoLanguageOf(session)
  const words = demoPageWords[language]
  if (session.status === 'expired') {
    return demoPage({ title: words.expiredTitle, language }, `<p>${escapeHtml(words.expired)}</p>\n${pageLink(session.cancel_url, words.back)}`)
  }
  if (session.status === 'complete') {
    return demoPage({ title: words.doneTitle, language }, `<p>${escapeHtml(words.done)}</p>\n${pageLink(afterPayment(session), words.back)}`)
  }
  return demoPage({ title: words.payTitle, language, ...mistakeOf(intent, words) }, `${termList(termsOf(session, words))}
<h2>${escapeHtml(words.how)}</h2>
${deedButton('card', words.card, 'main')}
${takesPayPay(session) ? deedButton('paypay', words.paypay) : ''}
${takesKonbini(session) ? deedButton('konbini', words.konbini) : ''}
${takesTransfer(session) ? deedButton('transfer', words.transfer) : ''}
<h2>${escapeHtml(words.trouble)}</h2>
${deedButton('decline', words.decline)}
${pageLink(session.cancel_url, words.leave)}`)
}

/** Where the giver goes back to, once everything here is done. */
export function afterPayment(session: DemoSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

function mistakeOf(intent: DemoIntent | null, words: DemoPageWords): { mistake?: string } {
  const code = intent?.last_payment_error?.code
  if (code === undefined) return {}
  return { mistake: code === 'card_declined' ? words.declined : words.refused }
}

/** What is given for has its name in Japanese, whatever the page is in. */
function termsOf(session: DemoSession, words: DemoPageWords): DemoTerm[] {
  const amount = words.yen(session.amount_total)
  return [
    [words.what, session.demo.name, 'ja'],
    [words.amount, session.mode === 'subscription' ? words.monthly(amount) : amount],
    [words.email, emailOf(session)],
  ]
}
