/** Readings of the 校区 in districts.csv, by code. The council is fictional; so are they, where in doubt. */
export const districtReadings: Readonly<Record<string, string>> = {
  '01': 'ヒヨシ', '02': 'ササヤマ', '03': 'ナンクン', '04': 'ショウジマ', '05': 'ナガトイシ', '06': 'キョウマチ',
  '07': 'トリカイ', '08': 'カナマル', '09': 'ニシコクブ', '10': 'ヒガシコクブ', '11': 'ヤマカワ', '12': 'ヤマモト',
  '13': 'ゼンドウジ', '14': 'オオハシ', '15': 'クサノ', '16': 'アラキ', '17': 'ヤスタケ', '18': 'ダイゼンジ',
  '19': 'カミツ', '20': 'アオミネ', '21': 'コウラウチ', '22': 'ミナミ', '23': 'ツブク', '24': 'ミイ', '25': 'アイカワ',
  '26': 'コモリノ', '27': 'ミヤノジン', '28': 'フナコシ', '29': 'ミズワケ', '30': 'シバカリ', '31': 'カワアイ',
  '32': 'タケノ', '33': 'ミノウ', '34': 'タヌシマル', '35': 'キタノ', '36': 'ユゲ', '37': 'オオキ', '38': 'カネシマ',
  '39': 'ジョウジマ', '40': 'シモダ', '41': 'アオキ', '42': 'エガミ', '43': 'ウキシマ', '44': 'イヌヅカ',
  '45': 'ニシムタ', '46': 'ミズマ',
}

export interface PlaceName {
  readonly name: string
  readonly kana: string
}

/** What a 自治会 is called within its 校区. */
export const neighborhoodNames: readonly PlaceName[] = [
  { name: '一丁目', kana: 'イッチョウメ' },
  { name: '二丁目', kana: 'ニチョウメ' },
  { name: '三丁目', kana: 'サンチョウメ' },
  { name: '四丁目', kana: 'ヨンチョウメ' },
  { name: '本町', kana: 'ホンマチ' },
  { name: '東町', kana: 'ヒガシマチ' },
  { name: '西町', kana: 'ニシマチ' },
  { name: '南町', kana: 'ミナミマチ' },
  { name: '北町', kana: 'キタマチ' },
  { name: '中町', kana: 'ナカマチ' },
  { name: '新町', kana: 'シンマチ' },
  { name: '栄町', kana: 'サカエマチ' },
  { name: '旭町', kana: 'アサヒマチ' },
  { name: '緑ヶ丘', kana: 'ミドリガオカ' },
  { name: '桜台', kana: 'サクラダイ' },
  { name: '若葉', kana: 'ワカバ' },
  { name: '宮前', kana: 'ミヤマエ' },
  { name: '川原', kana: 'カワラ' },
  { name: '団地', kana: 'ダンチ' },
]
