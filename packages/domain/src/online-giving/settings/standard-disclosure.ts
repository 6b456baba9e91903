import { formatYen } from '../../money/yen.ts'
import { readablePostalCode } from '../../text/postal-code.ts'
import type { TextCouncil, TextRules } from './text-council.ts'
import type { GivingReceiptRule } from './receipt-rule.ts'

/**
 * 特定商取引法に基づく表記 with every item that card companies ask of a page that takes gifts. A detail that the council has
 * not written down has no row: an empty row would be worse than none, and the settings page says what is missing.
 */
export function standardDisclosure(rules: TextRules, council: TextCouncil): string {
  return rowsOf(rules, council)
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `${heading}: ${text}`)
    .join('\n')
}

function rowsOf({ minimumYen, maximumYen, receiptRule }: TextRules, council: TextCouncil): readonly (readonly [heading: string, text: string])[] {
  return [
    ['寄附を受ける団体', council.name],
    ['運営責任者', council.representative],
    ['所在地', addressOf(council)],
    ['電話番号', council.phone === '' ? '' : `${council.phone}（平日の開所時間内にお受けします）`],
    ['メールアドレス', council.email],
    ['寄附の金額', `お申込みの画面で選んだ金額、または入力した金額（1回につき${formatYen(minimumYen)}円から${formatYen(maximumYen)}円まで）。会費は、会員種別ごとの金額に口数を掛けた金額です。`],
    ['金額のほかにかかる費用', '当会が決済会社に支払う手数料を、寄附される方にご負担いただくことはありません。通信料と、金融機関の窓口・ATMから振り込むときの振込手数料は、ご負担ください。'],
    ['お支払いの方法', 'クレジットカード（Apple Pay・Google Payを含む）、コンビニエンスストア、銀行振込、PayPayのうち、お支払いの画面に表示されるもの'],
    ['お支払いの時期', 'カード・PayPayは、お申込みのとき。コンビニエンスストア・銀行振込は、お支払いの画面とメールでお知らせする期限まで。毎月の寄附は、1回目をお申込みのときに、2回目からは毎月同じ日にお支払いいただきます。'],
    ['寄附の成立', 'お支払いの完了を当会が確認したときに、寄附が成立します。品物やサービスの提供はありません。'],
    ['領収書', receiptWords[receiptRule]],
    ['申込みの取消しと返金', 'お支払いの完了後は、原則として返金しません。くわしくは「返金方針」をご覧ください。'],
    ['毎月の寄附をやめるとき', '「マイページ」から、いつでもやめることができます。電話・メールでも承ります。やめた月の翌月から、お支払いはなくなります。'],
    ['共同募金・歳末たすけあい募金', '受取人が共同募金会である募金は、そのページに受取人の名称を表示します。'],
    ['お使いいただける環境', '新しい版のChrome、Safari、Edge、Firefox（パソコン・スマートフォン）'],
  ]
}

const receiptWords: Record<GivingReceiptRule, string> = {
  each: '寄附のたびに、当会の領収書をメール（PDF）でお届けします。紙の領収書は、お申込みのときに郵送を選んでください。',
  on_request: 'お申込みのときに希望された方に、当会の領収書をメール（PDF）または郵送でお届けします。',
  annual: '1月から12月までの寄附をまとめた領収書（年間証明）を、翌年にお届けします。',
}

function addressOf({ postalCode, address }: TextCouncil): string {
  return postalCode === '' || address === '' ? address : `〒${readablePostalCode(postalCode)} ${address}`
}
