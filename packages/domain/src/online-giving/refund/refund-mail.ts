import { formatLocalDate } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { formatYen, type Yen } from '../../money/yen.ts'
import type { GivingLanguage } from '../gift/giving-language.ts'

/** What became of the receipt: there was none, or it is void, or another one stands for what is left. */
export type RefundedReceipt = 'none' | 'void' | 'anew'

/** What a mail about a refund tells. */
export interface RefundFacts {
  readonly language: GivingLanguage
  /** Empty of somebody who would not be named. */
  readonly giverName: string
  readonly isOrganization: boolean
  /** 受付項目: what it was given for. */
  readonly purpose: string
  readonly paidOn: LocalDate
  /** What is given back by this refund, in yen. */
  readonly amountYen: Yen
  /** What stays given, in yen. */
  readonly leftYen: Yen
  readonly receipt: RefundedReceipt
  /** It was told as done, and has failed after all. */
  readonly hasFailed: boolean
  readonly isDemo: boolean
  readonly council: { readonly name: string; readonly address: string; readonly phone: string; readonly email: string }
}

/** Subject and text of the mail, in the words that the giver has chosen. The reason stays in the office: it was not written for the giver. */
export function refundMailOf(facts: RefundFacts): { readonly subject: string; readonly body: string } {
  const words = wordsByLanguage[facts.language]
  const { name, address, phone, email } = facts.council
  const receipt = facts.hasFailed || facts.receipt === 'none' ? [] : [words.receipt[facts.receipt]]
  const parts = [
    ...(facts.isDemo ? [words.demo] : []),
    words.salutation(facts),
    facts.hasFailed ? words.failed : words.done,
    words.facts(facts).join('\n'),
    ...(facts.hasFailed ? [] : [words.arrival]),
    ...receipt,
    words.contact,
    ['----', name, address, ...words.contacts(phone, email)].filter((line) => line !== '').join('\n'),
  ]
  return { subject: facts.hasFailed ? words.subjectFailed : words.subject, body: `${parts.join('\n\n')}\n` }
}

interface Words {
  readonly subject: string
  readonly subjectFailed: string
  readonly salutation: (facts: RefundFacts) => string
  readonly done: string
  readonly failed: string
  readonly facts: (facts: RefundFacts) => readonly string[]
  readonly arrival: string
  readonly receipt: Readonly<Record<'void' | 'anew', string>>
  readonly contact: string
  readonly contacts: (phone: string, email: string) => readonly string[]
  readonly demo: string
}

const contactsInJapanese = (phone: string, email: string) => [phone === '' ? '' : `電話 ${phone}`, email === '' ? '' : `メール ${email}`]

const wordsByLanguage: Readonly<Record<GivingLanguage, Words>> = {
  ja: {
    subject: 'ご寄附を返金しました',
    subjectFailed: 'ご返金が完了しませんでした',
    salutation: ({ giverName, isOrganization }) => (giverName === '' ? 'ご支援くださった方へ' : `${giverName}　${isOrganization ? '御中' : '様'}`),
    done: 'お支払いいただいたお金を返金しました。',
    failed: '返金の手続きをしましたが、お金が届かずに戻ってきました。あらためて、当会からご連絡します。',
    facts: ({ purpose, paidOn, amountYen, leftYen, hasFailed }) => [
      `・内容：${purpose}`, `・お支払いの日：${formatLocalDate(paidOn)}`, `・${hasFailed ? '返金する額' : '返金した額'}：${formatYen(amountYen)}円`,
      ...(leftYen > 0 && !hasFailed ? [`・ご寄附として残る額：${formatYen(leftYen)}円`] : []),
    ],
    arrival: 'お手元に届くまでの日数は、お支払いの方法によって違います。カードのときは、数日から、次のご利用明細までかかることがあります。',
    receipt: {
      void: 'お渡しした領収書は無効になりました。確定申告などには使わないでください。',
      anew: 'お渡しした領収書は無効になりました。残りの額の領収書を、あらためてお届けします。',
    },
    contact: 'お心当たりのないときや、お困りのときは、下の連絡先までお知らせください。',
    contacts: contactsInJapanese,
    demo: '（デモです。実際のお金は動いていません。）',
  },
  easy: {
    subject: 'お金を 返しました',
    subjectFailed: 'お金を 返すことが できませんでした',
    salutation: ({ giverName }) => (giverName === '' ? '寄付してくださった 方へ' : `${giverName}　さん`),
    done: 'あなたが 払った お金を 返しました。',
    failed: 'お金を 返そうと しましたが、できませんでした。こちらから 連絡します。',
    facts: ({ purpose, paidOn, amountYen, leftYen, hasFailed }) => [
      `・何のため：${purpose}`, `・払った 日：${formatLocalDate(paidOn)}`, `・返す お金：${formatYen(amountYen)}円`,
      ...(leftYen > 0 && !hasFailed ? [`・寄付として 残る お金：${formatYen(leftYen)}円`] : []),
    ],
    arrival: 'お金が もどるまで、1か月くらい かかることが あります。',
    receipt: {
      void: '前の 領収書（お金を 受け取ったことを 書いた 紙）は、もう 使えません。',
      anew: '前の 領収書（お金を 受け取ったことを 書いた 紙）は、もう 使えません。新しい 領収書を 送ります。',
    },
    contact: 'わからないことが あったら、下に 書いてある 電話か メールで 聞いてください。',
    contacts: contactsInJapanese,
    demo: '（これは 練習です。お金は 動いていません。）',
  },
  en: {
    subject: 'Your gift has been refunded',
    subjectFailed: 'Your refund could not be completed',
    salutation: ({ giverName }) => (giverName === '' ? 'Dear friend,' : `Dear ${giverName},`),
    done: 'We have refunded your payment.',
    failed: 'We tried to refund your payment, but the money came back to us. We will contact you.',
    facts: ({ purpose, paidOn, amountYen, leftYen, hasFailed }) => [
      `- For: ${purpose}`, `- Paid on: ${paidOn}`, `- ${hasFailed ? 'To be refunded' : 'Refunded'}: ${formatYen(amountYen)} yen`,
      ...(leftYen > 0 && !hasFailed ? [`- Remaining gift: ${formatYen(leftYen)} yen`] : []),
    ],
    arrival: 'How soon it arrives depends on how you paid; on a card it may take some days, or until your next statement.',
    receipt: {
      void: 'Your receipt is no longer valid. Please do not use it for a tax return.',
      anew: 'Your receipt is no longer valid. A new one for the remaining amount will follow.',
    },
    contact: 'If you have any questions, please contact us.',
    contacts: (phone, email) => [phone === '' ? '' : `Phone ${phone}`, email === '' ? '' : `E-mail ${email}`],
    demo: '(This is a demonstration. No money was moved.)',
  },
}
