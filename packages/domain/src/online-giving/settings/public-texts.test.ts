import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { disclosureRows } from './disclosure-rows.ts'
import { detailsMissingInTexts, publicTexts, standardTexts } from './public-texts.ts'

const council = {
  name: 'ささえ市社会福祉協議会', postalCode: '8300000', address: 'ささえ市中央一丁目1番1号', phone: '0942-00-0000', email: 'info@sasae.example.jp',
  representative: '会長　佐々木 和子',
}
const rules = { minimumYen: yen(500), maximumYen: yen(1_000_000), receiptRule: 'each' } as const
const nothingOwn = { commercialDisclosure: '', refundPolicy: '', privacyNotice: '', thanks: '' }

test('a council that has worded nothing itself has complete texts of its own name, amounts and rule of receipts', () => {
  const texts = publicTexts({ ...rules, ...nothingOwn }, council)
  const rows = new Map(disclosureRows(texts.commercialDisclosure).map(({ heading, text }) => [heading, text]))
  expect([...rows.keys()]).toEqual([
    '寄附を受ける団体', '運営責任者', '所在地', '電話番号', 'メールアドレス', '寄附の金額', '金額のほかにかかる費用', 'お支払いの方法', 'お支払いの時期', '寄附の成立',
    '領収書', '申込みの取消しと返金', '毎月の寄附をやめるとき', '共同募金・歳末たすけあい募金', 'お使いいただける環境',
  ])
  expect(rows.get('所在地')).toBe('〒830-0000 ささえ市中央一丁目1番1号')
  expect(rows.get('寄附の金額')).toContain('500円から1,000,000円まで')
  expect(rows.get('領収書')).toContain('寄附のたびに')
  for (const text of [texts.refundPolicy, texts.privacyNotice]) expect(text).toContain('（電話 0942-00-0000、メール info@sasae.example.jp）')
  expect(texts.thanks).toContain(council.name)
})

test("the council's own words stand in place of the standard ones, each text by itself", () => {
  const texts = publicTexts({ ...rules, ...nothingOwn, refundPolicy: '返金は窓口で承ります。' }, council)
  expect(texts).toEqual({ ...standardTexts(rules, council), refundPolicy: '返金は窓口で承ります。' })
})

test('a detail that the council has not written down has no row, and is told to the office', () => {
  const poor = { ...council, phone: '', representative: '' }
  const texts = standardTexts(rules, poor)
  expect(disclosureRows(texts.commercialDisclosure).map(({ heading }) => heading)).not.toContain('電話番号')
  expect(`${texts.commercialDisclosure}${texts.refundPolicy}${texts.privacyNotice}`).not.toMatch(/undefined|電話 、|責任者：$/m)
  expect(detailsMissingInTexts(poor)).toEqual(['電話番号', '代表者'])
})

test('a disclosure is read line by line: either colon parts heading and text, a line without one goes on, an address of the web is text', () => {
  expect(disclosureRows('名称：ささえ社協\n所在地: 中央1-1\n総合福祉会館 2階\n受付 9:00〜17:00\n\nhttps://sasae.example.jp')).toEqual([
    { heading: '名称', text: 'ささえ社協' },
    { heading: '所在地', text: '中央1-1\n総合福祉会館 2階\n受付 9:00〜17:00\nhttps://sasae.example.jp' },
  ])
})
