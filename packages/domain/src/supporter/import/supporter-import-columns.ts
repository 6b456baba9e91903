import { normalizeForSearch } from '../../text/search-text.ts'

/** What a column of a register's file can mean, in the order in which it is offered. */
export const supporterColumns = [
  'number', 'kind', 'name', 'kana', 'honorific', 'postalCode', 'address', 'mailingName', 'mailingPostalCode', 'mailingAddress',
  'phone', 'email', 'areaId', 'acknowledgment', 'wantsMail', 'receiptDelivery', 'attribute', 'note',
] as const
export type SupporterColumn = (typeof supporterColumns)[number]

/** As the own export heads them. */
export const supporterColumnNames: Record<SupporterColumn, string> = {
  number: '支援者番号',
  kind: '種類',
  name: '名前',
  kana: 'フリガナ',
  honorific: '敬称',
  postalCode: '郵便番号',
  address: '住所',
  mailingName: '送付先の宛名',
  mailingPostalCode: '送付先の郵便番号',
  mailingAddress: '送付先',
  phone: '電話番号',
  email: 'メールアドレス',
  areaId: '地域',
  acknowledgment: '芳名の載せ方',
  wantsMail: 'お知らせの郵送',
  receiptDelivery: '領収書の渡し方',
  attribute: '寄附者の属性',
  note: '備考',
}

/** Further headings as offices write them; compared without regard to width, case, kana, blanks, hyphens and underscores. */
const otherHeadings: Record<SupporterColumn, readonly string[]> = {
  number: ['番号', 'コード', 'No.', 'No', '会員番号', '整理番号', '寄附者番号', '名簿番号'],
  kind: ['種別', '区分', '支援者の種類', '個人・団体', '個人団体区分'],
  name: ['氏名', '名称', '氏名・名称', '氏名または名称', '氏名/名称', 'お名前', '会員名', '寄附者名', '寄付者名', '団体名', '法人名', '会社名', '世帯主'],
  kana: ['カナ', 'かな', '氏名カナ', '名称カナ', 'ヨミ', '読み', 'よみがな', 'フリガナ（カナ）'],
  honorific: ['称号'],
  postalCode: ['〒', '郵便', '郵便No', 'zip'],
  address: ['所在地', '現住所', '住所1', '居住地'],
  mailingName: ['宛名', '送付先名', '送付先宛名'],
  mailingPostalCode: ['送付先郵便番号', '送付先〒'],
  mailingAddress: ['送付先住所', '送付先の住所', '送り先', '郵送先'],
  phone: ['電話', 'TEL', 'tel.', '電話1', '連絡先', '携帯', '携帯電話'],
  email: ['メール', 'mail', 'e-mail', 'eメール', 'メルアド'],
  areaId: ['校区', '地区', '自治会', '行政区', '町内会', '地域名', '校区名', '自治会名'],
  acknowledgment: ['芳名', '芳名掲載', '掲載', '広報掲載', '氏名の公表', '公表'],
  wantsMail: ['郵送', 'DM', 'お知らせ', '郵送希望', '広報紙の郵送'],
  receiptDelivery: ['領収書', '領収証', '領収書の要否', '領収書要否'],
  attribute: ['属性', '寄附者属性', '寄付者の属性', '別紙3の区分'],
  note: ['メモ', '摘要', '備考欄', '特記事項', '注意事項'],
}

/** What the headings mean, place by place; null for what means nothing here. The first of two headings of one meaning counts. */
export function guessedColumns(headings: readonly string[]): (SupporterColumn | null)[] {
  const taken = new Set<SupporterColumn>()
  return headings.map((heading) => {
    const column = columnByHeading.get(folded(heading))
    if (column === undefined || taken.has(column)) return null
    taken.add(column)
    return column
  })
}

function folded(heading: string): string {
  return normalizeForSearch(heading.replace(/[_・/／]/g, ''))
}

const columnByHeading = new Map(
  supporterColumns.flatMap((column) => [supporterColumnNames[column], ...otherHeadings[column]].map((heading): [string, SupporterColumn] => [folded(heading), column])),
)
