import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { samplePaperHead } from './sample-paper-head.ts'
import { setShareBackStatements, type ShareBackStatement, type ShareBackStatements } from './share-back-statements.ts'

const row = { name: '一般会費', received: '1,234,500', rates: ['40%'], earned: '493,800', already: '480,000', difference: '13,800' }
const mixed = { ...row, name: '法人会費', rates: ['50%（100,000円）', '33.5%（20,000円）'], difference: '△1,800' }
const statement: ShareBackStatement = {
  payeeName: '日吉校区',
  amount: '12,000円',
  rows: [row, mixed],
  total: { ...row, name: '合計', rates: [], difference: '12,000' },
  facts: [
    { label: '計算の基準日', text: '令和8年11月30日までの納入' },
    { label: '端数', text: '会員種別ごとに10円未満を切り捨て' },
  ],
}
const papersOf = (statements: readonly ShareBackStatement[], mark = ''): ShareBackStatements => ({
  ...samplePaperHead, runName: '令和8年度還元金 第2回', issuedOn: '令和8年12月10日', mark, statements,
})
const margins = [
  { left: 0, top: 0, width: 210, height: 5 },
  { left: 0, top: 287, width: 210, height: 8 },
  { left: 0, top: 0, width: 15, height: 296 },
  { left: 195, top: 0, width: 14, height: 296 },
]

test('each payee gets one page with its figures, each rate beside what came in under it', async () => {
  const { pageCount, pages } = await drawPdf(await setShareBackStatements(papersOf([statement, { ...statement, payeeName: '篠山校区' }])))
  expect(pageCount).toBe(2)
  for (const page of pages) for (const margin of margins) expect(page.inkIn(margin)).toBe(0)
  const text = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['日吉校区御中', '令和8年度還元金第2回計算書', '12,000円', '50%（100,000円）', '△1,800', '10円未満を切り捨て']) expect(text).toContain(said)
  expect(pages[1]?.text).toContain('篠山校区')
})

test('a long name, a dozen kinds and the mark of a draft stay on one page', async () => {
  const many = { ...statement, payeeName: 'ささえ台ニュータウン第三街区管理組合連合自治会（𠮷田・髙橋）地区社会福祉協議会', rows: Array.from({ length: 12 }, () => mixed) }
  const { pageCount, pages } = await drawPdf(await setShareBackStatements(papersOf([many], '確認用')))
  expect(pageCount).toBe(1)
  expect(pages[0]?.text).toContain('（確認用）')
  for (const margin of margins) expect(pages[0]?.inkIn(margin)).toBe(0)
})
