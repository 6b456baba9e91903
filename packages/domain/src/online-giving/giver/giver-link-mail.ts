import type { GivingLanguage } from '../gift/giving-language.ts'

interface GiverLinkMail {
  readonly language: GivingLanguage
  readonly council: { readonly name: string; readonly phone: string }
  readonly url: string
  readonly isDemo: boolean
}

/** The mail with the link to マイページ. It greets nobody by name: whoever asked has told no more than the address. */
export function giverLinkMail({ language, council, url, isDemo }: GiverLinkMail): { readonly subject: string; readonly body: string } {
  const { subject, lines } = words[language]({ ...council, url })
  const demo = isDemo ? [language === 'en' ? '(This is a demonstration. No real money moves.)' : '（これはデモです。実際のお金は動きません。）', ''] : []
  return { subject, body: `${[...demo, ...lines, '', council.name, ...(council.phone === '' ? [] : [council.phone])].join('\n')}\n` }
}

interface LinkWords {
  readonly name: string
  readonly url: string
}

const words: Readonly<Record<GivingLanguage, (facts: LinkWords) => { readonly subject: string; readonly lines: readonly string[] }>> = {
  ja: ({ name, url }) => ({
    subject: `【${name}】マイページのリンク`,
    lines: [
      'マイページを開くリンクをお送りします。', '', url, '',
      'リンクは30分以内に1回だけ使えます。開いたページで「マイページを開く」を押してください。',
      'お心当たりがないときは、このメールを削除してください。リンクを開かなければ、何も起こりません。',
    ],
  }),
  easy: ({ name, url }) => ({
    subject: `【${name}】あなたの ページの リンク`,
    lines: [
      'あなたの 寄附（きふ）の ページを 見る リンクです。', '', url, '',
      'リンクは 30分の あいだに 1回だけ つかえます。',
      'あなたが たのんで いないときは、この メールを すててください。',
    ],
  }),
  en: ({ name, url }) => ({
    subject: `[${name}] Link to your giving page`,
    lines: [
      'Here is the link to your giving page.', '', url, '',
      'It works once, within 30 minutes. Press the button on the page that it opens.',
      'If you did not ask for it, delete this mail: nothing happens unless the link is opened.',
    ],
  }),
}
