import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { formatYen } from '@sasaeai/domain/money/yen'
import type { DemoIntent, DemoSession } from '../demo-gift-objects.ts'
import { deedButton, demoPage, pageLink, termList } from './demo-page.ts'
import { afterPayment } from './pay-page.ts'

/** What to take to the shop; on paper it would be a slip. */
export function voucherPage(intent: DemoIntent, session: DemoSession): string {
  const back = pageLink(afterPayment(session), 'もとのページへ戻る')
  const details = intent.next_action?.konbini_display_details
  if (intent.status === 'succeeded') return demoPage('支払い済みです', `<p>コンビニでのお支払いが済みました。</p>\n${back}`)
  if (details === undefined) return demoPage('期限切れです', `<p>払込番号の期限が過ぎました。お金は動いていません。</p>\n${back}`)
  const slip = intent.demo.slipNumber ?? ''
  return demoPage('コンビニでのお支払い', `${termList([
    ['払込番号', `${slip.slice(0, 4)}-${slip.slice(4, 7)}-${slip.slice(7)}`],
    ['金額', `${formatYen(intent.amount)}円`],
    ['お支払いの期限', `${dayOf(details.expires_at)} 23時59分まで`],
  ])}
<p>本物のときは、この番号をコンビニのレジや端末で伝えて支払います。ここでは、どうなるかを選んでください。</p>
${deedButton('pay', '店で払う', 'main')}
${deedButton('expire', '期限切れにする')}
${back}`)
}

function dayOf(seconds: number): string {
  const { year, month, day } = partsOf(localDateInTokyo(new Date(seconds * 1000)))
  return `${year}年${month}月${day}日`
}
