import type { DemoSession } from '../demo-gift-objects.ts'
import { deedButton, demoPage, escapeHtml, termList } from './demo-page.ts'
import { demoLanguageOf, demoPageWords } from './demo-page-words.ts'

/** PayPay, where a pay page leads to and which leads back to it. */
export function walletPage(session: DemoSession): string {
  const language = demoLanguageOf(session)
  const words = demoPageWords[language]
  return demoPage({ title: words.walletTitle, language }, `${termList([
    [words.what, session.demo.name, 'ja'],
    [words.amount, words.yen(session.amount_total)],
  ])}
<p>${escapeHtml(words.wallet)}</p>
${deedButton('approve', words.approve, 'main')}
${deedButton('refuse', words.refuse)}`)
}
