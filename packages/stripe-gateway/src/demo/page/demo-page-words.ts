import { localDateInTokyo, partsOf } from '@sasaeai/domain/calendar/local-date'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'

/** In which words a page is: those of `locale` on the order. やさしい日本語 is ordered as ja. */
export type DemoLanguage = 'ja' | 'en'

const wordsJa = {
  banner: 'デモ・実際のお金は動きません',
  gateway: 'デモの決済会社',
  about: 'ここは、本物の決済会社の代わりに支払いを試すためのページです。カード番号などを入れるところはありません。',
  yen: (amount: Yen) => `${formatYen(amount)}円`,
  monthly: (amount: string) => `毎月 ${amount}`,
  /** To the last minute of that day. */
  endOf: (seconds: number) => {
    const { year, month, day } = partsOf(localDateInTokyo(new Date(seconds * 1000)))
    return `${year}年${month}月${day}日 23時59分まで`
  },
  back: 'もとのページへ戻る',
  leave: 'やめて、もとのページへ戻る',
  failing: (title: string) => `失敗：${title}`,
  expiredTitle: '期限が過ぎました',
  expired: 'このお支払いのページは閉じられました。お金は動いていません。',
  doneTitle: 'お手続きは済んでいます',
  done: 'このページでのお手続きは終わっています。もう一度支払う必要はありません。',
  payTitle: 'お支払い',
  what: '内容',
  amount: '金額',
  email: 'メール',
  how: 'どう支払いますか',
  card: 'カードで払う',
  paypay: 'PayPayで払う',
  konbini: 'コンビニで払う（払込番号を受け取る）',
  transfer: '銀行振込で払う（振込先を受け取る）',
  trouble: 'うまくいかないとき',
  decline: 'カードが断られる（失敗する）',
  declined: 'カードが断られました。お金は動いていません。もう一度試すか、ほかの方法を選んでください。',
  refused: 'PayPayでのお支払いは行われませんでした。お金は動いていません。もう一度試すか、ほかの方法を選んでください。',
  walletTitle: 'PayPayでのお支払い（デモ）',
  wallet: '本物のときは、PayPayのアプリや画面が開きます。ここでは、どうなるかを選んでください。',
  approve: '支払う',
  refuse: '支払わずに戻る（失敗する）',
  voucherTitle: 'コンビニでのお支払い',
  slipNumber: '払込番号',
  payUntil: 'お支払いの期限',
  voucher: '本物のときは、この番号をコンビニのレジや端末で伝えて支払います。ここでは、どうなるかを選んでください。',
  payAtShop: '店で払う',
  letExpire: '期限切れにする',
  transferTitle: '銀行振込でのお支払い',
  bank: '振込先の銀行',
  account: '口座',
  holder: '口座名義',
  futsu: (number: string) => `普通 ${number}`,
  instructions: '本物のときは、この口座に、この金額を振り込みます。期限はありません。ここでは、振り込んだことにできます。',
  payByTransfer: '振り込む',
  voucherPaidTitle: '支払い済みです',
  voucherPaid: 'お支払いが済みました。',
  voucherExpiredTitle: '期限切れです',
  voucherExpired: '払込番号の期限が過ぎました。お金は動いていません。',
}

export type DemoPageWords = typeof wordsJa

const wordsEn: DemoPageWords = {
  banner: 'Demo: no real money moves',
  gateway: 'Demo payments',
  about: 'This page stands in for a real payment service, to try out paying. There is nowhere to enter a card number.',
  yen: (amount) => `${formatYen(amount)} yen`,
  monthly: (amount) => `${amount} every month`,
  endOf: (seconds) => {
    const { year, month, day } = partsOf(localDateInTokyo(new Date(seconds * 1000)))
    return `${day} ${monthsEn[month - 1]} ${year}, 23:59 (Japan time)`
  },
  back: 'Go back to the previous page',
  leave: 'Do not pay, and go back to the previous page',
  failing: (title) => `Failed: ${title}`,
  expiredTitle: 'The time to pay is over',
  expired: 'This payment page was closed. No money has moved.',
  doneTitle: 'This is already done',
  done: 'Everything on this page is finished. There is no need to pay again.',
  payTitle: 'Payment',
  what: 'For',
  amount: 'Amount',
  email: 'Mail address',
  how: 'How would you like to pay?',
  card: 'Pay by card',
  paypay: 'Pay with PayPay',
  konbini: 'Pay at a convenience store (receive a number)',
  transfer: 'Pay by bank transfer (receive an account number)',
  trouble: 'When something goes wrong',
  decline: 'Have the card declined (fail)',
  declined: 'The card was declined. No money has moved. Try again, or choose another way to pay.',
  refused: 'The payment with PayPay was not made. No money has moved. Try again, or choose another way to pay.',
  walletTitle: 'Pay with PayPay (demo)',
  wallet: 'With a real payment service the app or the page of PayPay would open. Here, choose what happens.',
  approve: 'Pay',
  refuse: 'Go back without paying (fail)',
  voucherTitle: 'Pay at a convenience store',
  slipNumber: 'Payment number',
  payUntil: 'Pay by',
  voucher: 'With a real payment service you would give this number at the till or the terminal of the shop. Here, choose what happens.',
  payAtShop: 'Pay at the shop',
  letExpire: 'Let the time run out',
  transferTitle: 'Pay by bank transfer',
  bank: 'Bank',
  account: 'Account',
  holder: 'Account holder',
  futsu: (number) => `ordinary account ${number}`,
  instructions: 'With a real payment service you would send this amount to this account, at any time. Here, you can let it be sent.',
  payByTransfer: 'Make the transfer',
  voucherPaidTitle: 'Paid',
  voucherPaid: 'The payment has been made.',
  voucherExpiredTitle: 'The time to pay is over',
  voucherExpired: 'The payment number is no longer valid. No money has moved.',
}

const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

export const demoPageWords: Readonly<Record<DemoLanguage, DemoPageWords>> = { ja: wordsJa, en: wordsEn }

/** The language of a pay page by the `locale` that it was ordered in. */
export function demoLanguageOf({ locale }: { readonly locale: string }): DemoLanguage {
  return locale === 'en' ? 'en' : 'ja'
}
