import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { type BranchCollectionSheet, setBranchCollectionSheets } from './branch-collection-sheets.ts'
import { samplePaperHead } from './sample-paper-head.ts'

const sheet: BranchCollectionSheet = {
  areaName: '日吉校区',
  facts: [
    { label: '世帯数', text: '1,250世帯' },
    { label: '目標額', text: '625,000円' },
    { label: '1世帯当たりの目安', text: '500円' },
  ],
  methods: ['戸別募金', '法人募金', '職域募金', '街頭募金', '学校募金', 'イベント募金', 'その他の募金'].map((name, index) => ({ name, goal: index === 0 ? '600,000' : '', unit: index === 0 ? '世帯' : '件' })),
  goalTotal: '625,000',
  associations: [{ name: '日吉一丁目自治会', households: '125', goal: '62,500' }],
  officers: [{ role: '分会長', name: '髙橋 一郎' }, { role: '会計', name: '𠮷田 花子' }],
}
const print = (sheets: readonly BranchCollectionSheet[]) => setBranchCollectionSheets({ ...samplePaperHead, campaignName: '令和8年度　赤い羽根共同募金', issuedOn: '令和8年9月1日', sheets })
const margins = [
  { left: 0, top: 0, width: 210, height: 5 },
  { left: 0, top: 290, width: 210, height: 6 },
  { left: 0, top: 0, width: 12, height: 296 },
  { left: 198, top: 0, width: 11, height: 296 },
]

test('each branch has one sheet of its own: goals and the suggestion printed, room to write, and asked kindly', async () => {
  const { pageCount, pages } = await drawPdf(await print([sheet, { ...sheet, areaName: '篠山校区', officers: [], associations: [] }]))
  expect(pageCount).toBe(2)
  const text = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['日吉校区分会御中', '赤い羽根共同募金取りまとめ書', 'ご協力をお願い', '募金は任意です', '戸別募金600,000世帯', '日吉一丁目自治会12562,500', '分会長髙橋一郎／会計𠮷田花子']) {
    expect(text).toContain(said)
  }
  expect(pages[1]?.text.replaceAll(/\s/g, '')).toContain('篠山校区分会御中')
  expect(pages[1]?.text).not.toContain('日吉一丁目')
})

test('a branch of sixty 自治会, ten methods and long names still is one sheet within the margins', async () => {
  const long = {
    ...sheet,
    areaName: 'とても長い名前のささえ中央ひまわり台ニュータウン校区',
    methods: Array.from({ length: 10 }, (_, index) => ({ name: `企業と職場のみなさまによる募金（第${index + 1}）`, goal: '9,999,999', unit: '世帯' })),
    associations: Array.from({ length: 60 }, (_, index) => ({ name: `ささえ中央ひまわり台${index + 1}丁目自治会連合`, households: '1,250', goal: '625,000' })),
    officers: Array.from({ length: 4 }, (_, index) => ({ role: '副分会長', name: `長宗我部 信左衛門${index + 1}` })),
  }
  const { pageCount, pages } = await drawPdf(await print([long]))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text.replaceAll(/\s/g, '')).toContain('60丁目自治会連合')
  for (const margin of margins) expect(pages[0]?.inkIn(margin)).toBe(0)
})
