import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { setDuesYearPaper } from './dues-year-paper.ts'
import { samplePaperHead } from './sample-paper-head.ts'

function yearOf(districts: number, kinds = 4): Promise<Uint8Array> {
  return setDuesYearPaper({
    ...samplePaperHead,
    heading: '令和8年度　社協会費のまとめ',
    notes: ['令和9年3月31日まで'],
    kinds: {
      title: '会員種別',
      columns: [{ heading: '種別', fr: 1 }, { heading: '会費（円）', mm: 40, side: 'end' }],
      rows: Array.from({ length: kinds }, (_, place) => [`第${place + 1}種`, '1,000,000']),
      total: ['合計', '4,000,000'],
    },
    shareBack: { title: '還元金', columns: [{ heading: '科目', fr: 1 }], rows: [], total: null },
    trend: {
      title: '5年間の推移',
      columns: [{ heading: '年度', fr: 1 }, { heading: '合計（円）', mm: 40, side: 'end' }],
      rows: [['令和8年度', '4,000,000']],
      total: null,
    },
    bars: [4, 5, 6, 7, 8].map((year) => ({ name: `令和${year}年度`, yen: year * 100_000, words: `${year}00,000円`, isNow: year === 8 })),
    districts: {
      title: '校区別の加入率',
      columns: [{ heading: '校区', fr: 1 }, { heading: '世帯', mm: 14, side: 'end' }, { heading: '加入率', mm: 14, side: 'end' }],
      rows: Array.from({ length: districts }, (_, place) => [`第${place + 1}校区`, '1,234', '61.2%']),
      total: ['合計', '56,789', '60.0%'],
    },
    footnotes: ['世帯数は自治会加入世帯（令和8年4月1日現在）'],
  })
}

test('a year stands on exactly one page, whether the council has one 校区 or a hundred and twenty', async () => {
  for (const districts of [0, 1, 46, 120]) {
    const { pageCount, pages } = await drawPdf(await yearOf(districts, districts === 120 ? 9 : 4))
    expect(pageCount).toBe(1)
    if (districts > 0) expect(pages[0]?.text).toContain(`第${districts}校区`)
    expect(pages[0]?.text).toContain('令和4年度')
  }
})
