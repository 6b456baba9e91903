import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { setCashCountSlip } from './cash-count-slip.ts'
import { samplePaperHead } from './sample-paper-head.ts'

test('a count is one page: every denomination, the sum, and room for the seals of those who counted', async () => {
  const kinds = ['10,000円', '5,000円', '2,000円', '1,000円', '500円', '100円', '50円', '10円', '5円', '1円'].map((name) => ({ name, pieces: '99,999枚', amount: '999,990,000' }))
  const { pageCount, pages } = await drawPdf(await setCashCountSlip({
    ...samplePaperHead,
    mark: '令和8年10月16日取消済み',
    facts: [{ label: '計数日', text: '令和8年10月15日' }, { label: '場所・機会', text: '駅前ロータリー' }, { label: '伝票番号', text: '12番' }],
    kinds, total: '1,866,581,334', counters: ['髙橋 一郎', '𠮷田 花子'],
  }))
  expect(pageCount).toBe(1)
  const text = pages[0]?.text.replaceAll(/\s/g, '') ?? ''
  for (const said of ['計数票（令和8年10月16日取消済み）', '駅前ロータリー', '10,000円99,999枚999,990,000', '合計1,866,581,334', '髙橋一郎', '𠮷田花子']) expect(text).toContain(said)
  for (const margin of [{ left: 0, top: 289, width: 210, height: 7 }, { left: 0, top: 0, width: 15, height: 296 }, { left: 195, top: 0, width: 14, height: 296 }]) {
    expect(pages[0]?.inkIn(margin)).toBe(0)
  }
})
