/** One online gift of the demo: who gave what, how many days ago, and what became of it. */
export interface ToldGift {
  readonly daysAgo: number
  /** The last part of the 受付項目's address. */
  readonly slug: string
  readonly amountYen: number
  readonly name: string
  readonly kana?: string
  readonly email: string
  readonly address?: string
  readonly message?: string
  readonly kind?: 'organization' | 'anonymous'
  /** Paid by card unless told otherwise; open ones are never paid. */
  readonly end?: 'konbini' | 'awaiting' | 'expired'
  /** Months that were taken of a monthly gift, and the one that was not. */
  readonly months?: number
  readonly failsIn?: number
  /** What was given back of it, and when. */
  readonly refund?: { readonly daysAgo: number; readonly amountYen: number }
}

/** A few months of gifts, the oldest first; two of them monthly, one with a month that could not be taken. */
export const toldGifts: readonly ToldGift[] = [
  { daysAgo: 140, slug: 'kodomo-shokudo', amountYen: 1_000, name: '中島 美穂', kana: 'ナカシマ ミホ', email: 'miho.nakashima@example.jp', months: 5, message: '毎月少しずつですが、応援しています。' },
  { daysAgo: 116, slug: 'katsudo', amountYen: 2_000, name: '大塚 健一', kana: 'オオツカ ケンイチ', email: 'kenichi.otsuka@example.jp', months: 4, failsIn: 4 },
  { daysAgo: 96, slug: 'saigai', amountYen: 10_000, name: '株式会社みどり工務店', email: 'soumu@midori-koumuten.example.jp', kind: 'organization', address: 'ささえ市城南町3番地8' },
  { daysAgo: 81, slug: 'katsudo', amountYen: 3_000, name: '', email: 'anonymous-giver@example.jp', kind: 'anonymous' },
  { daysAgo: 64, slug: 'kodomo-shokudo', amountYen: 5_000, name: '吉田 久美子', kana: 'ヨシダ クミコ', email: 'kumiko.yoshida@example.jp', end: 'konbini', address: 'ささえ市日吉町12番地1' },
  { daysAgo: 52, slug: 'iso', amountYen: 3_000, name: '坂本 浩', kana: 'サカモト ヒロシ', email: 'hiroshi.sakamoto@example.jp', message: '母が送迎でお世話になりました。' },
  { daysAgo: 45, slug: 'katsudo', amountYen: 30_000, name: '髙橋 節子', kana: 'タカハシ セツコ', email: 'setsuko.takahashi@example.jp', address: 'ささえ市篠山町4番地2' },
  { daysAgo: 38, slug: 'kodomo-shokudo', amountYen: 3_000, name: '石井 亮', kana: 'イシイ リョウ', email: 'ryo.ishii@example.jp', refund: { daysAgo: 30, amountYen: 3_000 } },
  { daysAgo: 31, slug: 'katsudo', amountYen: 1_000, name: '山本 翔太', kana: 'ヤマモト ショウタ', email: 'shota.yamamoto@example.jp', end: 'expired' },
  { daysAgo: 24, slug: 'saigai', amountYen: 5_000, name: '古賀 真由美', kana: 'コガ マユミ', email: 'mayumi.koga@example.jp', end: 'konbini' },
  { daysAgo: 17, slug: 'kodomo-shokudo', amountYen: 10_000, name: '内田 和夫', kana: 'ウチダ カズオ', email: 'kazuo.uchida@example.jp', refund: { daysAgo: 9, amountYen: 4_000 }, address: 'ささえ市日吉二丁目5番6号' },
  { daysAgo: 8, slug: 'katsudo', amountYen: 3_000, name: '藤田 さくら', kana: 'フジタ サクラ', email: 'sakura.fujita@example.jp', message: '子どもと一緒に選びました。' },
  { daysAgo: 3, slug: 'zeni-ginko', amountYen: 5_000, name: '松尾 隆', kana: 'マツオ タカシ', email: 'takashi.matsuo@example.jp' },
  { daysAgo: 1, slug: 'kodomo-shokudo', amountYen: 2_000, name: '平田 奈々', kana: 'ヒラタ ナナ', email: 'nana.hirata@example.jp', end: 'awaiting' },
]
