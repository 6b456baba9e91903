import { formatYen } from '@sasaeai/domain/money/yen'
import { takesKonbini } from '../demo-checkout.ts'
import type { DemoSession } from '../demo-gift-objects.ts'
import { deedButton, demoPage, pageLink, termList } from './demo-page.ts'

/** Where the giver pays. @param wasDeclined a card was refused on this page before. */
export function payPage(session: DemoSession, { wasDeclined }: { wasDeclined: boolean }): string {
  if (session.status === 'expired') {
    return demoPage('期限が過ぎました', `<p>このお支払いのページは閉じられました。お金は動いていません。</p>\n${pageLink(session.cancel_url, 'もとのページへ戻る')}`)
  }
  if (session.status === 'complete') {
    return demoPage('お手続きは済んでいます', `<p>このページでのお手続きは終わっています。もう一度支払う必要はありません。</p>\n${pageLink(afterPayment(session), 'もとのページへ戻る')}`)
  }
  return demoPage('お支払い', `${wasDeclined ? declinedNotice : ''}
${termList(termsOf(session))}
<h2>どう支払いますか</h2>
${deedButton('card', 'カードで払う', 'main')}
${takesKonbini(session) ? deedButton('konbini', 'コンビニで払う（払込番号を受け取る）') : ''}
<h2>うまくいかないとき</h2>
${deedButton('decline', 'カードが断られる（失敗する）')}
${pageLink(session.cancel_url, 'やめて、もとのページへ戻る')}`)
}

/** Where the giver goes back to, once everything here is done. */
export function afterPayment(session: DemoSession): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

const declinedNotice =
  '<p class="notice" role="alert">カードが断られました。お金は動いていません。もう一度試すか、ほかの方法を選んでください。</p>'

function termsOf(session: DemoSession): (readonly [string, string])[] {
  const amount = `${formatYen(session.amount_total)}円`
  return [
    ['内容', session.demo.name],
    ['金額', session.mode === 'subscription' ? `毎月 ${amount}` : amount],
    ['メール', session.customer_email],
  ]
}
