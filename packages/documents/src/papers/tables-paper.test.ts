import { expect, test } from 'vitest'
import { drawPdf } from '../drawn-pdf.ts'
import { setTablesPaper } from './tables-paper.ts'
import { samplePaperHead } from './sample-paper-head.ts'

function resultOf(areas: number): Promise<Uint8Array> {
  return setTablesPaper({
    ...samplePaperHead,
    heading: '令和8年度　赤い羽根共同募金の実績',
    notes: ['令和8年11月15日までの実績（前年は令和7年11月15日まで）'],
    parts: [
      {
        title: '方法別',
        columns: [{ heading: '募金方法', fr: 1 }, { heading: '実績額（円）', mm: 30, side: 'end' }, { heading: '達成率', mm: 20, side: 'end' }],
        rows: [['戸別募金', '12,345,678', '98.7%'], ['街頭募金', '△1,000', '—']],
        total: ['計', '12,344,678', '98.6%'],
      },
      { title: '年度別', columns: [{ heading: '年度', fr: 1 }], rows: [], total: null },
      {
        title: '校区別',
        columns: [{ heading: '地域', fr: 1 }, { heading: '実績額（円）', mm: 30, side: 'end' }],
        rows: Array.from({ length: areas }, (_, place) => [`第${place + 1}校区`, '123,456']),
        total: ['計', '12,344,678'],
      },
    ],
    footnotes: ['率は小数第2位を四捨五入しています。'],
  })
}

test('methods and a few areas stand on one page; a table without rows is left out', async () => {
  const { pageCount, pages } = await drawPdf(await resultOf(20))
  expect(pageCount).toBe(1)
  for (const words of ['赤い羽根共同募金の実績', '12,345,678', '△1,000', '第20校区', '四捨五入']) expect(pages[0]?.text).toContain(words)
  expect(pages[0]?.text).not.toContain('年度別')
})

test('many areas go on over pages that each repeat the headings', async () => {
  const { pageCount, pages } = await drawPdf(await resultOf(150))
  expect(pageCount).toBeGreaterThan(2)
  for (const { text } of pages.slice(1)) expect(text).toContain('実績額（円）')
  expect(pages.at(-1)?.text).toContain('第150校区')
})
