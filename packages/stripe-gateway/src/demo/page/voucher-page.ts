import type { DemoIntent, DemoSession } from '../demo-gift-objects.ts'
import { deedButton, demoPage, escapeHtml, pageLink, termList } from './demo-page.ts'
import { type DemoLanguage, demoLanguageOf, demoPageWords } from './demo-page-words.ts'
import { afterPayment } from './pay-page.ts'

/** How to pay what is paid later: what to take to the shop, or where to send the money. */
export function voucherPage(intent: DemoIntent, session: DemoSession): string {
  const language = demoLanguageOf(session)
  const words = demoPageWords[language]
  const back = pageLink(afterPayment(session), words.back)
  const { next_action: action } = intent
  if (intent.status === 'succeeded') return demoPage({ title: words.voucherPaidTitle, language }, `<p>${escapeHtml(words.voucherPaid)}</p>\n${back}`)
  if (action?.type === 'konbini_display_details') return slipPage(intent, { until: action.konbini_display_details.expires_at, language, back })
  if (action?.type === 'display_bank_transfer_instructions') {
    const [{ zengin }] = action.display_bank_transfer_instructions.financial_addresses
    return transferPage(intent, { zengin, language, back })
  }
  return demoPage({ title: words.voucherExpiredTitle, language }, `<p>${escapeHtml(words.voucherExpired)}</p>\n${back}`)
}

interface SlipPart {
  /** In seconds since 1970. */
  readonly until: number
  readonly language: DemoLanguage
  /** HTML */
  readonly back: string
}

/** On paper it would be a slip. */
function slipPage({ demo, amount }: DemoIntent, { until, language, back }: SlipPart): string {
  const words = demoPageWords[language]
  const slip = demo.slipNumber ?? ''
  return demoPage({ title: words.voucherTitle, language }, `${termList([
    [words.slipNumber, `${slip.slice(0, 4)}-${slip.slice(4, 7)}-${slip.slice(7)}`],
    [words.amount, words.yen(amount)],
    [words.payUntil, words.endOf(until)],
  ])}
<p>${escapeHtml(words.voucher)}</p>
${deedButton('pay', words.payAtShop, 'main')}
${deedButton('expire', words.letExpire)}
${back}`)
}

interface TransferPart extends Omit<SlipPart, 'until'> {
  readonly zengin: {
    readonly bank_name: string
    readonly bank_code: string
    readonly branch_name: string
    readonly branch_code: string
    readonly account_number: string
    readonly account_holder_name: string
  }
}

function transferPage({ amount }: DemoIntent, { zengin, language, back }: TransferPart): string {
  const words = demoPageWords[language]
  return demoPage({ title: words.transferTitle, language }, `${termList([
    [words.bank, `${zengin.bank_name}（${zengin.bank_code}） ${zengin.branch_name}（${zengin.branch_code}）`, 'ja'],
    [words.account, words.futsu(zengin.account_number)],
    [words.holder, zengin.account_holder_name, 'ja'],
    [words.amount, words.yen(amount)],
  ])}
<p>${escapeHtml(words.instructions)}</p>
${deedButton('pay', words.payByTransfer, 'main')}
${back}`)
}
