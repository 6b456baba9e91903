import { formatLocalDate } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { formatYen, type Yen } from '../../money/yen.ts'
import type { GivingLanguage } from '../gift/giving-language.ts'

/** How the receipt of a payment comes to the giver. */
export type ReceiptNews = 'none' | 'attached' | 'by_post' | 'after_deposit' | 'yearly'

/** What a mail of thanks tells. */
export interface ThanksFacts {
  readonly language: GivingLanguage
  /** Empty of somebody who would not be named. */
  readonly giverName: string
  readonly isOrganization: boolean
  /** 受付項目: what it was given for. */
  readonly purpose: string
  readonly amountYen: Yen
  readonly paidOn: LocalDate
  readonly isMonthly: boolean
  readonly receipt: ReceiptNews
  readonly isDemo: boolean
  readonly council: { readonly name: string; readonly address: string; readonly phone: string; readonly email: string }
  /** お礼の言葉 of the council, in Japanese. */
  readonly thanks: string
}

/** Subject and text of the mail, in the words that the giver has chosen. */
export function thanksMailOf(facts: ThanksFacts): { readonly subject: string; readonly body: string } {
  const words = wordsByLanguage[facts.language]
  const parts = [
    ...(facts.isDemo ? [words.demo] : []),
    words.salutation(facts),
    words.thanks(facts),
    words.facts(facts),
    ...(facts.receipt === 'none' ? [] : [words.receipt[facts.receipt]]),
    words.contact,
    ['----', facts.council.name, facts.council.address, ...contactLines(facts)].filter((line) => line !== '').join('\n'),
  ]
  return { subject: words.subject(facts), body: `${parts.join('\n\n')}\n` }
}

/** What a council's own letter of thanks does not say: how the receipt comes, and that nothing was really paid. */
export function addedToLetter({ language, receipt, isDemo }: Pick<ThanksFacts, 'language' | 'receipt' | 'isDemo'>): readonly string[] {
  const words = wordsByLanguage[language]
  return [...(receipt === 'none' || receipt === 'attached' ? [] : [words.receipt[receipt]]), ...(isDemo ? [words.demo] : [])]
}

interface Words {
  readonly subject: (facts: ThanksFacts) => string
  readonly salutation: (facts: ThanksFacts) => string
  readonly thanks: (facts: ThanksFacts) => string
  readonly facts: (facts: ThanksFacts) => string
  readonly receipt: Readonly<Record<Exclude<ReceiptNews, 'none'>, string>>
  readonly contact: string
  readonly demo: string
}

const wordsByLanguage: Readonly<Record<GivingLanguage, Words>> = {
  ja: {
    subject: ({ isMonthly }) => (isMonthly ? '毎月のご支援ありがとうございます' : 'ご支援ありがとうございます'),
    salutation: ({ giverName, isOrganization }) => (giverName === '' ? 'ご支援くださった方へ' : `${giverName}　${isOrganization ? '御中' : '様'}`),
    thanks: ({ thanks }) => thanks,
    facts: ({ purpose, amountYen, paidOn, isMonthly }) => [
      `・内容：${purpose}`, `・金額：${formatYen(amountYen)}円${isMonthly ? '（毎月）' : ''}`, `・お支払いの日：${formatLocalDate(paidOn)}`,
    ].join('\n'),
    receipt: {
      attached: '領収書（PDF）を添付しました。大切に保管してください。',
      by_post: '領収書は、郵送でお届けします。',
      after_deposit: '領収書は、当会への入金を確かめてからお届けします。',
      yearly: '領収書は、1年分をまとめて翌年にお届けします。',
    },
    contact: 'お心当たりのないときや、お困りのときは、下の連絡先までお知らせください。',
    demo: '（デモです。実際のお金は動いていません。）',
  },
  easy: {
    subject: () => 'お金を 寄付してくださって、ありがとうございます',
    salutation: ({ giverName }) => (giverName === '' ? '寄付してくださった 方へ' : `${giverName}　さん`),
    thanks: ({ council }) => `${council.name}です。\nお金を 寄付してくださって、ありがとうございます。困っている 人を 助けるために、大切に 使います。`,
    facts: ({ purpose, amountYen, paidOn, isMonthly }) => [
      `・何のため：${purpose}`, `・お金：${formatYen(amountYen)}円${isMonthly ? '（毎月）' : ''}`, `・払った 日：${formatLocalDate(paidOn)}`,
    ].join('\n'),
    receipt: {
      attached: '領収書（お金を 受け取ったことを 書いた 紙）の PDFを つけました。なくさないでください。',
      by_post: '領収書（お金を 受け取ったことを 書いた 紙）は、手紙で 送ります。',
      after_deposit: '領収書（お金を 受け取ったことを 書いた 紙）は、あとで 送ります。少し 待ってください。',
      yearly: '領収書（お金を 受け取ったことを 書いた 紙）は、1年分を まとめて、次の 年に 送ります。',
    },
    contact: 'わからないことが あったら、下に 書いてある 電話か メールで 聞いてください。',
    demo: '（これは 練習です。お金は 払っていません。）',
  },
  en: {
    subject: ({ isMonthly }) => (isMonthly ? 'Thank you for your monthly gift' : 'Thank you for your gift'),
    salutation: ({ giverName }) => (giverName === '' ? 'Dear friend,' : `Dear ${giverName},`),
    thanks: ({ council }) => `Thank you for supporting ${council.name}. Your gift will be used with care for the people of our community.`,
    facts: ({ purpose, amountYen, paidOn, isMonthly }) => [
      `- For: ${purpose}`, `- Amount: ${formatYen(amountYen)} yen${isMonthly ? ' every month' : ''}`, `- Paid on: ${paidOn}`,
    ].join('\n'),
    receipt: {
      attached: 'Your receipt is attached as a PDF. Please keep it.',
      by_post: 'Your receipt will be sent by post.',
      after_deposit: 'Your receipt will follow once the money has reached our account.',
      yearly: 'One receipt for the whole year will be sent to you next year.',
    },
    contact: 'If you did not make this gift, or need help, please contact us.',
    demo: '(This is a demonstration. No money was moved.)',
  },
}

function contactLines({ language, council: { phone, email } }: ThanksFacts): readonly string[] {
  const isEnglish = language === 'en'
  return [phone === '' ? '' : `${isEnglish ? 'Phone' : '電話'} ${phone}`, email === '' ? '' : `${isEnglish ? 'E-mail' : 'メール'} ${email}`]
}
