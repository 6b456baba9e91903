import { readFile } from 'node:fs/promises'
import { actOnDemoCheckout, checkoutDeeds } from '../demo-checkout.ts'
import { demoIntentSchema, demoSessionSchema, type DemoSession } from '../demo-gift-objects.ts'
import { settleDemoVoucher } from '../demo-later-payment.ts'
import type { DemoTurns } from '../demo-turns.ts'
import { demoPage } from './demo-page.ts'
import { afterPayment, payPage } from './pay-page.ts'
import { voucherPage } from './voucher-page.ts'
import { walletPage } from './wallet-page.ts'

/** A page, or where to go instead. */
export interface DemoPageAnswer {
  readonly status: number
  /** HTML, or the style sheet. */
  readonly text: string
  readonly type: 'text/html' | 'text/css'
  readonly location?: string
  /** Where a button of the page may lead in the end, beside the page's own site. */
  readonly leadsTo?: string
}

interface DemoPagePlace {
  readonly turns: DemoTurns
  /** Something was done: whoever wants to know is told. */
  readonly tell: (accountCode: string) => Promise<void>
}

/** @param form of a POST: which button was pressed. */
export async function answerDemoPage(
  place: DemoPagePlace, { method, path, form }: { method: string; path: string; form: string },
): Promise<DemoPageAnswer> {
  if (path === '/demo-gateway/demo-gateway.css') {
    return { status: 200, type: 'text/css', text: await readFile(new URL('demo-gateway.css', import.meta.url), 'utf8') }
  }
  const [, accountCode = '', page, id = ''] = /^\/demo-gateway\/([^/]+)\/(pay|wallet|voucher)\/(\w+)$/.exec(path) ?? []
  const deed = method === 'POST' ? new URLSearchParams(form).get('deed') : null
  const answer = page === 'pay' || page === 'wallet' ? await answerPay(place, { accountCode, id, deed, isWallet: page === 'wallet' })
    : page === 'voucher' ? await answerVoucher(place, { accountCode, id, deed }) : null
  return answer ?? { ...html(demoPage({ title: 'ページがありません', language: 'ja' }, '<p>アドレスを確かめてください。</p>')), status: 404 }
}

interface PageCall {
  readonly accountCode: string
  readonly id: string
  readonly deed: string | null
}

/** A pay page, or PayPay, where it leads to: while the giver is there the pay page stays open. */
async function answerPay(
  { turns, tell }: DemoPagePlace, { accountCode, id, deed: pressed, isWallet }: PageCall & { readonly isWallet: boolean },
): Promise<DemoPageAnswer | null> {
  const deed = checkoutDeeds.find((one) => one === pressed)
  const seen = await turns.take(accountCode, async (turn) => {
    const session = deed === undefined ? await turn.find(demoSessionSchema, id) : await actOnDemoCheckout(turn, id, deed)
    return session === null ? null : { session, intent: await turn.find(demoIntentSchema, session.payment_intent ?? '') }
  })
  if (seen === null) return null
  const { session, intent } = seen
  if (deed !== undefined) await tell(accountCode)
  if (session.status === 'complete' && session.payment_status === 'unpaid' && intent !== null) {
    return redirect(placeAt(session, `../voucher/${intent.id}`))
  }
  const isAtWallet = session.status === 'open' && intent?.next_action?.type === 'redirect_to_url'
  if (deed === 'paypay' && isAtWallet) return redirect(placeAt(session, `../wallet/${session.id}`))
  if (deed !== undefined && session.status === 'complete') return redirect(afterPayment(session))
  if (isWallet && deed === undefined && isAtWallet) return html(walletPage(session), session)
  if (deed !== undefined || isWallet) return redirect(placeAt(session, ''))
  return html(payPage(session, intent), session)
}

async function answerVoucher({ turns, tell }: DemoPagePlace, { accountCode, id, deed }: PageCall): Promise<DemoPageAnswer | null> {
  const isDeed = deed === 'pay' || deed === 'expire'
  const seen = await turns.take(accountCode, async (turn) => {
    const intent = isDeed ? await settleDemoVoucher(turn, id, deed) : await turn.find(demoIntentSchema, id)
    const session = await turn.find(demoSessionSchema, intent?.demo.sessionId ?? '')
    return intent === null || session === null ? null : { session, intent }
  })
  if (seen === null) return null
  if (!isDeed) return html(voucherPage(seen.intent, seen.session), seen.session)
  await tell(accountCode)
  return redirect(placeAt(seen.session, `../voucher/${id}`))
}

function html(text: string, session?: DemoSession): DemoPageAnswer {
  const page = { status: 200, type: 'text/html', text } as const
  return session === undefined ? page : { ...page, leadsTo: new URL(session.success_url, thisSite).origin }
}

/** What was there when the demo began names no site. */
const thisSite = 'http://localhost'

/** The address of another page beside a pay page. */
function placeAt({ demo }: DemoSession, relative: string): string {
  return new URL(relative, new URL(demo.payUrl, thisSite)).pathname
}

/** A page that was sent for is asked for anew, so that going back or loading again does nothing twice. */
function redirect(location: string): DemoPageAnswer {
  return { ...html(''), status: 303, location }
}
